internal import Drafting

/// What a delegation does to the order of its text is what the commit says: nothing where it proposes or supports words, a
/// place where it proposes that, and never a number of its own choice.
struct ProposedOrderCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard let action = commit.message.action, action == .propose || action == .support,
      case .branch(let code, let position) = commit.line, let line = history.branches[code]
    else { return [] }
    let main = try Snapshot(history.repository, commit: history.main[line.bases[position]])
    let start = "\(code) \(Action.propose.verb) "
    let object = ProposedChange.Object.allCases.first { commit.message.subject.hasPrefix(start + $0.rawValue + " ") }
    // Another first line is told by the check of these.
    if action == .propose, object == nil { return [] }
    return try commit.named().flatMap { identifier in
      let message =
        try number(of: identifier, object, commit, main)
        ?? object.flatMap { try proposal($0, of: identifier, commit, main) }
      return message.map { [commit.finding(.trailers, path: identifier.path, $0)] } ?? []
    }
  }

  /// A paragraph has the chair's number. One that the chair's text does not have may get another with a place, be it the
  /// one where it stands, or from whom it is supported.
  ///
  /// - Parameter object: what is proposed; `nil` for a support.
  private func number(
    of identifier: ParagraphIdentifier, _ object: ProposedChange.Object?, _ commit: VerifiedCommit, _ main: Snapshot
  ) throws -> String? {
    guard commit.isReordered else { return nil }
    guard let now = try commit.order().place(of: identifier)?.entry.kind,
      let before = try commit.oldOrder().place(of: identifier)?.entry.kind, now != before
    else { return nil }
    let isGiven = try main.order().place(of: identifier).map { $0.entry.kind == now } ?? (object != .words)
    return isGiven ? nil : "it has another number than before, which no act gives it"
  }

  /// What the first line calls a proposal is what it does to the paragraph.
  private func proposal(
    _ object: ProposedChange.Object, of identifier: ParagraphIdentifier, _ commit: VerifiedCommit, _ main: Snapshot
  ) throws -> String? {
    if object == .words, !commit.isReordered { return nil }
    let (order, old) = (try commit.order(), try commit.oldOrder())
    switch object {
    case .words:
      return old.place(of: identifier) != nil && order.stands(identifier, elsewhereThanIn: old)
        ? "it says nothing of another place, and gives it one" : nil
    case .deletion:
      return order.place(of: identifier) == nil ? nil : "it does not take the paragraph away"
    case .paragraph:
      return try old.place(of: identifier) == nil && main.order().place(of: identifier) == nil
        ? nil : "the paragraph is not new"
    case .place, .formerPlace:
      if commit.files[identifier] != nil { return "a proposal of another place changes its words" }
      if object == .place { return nil }
      var expected = old
      expected.putBack(identifier, asIn: try main.order())
      return order.places(identifier, otherThan: expected)
        ? "it leaves the paragraph where the chair does not have it" : nil
    }
  }
}
