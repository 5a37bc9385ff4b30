package import Drafting
package import Git
internal import Merging
internal import Notation

/// A decision of the chair about the status of a paragraph.
package enum StatusDecision: Hashable, Sendable {
  case approve
  case pend
  case reopen

  fileprivate var action: Action {
    switch self {
    case .approve: .approve
    case .pend: .pend
    case .reopen: .reopen
    }
  }
}

extension Negotiation {
  /// Writes the chair's decision as one commit on main.
  ///
  /// - Throws: `NegotiationError.refused` for a paragraph with standing brackets that is to be approved, and for a
  ///   decision that changes nothing; `.moved` where somebody else decided at the same moment.
  package func decide(
    _ decision: StatusDecision, on address: ParagraphAddress, reason: String?, act: Act
  ) throws -> (commit: ObjectID, place: DraftOrder.Place) {
    let place = try self.place(at: address)
    let identifier = place.entry.identifier
    guard var paragraph = try main.paragraph(identifier) else {
      throw NegotiationError(
        .refused, "\(place.address) is only proposed; the chair decides on paragraphs of the draft",
        hint: "'amend consolidate --paragraph \(place.address)' shows who proposes it.")
    }
    let old = paragraph.status
    switch decision {
    case .approve:
      try refuseDisputed(place)
      paragraph.status = .approved
    case .pend: paragraph.status = .pending(reason: reason)
    case .reopen:
      guard old != .open else { throw NegotiationError(.refused, "\(place.address) is open already") }
      paragraph.status = .open
    }
    guard paragraph.status != old else {
      throw NegotiationError(.refused, "\(place.address) is in that state already")
    }
    var trailers: [CommitMessage.Trailer] = [
      .init(.paragraph, place.address), .init(.identifier, identifier.description),
      .init(.action, decision.action.rawValue),
    ]
    if let reason { trailers.append(.init(.reason, reason)) }
    let message = CommitMessage(subject: "The chair \(decision.action.verb) \(place.address)", trailers: trailers)
    let files: [String: ObjectID?] = [identifier.path: try repository.writeBlob(paragraph.fileText)]
    let commit = try repository.writeCommit(
      tree: try repository.tree(from: main.tree, changing: files), parents: [main.commit], author: act.chairSignature,
      committer: act.signature, message: message.text)
    try move(ReferenceNames.main, from: main.commit, to: commit, message, happening: "has decided")
    return (commit, place)
  }

  private func refuseDisputed(_ place: DraftOrder.Place) throws {
    let consolidation = try consolidation(only: [place.entry.identifier])
    let item = consolidation.draft.sections.flatMap(\.items).first { $0.identifier == place.entry.identifier }
    guard let item, item.body.bracketCount > 0 || !item.placements.isEmpty else { return }
    let writer = BracketWriter(language: settings.language, labels: LabelTable(registry: registry))
    throw NegotiationError(
      .refused, "\(place.address) still has brackets: \(writer.write(item.body))",
      hint: "Ask the delegations to withdraw, then approve it.")
  }
}
