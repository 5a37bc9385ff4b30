package import Drafting
package import Git

extension Negotiation {
  /// Everything that happened to a paragraph on main and on every delegation's branch, oldest first.
  ///
  /// - Parameters:
  ///   - filter: which events; only those are read whole.
  ///   - withWords: whether the words before and after are compared (``ParagraphEvent/words``).
  ///   - withRelated: also what happened to the paragraphs of its family while they had its words (``ParagraphFamily``).
  /// - Cost: follows the number of the paragraph's events, not the length of the history; the first time, and where the
  ///   index is damaged, every commit is looked at once.
  package func events(
    of identifier: ParagraphIdentifier, matching filter: EventFilter = EventFilter(), withWords: Bool = true,
    withRelated: Bool = false
  ) throws -> [ParagraphEvent] {
    try withHistory { index in
      let known = try index.events(of: identifier)
      let own = withRelated ? try lineage(of: identifier, known, in: index) : known
      let selection = try EventSelection(filter, self, index)
      let taken = own.filter(selection.takes)
      var reader = EventReader(self, comparesWords: withWords)
      reader.index = index
      if withWords { reader.known[identifier] = ToldEvents(known) }
      return try (filter.limit.map { taken.suffix(max(0, $0)) } ?? taken[...]).map {
        try reader.event($0.commit, $0.event, revision: selection.revision(of: $0))
      }
    }
  }

  /// What a commit did to each paragraph, in the order of the draft. That a draft is kept does nothing to any.
  package func events(of commit: ObjectID) throws -> [ParagraphEvent] {
    let stored = try repository.commit(commit)
    return CommitMessage(text: stored.message).action == .keep ? [] : try changes(by: stored)
  }

  /// What a commit wrote into each paragraph: a kept draft has brackets there, and changes none.
  func changes(by stored: Commit) throws -> [ParagraphEvent] {
    let found = try CommitScan(repository).found(
      in: WalkedCommit(commit: stored, parentTrees: stored.parents.map { try repository.commit($0).tree }))
    var reader = EventReader(self)
    let revision = try revision(of: stored.id)
    return try found.events.map { try reader.event(found.commit, $0, revision: revision) }
  }

  /// The first revision that holds a commit; `nil` where none does, or no branch has the commit.
  package func revision(of commit: ObjectID) throws -> String? {
    let stored = try repository.commit(commit)
    let record = CommitRecord(stored, CommitMessage(text: stored.message))
    return try withHistory { index in
      let act =
        record.action == .keep
        ? try keptDrafts(index, newestFirst: true).first { $0.commit.id == commit }
        : try index.number(of: commit).map { IndexedEvent(act: record, number: $0) }
      return try act.map { try EventSelection(EventFilter(), self, index).revision(of: $0) } ?? nil
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

  /// The acts that belong to the history of a paragraph.
  func family(of identifier: ParagraphIdentifier) throws -> ParagraphFamily {
    try withHistory { try family(of: identifier, $0.events) }
  }

  private func family(
    of identifier: ParagraphIdentifier, _ events: (ParagraphIdentifier) throws -> [IndexedEvent]
  ) throws -> ParagraphFamily {
    try ParagraphFamily(of: identifier, events) { [repository] event, file in
      try file.map { try repository.paragraph($0, path: event.event.identifier.path, commit: event.commit.id).text }
    }
  }

  /// Events as the index has them, read whole but for the words that they changed.
  func read(_ found: [IndexedEvent]) throws -> [ParagraphEvent] {
    let selection = try withHistory { try EventSelection(EventFilter(), self, $0) }
    var reader = EventReader(self, comparesWords: false)
    return try found.map { try reader.event($0.commit, $0.event, revision: selection.revision(of: $0)) }
  }

  /// A paragraph's own events, and those of its family (``ParagraphFamily``). What a split or a join did to both, and its
  /// undoing, is told of one of them.
  private func lineage(
    of identifier: ParagraphIdentifier, _ own: [IndexedEvent], in index: HistoryIndex
  ) throws -> [IndexedEvent] {
    let family = try family(of: identifier) { try $0 == identifier ? own : index.events(of: $0) }
    if family.paragraphs.count == 1 { return own }
    var found = own
    var told = Set(found.map(\.commit.id)).intersection(family.borders)
    for other in family.paragraphs.dropFirst().sorted() {
      let held = family.events.filter { event in
        event.event.identifier == other && !told.contains(event.commit.id)
          && family.holds(event.commit.id, on: other)
      }
      told.formUnion(held.map(\.commit.id).filter(family.borders.contains))
      found += held
    }
    return IndexedEvent.inOrder(found)
  }
}

extension Delegation {
  /// The e-mail address that stands for the delegation in a commit.
  var signatureEmail: String { code.signatureEmail }
}

extension DelegationCode {
  /// The e-mail address that stands for its delegation in a commit.
  var signatureEmail: String { "\(identifierPrefix)@delegations.invalid" }
}
