/// The order in which all paragraphs stand in the consolidated draft: those of the base where they are, and between them
/// whatever any delegation adds.
///
/// A new paragraph stands after the paragraph of the base that it follows in its delegation's list (one that the
/// delegation itself moved does not count); in several lists, after the one that comes first. New paragraphs at one
/// place keep the order of every list as far as the lists agree; for the rest the smaller identifier comes first.
/// The order of `lists` changes nothing.
///
/// - Cost: n log n in the sum of the lengths.
package func consolidatedOrder<Identifier: Hashable & Comparable & Sendable>(
  base: [Identifier], lists: [[Identifier]]
) -> [Identifier] {
  let base = unique(base)
  let places = Dictionary(uniqueKeysWithValues: zip(base, base.indices))
  var home: [Identifier: Int] = [:]
  var followers: [Identifier: Set<Identifier>] = [:]
  for list in lists.map(unique) {
    let common = list.filter { places[$0] != nil }
    let staying = Set(longestRising(common.map { places[$0] ?? 0 }).map { common[$0] })
    var place = -1
    var previous: Identifier?
    for identifier in list {
      if let known = places[identifier] {
        if staying.contains(identifier) { (place, previous) = (known, nil) }
        continue
      }
      home[identifier] = min(home[identifier] ?? place, place)
      if let previous { followers[previous, default: []].insert(identifier) }
      previous = identifier
    }
  }
  var groups: [Int: [Identifier]] = [:]
  for (identifier, place) in home { groups[place, default: []].append(identifier) }
  var order: [Identifier] = []
  for place in -1..<base.count {
    if place >= 0 { order.append(base[place]) }
    if let group = groups[place] { order += arranged(group, followers) }
  }
  return order
}

/// A topological order, the smallest identifier first wherever there is a choice, also where the lists contradict each
/// other.
private func arranged<Identifier: Hashable & Comparable & Sendable>(
  _ group: [Identifier], _ followers: [Identifier: Set<Identifier>]
) -> [Identifier] {
  let members = Set(group)
  var waiting: [Identifier: Int] = [:]
  for identifier in group {
    for follower in followers[identifier] ?? [] where members.contains(follower) { waiting[follower, default: 0] += 1 }
  }
  var ready = Heap(group.filter { waiting[$0] == nil })
  var blocked = Set(group.filter { waiting[$0] != nil })
  var order: [Identifier] = []
  while order.count < group.count {
    guard let next = ready.popLeast() ?? blocked.min() else { break }
    blocked.remove(next)
    order.append(next)
    for follower in followers[next] ?? [] where blocked.contains(follower) {
      let left = (waiting[follower] ?? 1) - 1
      waiting[follower] = left
      if left == 0 {
        blocked.remove(follower)
        ready.insert(follower)
      }
    }
  }
  return order
}

/// A queue from which the least element comes first.
private struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  init(_ elements: [Element]) { for element in elements { insert(element) } }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[child] < elements[(child - 1) / 2] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLeast() -> Element? {
    guard let least = elements.first, let last = elements.popLast() else { return nil }
    if elements.isEmpty { return least }
    elements[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < elements.count }
      guard let least = children.min(by: { elements[$0] < elements[$1] }), elements[least] < elements[parent] else {
        break
      }
      elements.swapAt(parent, least)
      parent = least
    }
    return least
  }
}
