/// The nodes of all forms that a merge tries, in a few arrays: a bracket costs no allocation, and a form that was not
/// chosen simply stays behind.
struct Forest {
  /// Sequences, each of which stands together; what is inside a bracket stands before it.
  var nodes: [Node] = []

  /// The sides of brackets; those of one bracket stand together.
  private(set) var choices: [Choice] = []

  /// The nodes of sequences, and the sides of brackets, that are not whole yet: the innermost is the last.
  var openNodes: [Node] = []
  var openChoices: [Choice] = []

  /// The parties of all sides, each with the one that follows it.
  private(set) var links: [Link] = []

  struct Link {
    let party: Int
    fileprivate(set) var next: Int32
  }

  /// Forgets everything but its memory.
  mutating func clear() {
    nodes.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    openNodes.removeAll(keepingCapacity: true)
    openChoices.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }

  /// Closes the sequence that was begun when so many nodes were open.
  mutating func closeNodes(from mark: Int) -> Stretch {
    let first = nodes.count
    for index in mark..<openNodes.count { nodes.append(openNodes[index]) }
    discardNodes(from: mark)
    return Stretch(first..<nodes.count)
  }

  mutating func discardNodes(from mark: Int) {
    while openNodes.count > mark { openNodes.removeLast() }
  }

  /// Closes the bracket that was begun when so many sides were open.
  mutating func closeChoices(from mark: Int) -> Stretch {
    let first = choices.count
    for index in mark..<openChoices.count { choices.append(openChoices[index]) }
    discardChoices(from: mark)
    return Stretch(first..<choices.count)
  }

  mutating func discardChoices(from mark: Int) {
    while openChoices.count > mark { openChoices.removeLast() }
  }

  /// The bracket with one side.
  mutating func single(_ choice: Choice) -> Stretch {
    choices.append(choice)
    return Stretch((choices.count - 1)..<choices.count)
  }

  /// Adds a side to the bracket whose sides are the last.
  mutating func append(_ choice: Choice) { choices.append(choice) }

  /// Adds the parties of a side, which is given up, to those of another.
  mutating func join(_ parties: Chain, toChoice index: Int) {
    var joined = choices[index].parties
    join(parties, to: &joined)
    choices[index].parties = joined
  }

  mutating func append(_ party: Int, to chain: inout Chain) {
    let place = Int32(truncatingIfNeeded: links.count)
    links.append(Link(party: party, next: -1))
    if chain.last >= 0 { links[Int(chain.last)].next = place } else { chain.first = place }
    chain.last = place
  }

  mutating func join(_ other: Chain, to chain: inout Chain) {
    if other.isEmpty { return }
    if chain.last >= 0 { links[Int(chain.last)].next = other.first } else { chain.first = other.first }
    chain.last = other.last
  }
}

/// A list whose elements stand anywhere in an array, each with the place of the next: lists that grow side by side need
/// no arrays of their own.
struct Chain {
  var first: Int32 = -1
  var last: Int32 = -1

  var isEmpty: Bool { first < 0 }
}
