internal import Drafting
internal import Git

/// An ``EventFilter`` made ready for one negotiation, and the revision in which each event fell.
struct EventSelection {
  private let filter: EventFilter
  private let codes: [String: DelegationCode]
  private let revisions: [(name: String, main: Int?, tips: [DelegationCode: Int])]
  private let since: Int?
  private let until: Int?
  private let exactly: Int?

  /// - Throws: `NegotiationError.notFound` for a revision that was not made.
  init(_ filter: EventFilter, _ negotiation: Negotiation, _ index: HistoryIndex) throws {
    self.filter = filter
    let revisions = try negotiation.revisions()
    self.revisions = try revisions.map { revision in
      (
        revision.name, try index.number(of: revision.main),
        try revision.tips.compactMapValues { try index.number(of: $0) }
      )
    }
    codes = Dictionary(
      negotiation.registry.delegations.map { ($0.signatureEmail, $0.code) }, uniquingKeysWith: { first, _ in first })
    func position(_ name: String?) throws -> Int? {
      guard let name else { return nil }
      let found = try negotiation.revision(named: name)
      return revisions.firstIndex { $0.name == found.name }
    }
    since = try position(filter.sinceRevision)
    until = try position(filter.untilRevision)
    exactly = try position(filter.revision)
  }

  /// The first revision that holds a commit of the index, by its place among all; their count where none does.
  ///
  /// Numbers go up along each branch, so a branch's tip in a revision parts what was there from what came later.
  func position(of number: Int, _ commit: CommitRecord) -> Int {
    let code = codes[commit.authorEmail]
    return revisions.firstIndex { revision in
      let tip = code.map { revision.tips[$0] } ?? revision.main
      return tip.map { number <= $0 } ?? false
    } ?? revisions.count
  }

  /// The name of the revision at a place; `nil` behind the last.
  func name(at position: Int) -> String? { revisions.indices.contains(position) ? revisions[position].name : nil }

  func revision(of event: IndexedEvent) -> String? { name(at: position(of: event.number, event.commit)) }

  func takes(_ event: IndexedEvent) -> Bool {
    let commit = event.commit
    if !filter.delegations.isEmpty, !filter.delegations.contains(codes[commit.authorEmail] ?? .chair) {
      return false
    }
    if !filter.times.admits(commit.time, commit.offsetMinutes) { return false }
    if !filter.actions.isEmpty, commit.action.map({ !filter.actions.contains($0) }) ?? true { return false }
    if since == nil, until == nil, exactly == nil { return true }
    let position = position(of: event.number, commit)
    return position > since ?? -1 && position <= until ?? .max && position == exactly ?? position
  }
}
