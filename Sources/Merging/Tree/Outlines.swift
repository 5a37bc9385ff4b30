/// Finds whether some of the sides of a bracket are equal.
///
/// One value serves one bracket after the other, so that its memory is not made anew for each.
struct Outlines {
  /// The outline of each side above its place.
  private var outlines: [Int] = []

  /// - Cost: as sorting so many numbers; what has one outline is compared.
  mutating func holdEqual(_ contents: [BracketedText]) -> Bool {
    // Only those with one outline, side by side when sorted, are compared.
    outlines.removeAll(keepingCapacity: true)
    for index in contents.indices { outlines.append(contents[index].outline << 20 | index) }
    outlines.sort()
    var start = 0
    for place in outlines.indices {
      let outline = outlines[place] >> 20
      while outlines[start] >> 20 != outline { start += 1 }
      if place - start > 32 { return Set(contents).count < contents.count }
      let content = contents[outlines[place] & 0xFFFFF]
      for other in start..<place where contents[outlines[other] & 0xFFFFF] == content { return true }
    }
    return false
  }
}

extension BracketedText {
  /// What is the same for equal texts, and for others mostly not: seen at once, where they are compared byte by byte.
  fileprivate var outline: Int {
    guard pieces.count == 1, case .text(let text) = pieces[0] else { return -pieces.count }
    let bytes = text.utf8.span
    return bytes.isEmpty ? 0 : bytes.count << 16 | Int(bytes[0]) << 8 | Int(bytes[bytes.count - 1])
  }
}
