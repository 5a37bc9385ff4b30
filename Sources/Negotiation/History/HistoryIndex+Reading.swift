internal import Drafting
internal import Git

extension HistoryIndex {
  /// The events of a paragraph in their order (``IndexedEvent/inOrder(_:)``).
  func events(of identifier: ParagraphIdentifier) throws -> [IndexedEvent] {
    var events = try tables.events(of: identifier, state)
    for (offset, found) in added.enumerated() {
      for event in found.events where event.identifier == identifier {
        events.append(IndexedEvent(number: state.commitCount + 1 + offset, commit: found.commit, event: event))
      }
    }
    return IndexedEvent.inOrder(events)
  }

  /// What the index holds of each of some paragraphs, in a number and a digest that no other history of it has.
  ///
  /// - Cost: reads one row for each, and those that are checked with it.
  func sums(of identifiers: [ParagraphIdentifier]) throws -> [ParagraphSum] {
    try identifiers.map { identifier in
      var sum =
        try tables.paragraphs(in: HistoryState.bucket(of: identifier), state)[identifier.description]
        ?? ParagraphSum()
      for (offset, found) in added.enumerated() {
        for event in found.events where event.identifier == identifier {
          sum.add(ParagraphSum.digest(identifier, state.commitCount + 1 + offset, found.commit.id, event.bytes))
        }
      }
      return sum
    }
  }

  /// The number of a commit, which goes up along each branch; `nil` where no branch has it.
  func number(of commit: ObjectID) throws -> Int? {
    if let offset = added.firstIndex(where: { $0.commit.id == commit }) { return state.commitCount + 1 + offset }
    if let number = try tables.number(of: commit, state) { return number }
    try tables.refuseAny(of: [commit])
    return nil
  }

  /// Every commit with its number, those that changed no paragraph too, in the order in which a history is told.
  func commits() throws -> [(number: Int, commit: CommitRecord)] {
    let new = added.enumerated().map { (number: state.commitCount + 1 + $0.offset, commit: $0.element.commit) }
    return (try tables.commits(state) + new).sorted { CommitRecord.isTold($0.commit, before: $1.commit) }
  }

  /// Every event of the negotiation, one after the other, until `body` says that it is enough.
  ///
  /// - Parameter tellsActs: also what changed no paragraph, unless a branch only followed main.
  func eachEvent(newestFirst: Bool, tellsActs: Bool = false, _ body: (IndexedEvent) throws -> Bool) throws {
    var group: [IndexedEvent] = []
    var pending = added.enumerated().map { (number: state.commitCount + 1 + $0.offset, found: $0.element) }
      .sorted {
        newestFirst ? $0.found.commit.time < $1.found.commit.time : $0.found.commit.time > $1.found.commit.time
      }
    var goesOn = true
    func flush() throws {
      let sorted = IndexedEvent.inOrder(group)
      group = []
      for event in newestFirst ? sorted.reversed() : sorted where goesOn { goesOn = try body(event) }
    }
    func take(_ number: Int, _ commit: CommitRecord, _ events: () throws -> [EventRecord]) throws {
      if let time = group.first?.commit.time, time != commit.time { try flush() }
      guard goesOn else { return }
      let events = try events()
      group += events.map { IndexedEvent(number: number, commit: commit, event: $0) }
      if tellsActs, events.isEmpty, commit.action != .follow {
        group.append(IndexedEvent(act: commit, number: number))
      }
    }
    func takePending(before time: Int?) throws {
      while let next = pending.last,
        time.map({ newestFirst ? next.found.commit.time >= $0 : next.found.commit.time <= $0 }) ?? true
      {
        pending.removeLast()
        try take(next.number, next.found.commit) { next.found.events }
      }
    }
    try tables.eachCommit(newestFirst: newestFirst, state) { number, commit, touched in
      try takePending(before: commit.time)
      try take(number, commit) { try touched.map { try tables.event(number, commit.id, $0) } }
      return goesOn
    }
    try takePending(before: nil)
    try flush()
  }
}
