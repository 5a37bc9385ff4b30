internal import Drafting
internal import Git

/// One line of the history of a negotiation.
package enum Happening: Sendable {
  /// Something that happened to a paragraph.
  case event(ParagraphEvent)
  /// An act that changed no paragraph: a revision, a kept draft, the undoing of either.
  case act(RecordedAct)
}

extension Negotiation {
  /// Everything that happened in the negotiation, one thing after the other, until `body` says that it is enough.
  ///
  /// Within a commit the events stand in the order of the draft, also where the newest comes first. A branch that followed
  /// main and changed nothing has not acted.
  ///
  /// - Parameter filter: which events and acts; its limit counts from where the telling begins.
  package func eachHappening(
    newestFirst: Bool, matching filter: EventFilter = EventFilter(), _ body: (Happening) throws -> Bool
  ) throws {
    try tell(newestFirst: newestFirst, filter, withActs: true, body)
  }

  /// Every event of a paragraph in the negotiation; see ``eachHappening(newestFirst:matching:_:)``.
  package func eachEvent(
    newestFirst: Bool, matching filter: EventFilter = EventFilter(), _ body: (ParagraphEvent) throws -> Bool
  ) throws {
    try tell(newestFirst: newestFirst, filter, withActs: false) { happening in
      guard case .event(let event) = happening else { return true }
      return try body(event)
    }
  }

  private func tell(
    newestFirst: Bool, _ filter: EventFilter, withActs: Bool, _ body: (Happening) throws -> Bool
  ) throws {
    var reader = EventReader(self)
    let authors = delegationsByEmail
    // Where damage shows on the way, the index is made anew, and the telling goes on where it was.
    var told = 0
    let limit = filter.limit ?? .max
    try withHistory { index in
      let selection = try EventSelection(filter, self, index)
      var count = 0
      if limit <= 0 { return }
      (reader.index, reader.known) = (index, [:])
      func take(_ happened: IndexedEvent) throws -> Bool {
        guard selection.takes(happened) else { return true }
        count += 1
        if count > told {
          let revision = selection.revision(of: happened)
          let happening: Happening =
            happened.isAct
            ? .act(RecordedAct(happened.commit, authors, revision))
            : .event(try reader.event(happened.commit, happened.event, revision: revision))
          // Told only once it is read: what it is told on may be what is damaged.
          told = count
          if try !body(happening) { return false }
        }
        return count < limit
      }
      var kept = withActs ? try keptDrafts(index, newestFirst: newestFirst) : []
      var goesOn = true
      try index.eachEvent(newestFirst: newestFirst, tellsActs: withActs) { event in
        while goesOn, let next = kept.first,
          newestFirst ? next.commit.time >= event.commit.time : next.commit.time < event.commit.time
        {
          goesOn = try take(kept.removeFirst())
        }
        if goesOn { goesOn = try take(event) }
        return goesOn
      }
      for next in kept where goesOn { goesOn = try take(next) }
    }
  }

  /// The drafts that were kept, each as an act that the index knows as it knows the chair's text of the first revision
  /// which has it; behind all others where none does.
  func keptDrafts(_ index: HistoryIndex, newestFirst: Bool) throws -> [IndexedEvent] {
    var found: [IndexedEvent] = []
    let revisions = Dictionary(try revisions().map { ($0.draft, $0.main) }, uniquingKeysWith: { first, _ in first })
    var number = Int.max
    var next = try repository.reference(ReferenceNames.consolidated)
    while let id = next {
      let commit = try repository.commit(id)
      let record = CommitRecord(commit, CommitMessage(text: commit.message))
      guard record.action == .keep else { break }
      if let main = revisions[id] { number = try index.number(of: main) ?? number }
      found.append(IndexedEvent(act: record, number: number))
      next = commit.parents.count > 1 ? commit.parents.last : nil
    }
    return newestFirst ? found : found.reversed()
  }
}
