internal import Merging

extension CreditedWording {
  /// The words of some of its parts, with what was struck in them.
  ///
  /// - Parameter parts: all of them, and which are wanted.
  func only(_ parts: [(words: TracedText, isWanted: Bool)], _ trace: inout WordTrace) -> CreditedWording {
    if parts.allSatisfy(\.isWanted) || parts.reduce(0, { $0 + $1.words.count }) != words.count { return self }
    let wanted = parts.filter { $0.isWanted && $0.words.count > 0 }
    let text = wanted.map { $0.words.text(0..<$0.words.count) }.joined(separator: " ")
    var result = CreditedWording(text: trace.words(of: text), notes: notes)
    var start = 0
    for part in parts {
      let range = start..<(start + part.words.count)
      start = range.upperBound
      guard part.isWanted else { continue }
      let shift = result.words.count - range.lowerBound
      result.struck += struck.filter { range.contains($0.place) || $0.place == range.upperBound }.map {
        var ghost = $0
        ghost.place += shift
        return ghost
      }
      result.words += words[range]
    }
    return result
  }

  /// Leaves each half of a paragraph the struck words that stood in it, and none that stand in the other.
  mutating func keepGhosts(of whole: CreditedWording, isFirst: Bool) {
    let own = Set(words.map(\.token))
    let cut =
      isFirst
      ? (whole.words.lastIndex { own.contains($0.token) }.map { $0 + 1 } ?? 0)
      : whole.words.firstIndex { own.contains($0.token) } ?? whole.words.count
    let kept = Set(
      whole.struck.filter { isFirst ? $0.place <= cut : $0.place > cut }.map(\.word.token))
    struck.removeAll { !kept.contains($0.word.token) }
  }
}
