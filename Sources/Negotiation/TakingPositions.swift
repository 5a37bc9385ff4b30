package import Drafting
package import Git
package import Notation
internal import Merging

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
  package func take(
    _ position: Position, on address: ParagraphAddress, by delegation: Delegation, act: Act
  ) throws -> (commit: ObjectID, place: DraftOrder.Place) {
    let place = try place(at: address)
    let path = Position.path(of: place.entry.identifier)
    if let tip = try repository.reference(ReferenceNames.delegation(delegation.code)),
      let file = try repository.entry(at: path, in: repository.commit(tip).tree)?.id,
      try repository.text(file) == position.fileText
    {
      throw NegotiationError(.refused, "\(delegation.names[0]) has said so of \(place.address) already")
    }
    var edit = try edit(delegation, act)
    edit.others[path] = .some(position.fileText)
    let action: Action = position.kind == .reserve ? .reserve : .oppose
    let message = CommitMessage(action, delegation, [place], reason: position.reason)
    let commit = try edit.commit(message, act, in: repository)
    try finish(edit, at: commit, message)
    return (commit, place)
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

extension ConsolidatedDraft {
  /// The draft with each position as a footnote to its paragraph, for printing: the marks are part of the text then.
  package func annotated(with positions: [ParagraphIdentifier: [StandingPosition]]) -> ConsolidatedDraft {
    guard !positions.isEmpty else { return self }
    var result = self
    for section in sections.indices {
      for index in sections[section].items.indices {
        guard let identifier = sections[section].items[index].identifier, let taken = positions[identifier] else {
          continue
        }
        for position in taken {
          let number = (result.sections[section].items[index].footnotes.map(\.number).max() ?? 0) + 1
          let footnote = Footnote(number: number, text: position.text(in: settings.language))
          result.sections[section].items[index].footnotes.append(footnote)
          result.sections[section].items[index].body.append(footnote.mark)
        }
      }
    }
    return result
  }
}

extension BracketedText {
  fileprivate mutating func append(_ text: String) {
    if case .text(let last) = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
  }
}

extension StandingPosition {
  /// The words of the footnote.
  package func text(in language: Language) -> String {
    let name = delegation.name(in: language)
    let sentence = "\(name) \(position.kind.predicate(in: language))"
    guard let reason = position.reason else { return sentence + "." }
    return sentence + ": " + reason + (reason.hasSuffix(".") ? "" : ".")
  }
}
