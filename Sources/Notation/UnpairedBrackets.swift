/// The signs of brackets in a paragraph of a written text that have no partner in it.
package struct UnpairedBrackets {
  /// Where brackets of delegations begin that nothing closes, with the labels of each.
  package private(set) var open: [(place: Int, labels: [String])] = []

  /// The signs that close what nothing opened. What has a backslash at its beginning alone is whole.
  package private(set) var closing: [Int] = []

  /// The labels of each bracket of delegations that is whole, and its place with both signs.
  package private(set) var whole: [(labels: [String], place: ClosedRange<Int>)] = []

  /// - Parameter bytes: the paragraph with all its lines.
  package init(in bytes: [UInt8], labels: LabelTable) {
    guard bytes.contains(0x5B) || bytes.contains(0x5D) else { return }
    var finder = BracketLabelFinder(labels)
    var stack: [(place: Int, labels: [String]?)] = []
    var escaped = 0
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x5C:
        place += 1
        if place < bytes.count, bytes[place] == 0x5B, stack.isEmpty { escaped += 1 }
      case 0x5B: stack.append((place, finder.prefix(in: bytes, from: place + 1, to: bytes.count)?.labels))
      case 0x5D:
        if let bracket = stack.popLast() {
          if let labels = bracket.labels { whole.append((labels, bracket.place...place)) }
          break
        }
        if escaped > 0 { escaped -= 1 } else { closing.append(place) }
      default: break
      }
      place += 1
    }
    open = stack.compactMap { bracket in bracket.labels.map { (bracket.place, $0) } }
  }
}
