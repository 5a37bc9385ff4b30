/// The words between two brackets, with the white space round them.
struct WrittenWords {
  private var text = ""
  private var node: Node?

  mutating func append(_ next: Node, _ source: String, _ merge: Merge) {
    if node != nil { text = take(before: .none, source, merge) }
    node = next
  }

  /// Takes what is to be written before a bracket.
  mutating func take(before gap: Gap, _ source: String, _ merge: Merge) -> String {
    guard let node else { return gap == .space ? " " : String(gap, merge.lexicon) }
    self.node = nil
    let bytes = source.utf8.span
    let place = merge.tokens.span.place(of: node.words)
    // Where the white space is what stands in the source, all of it is one stretch of it.
    let before = node.before == .space && place.lowerBound > 0 && bytes[place.lowerBound - 1] == 0x20
    let after = gap == .space && place.upperBound < bytes.count && bytes[place.upperBound] == 0x20
    let words = String(
      bytes.extracting((place.lowerBound - (before ? 1 : 0))..<(place.upperBound + (after ? 1 : 0))))
    let (first, last) = (before ? Gap.none : node.before, after ? Gap.none : gap)
    if text.isEmpty, first == .none, last == .none { return words }
    defer { text = "" }
    return text + String(first, merge.lexicon) + words + String(last, merge.lexicon)
  }
}

extension String {
  /// White space as it is written.
  init(_ gap: Gap, _ lexicon: Lexicon) {
    self = gap == .none ? "" : String(decoding: lexicon.bytes(gap), as: UTF8.self)
  }
}
