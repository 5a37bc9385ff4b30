internal import Git

extension IndexedEvent {
  /// Some events in the order in which a history is told (``isBefore(_:_:)``), but within one second nothing before what
  /// it comes out of: a commit stands behind its parents, behind what was done before it on the same branch, and behind the
  /// proposals that it adopts. What one commit did stays in the order in which it is given.
  static func inOrder(_ events: [IndexedEvent]) -> [IndexedEvent] {
    let sorted = events.enumerated().sorted { first, second in
      first.element.commit.id == second.element.commit.id
        ? first.offset < second.offset : isBefore(first.element, second.element)
    }.map(\.element)
    var result: [IndexedEvent] = []
    result.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      let time = sorted[start].commit.time
      let end = sorted[start...].firstIndex { $0.commit.time != time } ?? sorted.endIndex
      result += ofOneSecond(sorted[start..<end])
      start = end
    }
    return result
  }

  /// - Cost: one look at each commit, unless one stands before what it comes out of.
  private static func ofOneSecond(_ events: ArraySlice<IndexedEvent>) -> [IndexedEvent] {
    var groups: [[IndexedEvent]] = []
    for event in events {
      if groups.last?.first?.commit.id == event.commit.id {
        groups[groups.count - 1].append(event)
      } else {
        groups.append([event])
      }
    }
    if groups.count < 2 { return Array(events) }
    let commits = groups.map { $0[0].commit }
    let places = Dictionary(commits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var origins = commits.map { commit in
      commit.parents.compactMap { places[$0] }
        + commit.adoptedNames.compactMap { name in
          commits.firstIndex { $0.id.hex.hasPrefix(name) }
        }
    }
    for line in Dictionary(grouping: commits.indices, by: { commits[$0].delegationEmail }).values {
      let line = line.sorted { (commits[$0].generation, $0) < (commits[$1].generation, $1) }
      for (before, next) in zip(line, line.dropFirst()) { origins[next].append(before) }
    }
    if zip(origins, origins.indices).allSatisfy({ origins, place in origins.allSatisfy { $0 < place } }) {
      return Array(events)
    }
    var result: [IndexedEvent] = []
    var waiting = Array(groups.indices)
    while !waiting.isEmpty {
      let left = Set(waiting)
      let next = waiting.firstIndex { left.isDisjoint(with: origins[$0]) } ?? 0
      result += groups[waiting.remove(at: next)]
    }
    return result
  }
}

extension CommitRecord {
  /// The beginnings of the names of the commits whose words were taken.
  fileprivate var adoptedNames: [Substring] { adopted.compactMap { $0.split(separator: " ").last } }
}
