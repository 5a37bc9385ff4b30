package import Drafting
package import Git

/// A delegation's position on a paragraph.
package struct StandingPosition: Hashable, Sendable {
  package var delegation: Delegation
  package var position: Position

  package init(delegation: Delegation, position: Position) {
    self.delegation = delegation
    self.position = position
  }
}

extension Negotiation {
  /// Records that a delegation reserves its position on a paragraph or opposes it, without proposing words: one commit on
  /// its branch. It is withdrawn like a proposal.
  ///
  /// - Returns: also the position that the delegation had there before; a delegation has one on a paragraph.
  package func take(
    _ position: Position, on address: ParagraphAddress, by delegation: Delegation, act: Act
  ) throws -> (commit: ObjectID, place: DraftOrder.Place, replaced: Position?) {
    let place = try place(at: address)
    let path = Position.path(of: place.entry.identifier)
    if let tip = try repository.reference(ReferenceNames.delegation(delegation.code)),
      let file = try repository.entry(at: path, in: repository.commit(tip).tree)?.id,
      try repository.text(file) == position.fileText
    {
      throw NegotiationError(.refused, "\(delegation.names[0]) has said so of \(place.address) already")
    }
    var edit = try edit(delegation, act)
    let replaced = try standingChanges(of: delegation).flatMap { try positions(of: $0)[place.entry.identifier] }
    edit.others[path] = .some(position.fileText)
    let action: Action = position.kind == .reserve ? .reserve : .oppose
    let message = CommitMessage(action, delegation, [place], reason: position.reason)
    let commit = try edit.commit(message, act, in: repository)
    try finish(edit, at: commit, message)
    return (commit, place, replaced)
  }

  /// The standing positions on each paragraph, in the order of the delegations' codes.
  package func positions(
    of changes: [StandingChanges]
  ) throws -> [ParagraphIdentifier: [StandingPosition]] {
    var found: [ParagraphIdentifier: [StandingPosition]] = [:]
    for change in changes {
      for (identifier, position) in try positions(of: change) {
        found[identifier, default: []].append(StandingPosition(delegation: change.delegation, position: position))
      }
    }
    return found.mapValues { $0.sorted { $0.delegation.code < $1.delegation.code } }
  }
}
