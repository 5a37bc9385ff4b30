internal import Drafting
internal import Git

/// A revision that was made.
package struct RevisionOutcome: Sendable {
  package var revision: Revision
  /// What happened since the revision before.
  package var note: CoverNote
  package var reports: [FollowingReport]
}

extension Negotiation {
  /// Makes the next revision: the symbol on main, the consolidated draft kept, and the tag of it and of every branch's tip.
  ///
  /// All that belongs to it is stored before main moves, and in that moment the revision is made: a process that is killed
  /// leaves it made or not (``finishRevision()``).
  ///
  /// - Parameters:
  ///   - symbol: the document's symbol; a number behind `rev.` in it is that of the revision, and higher than
  ///     those before.
  ///   - progress: called with the number of paragraphs consolidated and of all.
  package func revise(
    symbol: String, _ note: DecisionNote, act: Act, progress: ((Int, Int) -> Void)? = nil
  ) throws -> RevisionOutcome {
    let known = try standingRevisions()
    if let same = known.first(where: { $0.symbol == symbol }) {
      throw NegotiationError(
        .exists, "'\(symbol)' is revision \(same.name) already", hint: "Give the next one a symbol of its own.")
    }
    try refuseSymbolOfNoRevision(symbol)
    try setUndoneRevisionsAside()
    let last = try (known.map(\.name) + [importedRevision()?.name].compactMap { $0 }).compactMap { Int($0) }.max() ?? 0
    let asked = Self.number(in: symbol)
    if let asked, asked <= last {
      throw NegotiationError(
        .refused, "'\(symbol)' says revision \(asked), and rev/\(last) is made already",
        hint: "Give the next number: \(last + 1), or a higher one.")
    }
    let name = String(asked ?? last + 1)
    let message = CommitMessage(.revise, [], note, phrase: "revises the draft: \(symbol)", [.init(.symbol, symbol)])
    let tip = CommitMessage(text: try repository.commit(main.commit).message)
    var commit = main.commit
    if settings.symbol != symbol || tip.action != .revise {
      var edit = try ChairEdit(self)
      edit.settings = edit.settings.revised(symbol)
      commit = try decisionCommit(tree: edit.tree(in: repository), message, act)
    }
    let revised = try Negotiation(repository, mainAt: commit)
    revised.countsUntouched = countsUntouched
    let changes = try revised.allStandingChanges()
    let consolidation = try revised.consolidation(of: changes, progress: progress)
    var trailers: [CommitMessage.Trailer] = [
      .init(.action, Action.revise.rawValue), .init(.symbol, symbol), .init(.main, commit.description),
    ]
    for change in changes { trailers.append(.init(.tip, "\(change.delegation.code) \(change.snapshot.commit)")) }
    let draft = try makeRevision(revised, consolidation, message, act) { draft in
      try repository.writeTag(
        "rev/" + name, of: draft, tagger: act.signature,
        message: CommitMessage(subject: "Revision \(name): \(symbol)", trailers: trailers).text)
    }
    try revised.finishRevision()
    let reports = try revised.followMain(act)
    let revision = Revision(
      name: name, symbol: symbol, main: commit,
      tips: Dictionary(
        changes.map { ($0.delegation.code, $0.snapshot.commit) }, uniquingKeysWith: { first, _ in first }),
      draft: draft, time: act.time)
    return RevisionOutcome(
      revision: revision, note: try revised.coverNote(of: revision, since: known.last), reports: reports)
  }

  /// The number behind `rev.` in a symbol: 2 in `CP/CSH-1048/09 rev. 2`.
  static func number(in symbol: String) -> Int? {
    let lowered = symbol.lowercased()
    guard let range = lowered.firstRange(of: "rev") else { return nil }
    return Int(lowered[range.upperBound...].drop { " ./".contains($0) }.prefix { $0.isASCII && $0.isNumber })
  }

  /// Refuses the symbol that the draft bears already, unless that of a revision which a killed process left without its
  /// tag, and one that ends in `rev.` without a number.
  private func refuseSymbolOfNoRevision(_ symbol: String) throws {
    let last = symbol.lowercased().split { $0 == " " || $0 == "/" }.last?.filter { $0 != "." }
    if last == "rev" {
      throw NegotiationError(
        .refused, "'\(symbol)' says revision, and no number", hint: "Give it with its number: '\(symbol) 2'.")
    }
    let isBorne = settings.symbol == symbol || settings.titleBlock.contains(symbol)
    guard isBorne, try !isUnfinished(symbol) else { return }
    throw NegotiationError(
      .refused, "the draft bears the symbol '\(symbol)' already",
      hint: "A revision has a symbol of its own, such as 'CP/CSH-1048/09 rev. 2'.")
  }

  /// Whether the chair made a revision of this symbol that is not undone.
  private func isUnfinished(_ symbol: String) throws -> Bool {
    var isMade = false
    try eachStandingDecision { _, message in
      isMade = message.action == .revise && message.first(.symbol) == symbol
      return !isMade
    }
    return isMade
  }
}
