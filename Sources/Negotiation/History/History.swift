package import Drafting
package import Git

extension Negotiation {
  /// Everything that happened to a paragraph on main and on every delegation's branch, oldest first.
  ///
  /// - Parameters:
  ///   - filter: which events; only those are read whole.
  ///   - withWords: whether the words before and after are compared (``ParagraphEvent/words``).
  ///   - withRelated: also what happened to the paragraph that this one was split from, before the split, and to those
  ///     that were joined to it, before the join.
  /// - Cost: follows the number of the paragraph's events, not the length of the history; the first time, and where the
  ///   index is damaged, every commit is looked at once.
  package func events(
    of identifier: ParagraphIdentifier, matching filter: EventFilter = EventFilter(), withWords: Bool = true,
    withRelated: Bool = false
  ) throws -> [ParagraphEvent] {
    let (found, selection) = try withHistory { index in
      let own =
        withRelated ? try lineage(of: identifier, in: index) : try index.events(of: identifier)
      let selection = try EventSelection(filter, self, index)
      let taken = own.filter(selection.takes)
      return (filter.limit.map { Array(taken.suffix(max(0, $0))) } ?? taken, selection)
    }
    var reader = EventReader(self, comparesWords: withWords)
    return try found.map { try reader.event($0.commit, $0.event, revision: selection.revision(of: $0)) }
  }

  /// What a commit did to each paragraph, in the order of the draft.
  package func events(of commit: ObjectID) throws -> [ParagraphEvent] {
    let stored = try repository.commit(commit)
    let found = try CommitScan(repository).found(
      in: WalkedCommit(commit: stored, parentTrees: stored.parents.map { try repository.commit($0).tree }))
    var reader = EventReader(self)
    return try found.events.map { try reader.event(found.commit, $0, revision: nil) }
  }

  /// The first revision that holds a commit; `nil` where none does, or no branch has the commit.
  package func revision(of commit: ObjectID) throws -> String? {
    try withHistory { index in
      guard let number = try index.number(of: commit) else { return nil }
      let stored = try repository.commit(commit)
      let record = CommitRecord(stored, CommitMessage(text: stored.message))
      let event = EventRecord(identifier: ParagraphIdentifier(ordinal: 1))
      return try EventSelection(EventFilter(), self, index).revision(
        of: IndexedEvent(number: number, commit: record, event: event))
    }
  }

  /// Answers from the index, brought up to date; one that shows damage is made anew, and asked again.
  func withHistory<Value>(_ body: (HistoryIndex) throws -> Value) throws -> Value {
    for _ in 0..<3 {
      do {
        let index = try history ?? HistoryIndex.current(repository, historyProgress)
        history = index
        return try index.read(body)
      } catch is HistoryIndex.Overtaken {
        history = nil
      } catch  where HistoryIndex.isDamage(error) {
        history = try HistoryIndex.rebuilt(repository, historyProgress)
      }
    }
    return try HistoryIndex.inMemory(repository, historyProgress).read(body)
  }

  /// A paragraph's own events, and those before a split or a join of the paragraphs it came from; before the last one,
  /// where that was undone and done again. What a split or a join did to both, and its undoing, is told of one of them.
  private func lineage(of identifier: ParagraphIdentifier, in index: HistoryIndex) throws -> [IndexedEvent] {
    var borders: [ParagraphIdentifier: IndexedEvent] = [:]
    var known: [ParagraphIdentifier: [IndexedEvent]] = [:]
    var told: [ParagraphIdentifier: Set<String>] = [:]
    func events(_ identifier: ParagraphIdentifier) throws -> [IndexedEvent] {
      let all = try known[identifier] ?? index.events(of: identifier)
      known[identifier] = all
      return borders[identifier].map { border in all.filter { IndexedEvent.isBefore($0, border) } } ?? all
    }
    var waiting = [identifier]
    while let next = waiting.popLast() {
      for event in try events(next) {
        guard let other = event.commit.origin(of: next) else { continue }
        told[other, default: []].insert(event.commit.id.hex)
        if other == identifier || borders[other].map({ !IndexedEvent.isBefore($0, event) }) ?? false { continue }
        borders[other] = event
        waiting.append(other)
      }
    }
    let others = try borders.keys.sorted().flatMap { other in
      let told = told[other] ?? []
      return try events(other).filter { event in
        !told.contains(event.commit.id.hex) && told.isDisjoint(with: event.commit.message.values(.undoes))
      }
    }
    let own = try events(identifier)
    let seen = Set((own + others).map(\.commit.id))
    let meanwhile = try own.flatMap { try Self.askedMeanwhile($0, own, of: identifier, in: index) }
    return IndexedEvent.inOrder(own + others + meanwhile.filter { !seen.contains($0.commit.id) })
  }

  /// What delegations asked for on the other paragraph of a split or a join until an event undid that: it was about the
  /// words of both.
  private static func askedMeanwhile(
    _ undoing: IndexedEvent, _ own: [IndexedEvent], of identifier: ParagraphIdentifier, in index: HistoryIndex
  ) throws -> [IndexedEvent] {
    guard let name = undoing.commit.message.first(.undoes),
      let undone = own.first(where: { $0.commit.id.hex == name }), undone.commit.pair.contains(identifier),
      let other = undone.commit.pair.first(where: { $0 != identifier })
    else { return [] }
    return try index.events(of: other).filter { event in
      event.commit.action?.isAsking == true && IndexedEvent.isBefore(undone, event)
        && IndexedEvent.isBefore(event, undoing)
    }
  }
}

extension CommitRecord {
  /// The paragraph that another was split from or that was joined to it; `nil` where the commit does neither.
  fileprivate func origin(of identifier: ParagraphIdentifier) -> ParagraphIdentifier? {
    guard pair.count == 2, pair[0] != pair[1], pair[action == .split ? 1 : 0] == identifier else { return nil }
    return pair[action == .split ? 0 : 1]
  }
}

extension Action {
  /// Whether a delegation says with it what it wants.
  fileprivate var isAsking: Bool {
    switch self {
    case .propose, .support, .withdraw, .reserve, .oppose: true
    default: false
    }
  }
}

extension Delegation {
  /// The e-mail address that stands for the delegation in a commit.
  var signatureEmail: String { "\(code.identifierPrefix)@delegations.invalid" }
}
