/// The signs in a cell that have no partner in it.
struct CellSigns {
  /// Whether the bracket that the cell begins with does not end in it.
  var isLeftOpen = true
  var strayCloses = 0

  /// The first sign that opens what does not end in the cell, and the last that closes what does not begin in it.
  var open: String.Index?
  var close: String.Index?

  /// Whether tildes without a partner stand outside of its brackets, behind the last sign that closes none of its own.
  var hasOddTildes = false

  init(_ text: String) {
    var opens: [String.Index] = []
    var tildes = 0
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      var end = next
      switch bytes[index] {
      case 0x5C where next < bytes.endIndex: end = bytes.index(after: next)
      case 0x5B: opens.append(index)
      case 0x5D:
        if let open = opens.popLast() {
          if open == bytes.startIndex { isLeftOpen = false }
        } else {
          (strayCloses, close, tildes) = (strayCloses + 1, index, 0)
        }
      case 0x7E where opens.isEmpty && next < bytes.endIndex && bytes[next] == 0x7E:
        tildes += 1
        end = bytes.index(after: next)
      default: break
      }
      index = end
    }
    open = opens.first
    isLeftOpen = isLeftOpen && open == bytes.startIndex
    hasOddTildes = tildes % 2 == 1
  }
}

extension String {
  /// Puts the end of a bracket that does not begin in the cell behind the words that somebody wrote after it.
  mutating func putStrayCloseBehind() {
    guard let close = CellSigns(self).close else { return }
    let tail = self[index(after: close)...]
    if tail.allSatisfy(\.isWhitespace) { return }
    let head = self[..<close]
    let signs = head.hasSuffix("~~") && CellSigns(String(head)).hasOddTildes ? "~~]" : "]"
    self = String(head.dropLast(signs.count - 1)) + tail + signs
  }
}
