internal import Drafting
package import Git

extension Negotiation {
  /// The last decision of the chair that is not undone.
  ///
  /// - Throws: `NegotiationError.refused` where there is none: the beginning of a negotiation is no decision.
  package func lastDecision() throws -> Commit {
    var commit = try repository.commit(main.commit)
    while true {
      let message = CommitMessage(text: commit.message)
      guard message.action == .undo, let name = message.first(.undoes), let undone = ObjectID(name),
        let before = try repository.commit(undone).parents.first
      else { break }
      commit = try repository.commit(before)
    }
    guard let action = CommitMessage(text: commit.message).action, !commit.parents.isEmpty, action.isDecision else {
      throw NegotiationError(.refused, "there is no decision to undo", hint: "'amend log P' shows what happened.")
    }
    return commit
  }

  /// The decisions on main that none undoes, the newest first, until `body` says that it is enough.
  ///
  /// - Cost: reads the commits of main up to there.
  func eachStandingDecision(_ body: (Commit, CommitMessage) throws -> Bool) throws {
    var undone: Set<String> = []
    for id in try repository.commits(from: [main.commit], order: .newestFirst) {
      let commit = try repository.commit(id)
      let message = CommitMessage(text: commit.message)
      undone.formUnion(message.values(.undoes))
      if !undone.contains(id.hex), try !body(commit, message) { return }
    }
  }

  /// Makes the commit that reverses the last decision; what it satisfied or rejected stands again, and the tag of a
  /// revision is set aside.
  package func undo(_ note: DecisionNote, act: Act) throws -> DecisionOutcome {
    let decision = try lastDecision()
    let done = CommitMessage(text: decision.message)
    guard let before = decision.parents.first else {
      throw NegotiationError(.refused, "there is no decision to undo")
    }
    let order = try Snapshot(repository, commit: before).order()
    let places = try done.values(.identifier).compactMap { name in
      let identifier = try ParagraphIdentifier(name)
      return try order.place(of: identifier) ?? main.order().place(of: identifier)
    }
    // A rejected paragraph that is only proposed has no place in the chair's text.
    let standing = Set(places.map(\.entry.identifier.description))
    let proposed = zip(done.values(.paragraph), done.values(.identifier)).filter { !standing.contains($0.1) }
      .flatMap { [CommitMessage.Trailer(.paragraph, $0), .init(.identifier, $1)] }
    let message = CommitMessage(
      .undo, places, note, phrase: "undoes: \(done.deed)",
      proposed + [.init(.undoes, decision.id.description)] + done.values(.references).map { .init(.references, $0) }
        + done.referencesTurnedBack)
    var outcome = try decided(tree: try repository.commit(before).tree, message, places, act)
    guard done.action == .revise else { return outcome }
    for tag in try Negotiation(repository, mainAt: outcome.commit).setUndoneRevisionsAside() {
      outcome.remarks.append("The tag '\(tag.name)' is kept as '\(tag.now)', and names no revision any more.")
    }
    return outcome
  }
}

extension Action {
  /// Whether the chair does it on main, and may undo it.
  var isDecision: Bool {
    switch self {
    case .approve, .pend, .adopt, .place, .reopen, .agree, .reject, .split, .join, .renumber, .revise: true
    case .initialize, .importing, .propose, .support, .withdraw, .follow, .keep, .undo, .reserve, .oppose: false
    }
  }
}
