internal import TextForm

/// A text that others resemble, prepared so that they are cut faster.
///
/// One value serves one merge after the other, so that its memory is not made anew for each.
struct Guide {
  private(set) var source = ""
  private(set) var text = Wording(range: 0..<0, hasPairs: false)

  /// The text's tokens, from 0.
  private var tokens: [Token] = []

  /// For each place between words, the last one up to it that stands at a white space: before a text is cut further on
  /// than there, more of it must be seen.
  private var chunkStarts: [Int32] = []

  /// For each word number, its only place in the text, or that it has none or several.
  private var places: [Int32] = []

  private static var none: Int32 { -1 }
  private static var several: Int32 { -2 }

  /// Takes up a text.
  ///
  /// - Parameter tokens: its tokens, and no others.
  mutating func begin(_ source: String, _ text: Wording, _ tokens: [Token], wordCount: Int) {
    for token in self.tokens where token.word >= 0 { places[Int(token.word)] = Guide.none }
    self.source = source
    self.text = text
    self.tokens.removeAll(keepingCapacity: true)
    self.tokens += tokens
    if places.count < wordCount { places += Array(repeating: Guide.none, count: wordCount - places.count) }
    chunkStarts.removeAll(keepingCapacity: true)
    var chunk = 0
    for place in 0..<text.count {
      if self.tokens[place].gap != .none { chunk = place }
      chunkStarts.append(Int32(truncatingIfNeeded: chunk))
      let word = Int(self.tokens[place].word)
      places[word] = places[word] == Guide.none ? Int32(truncatingIfNeeded: place) : Guide.several
    }
    chunkStarts.append(Int32(truncatingIfNeeded: text.count))
  }

  /// How far a word that stands several times is looked for.
  private static var reach: (back: Int, ahead: Int) { (16, 64) }

  /// Where a word of a similar text probably stands here.
  ///
  /// - Parameters:
  ///   - expected: the place that follows the one of the word before.
  ///   - last: the place up to which the texts were seen to be the same.
  func place(of word: Int32, _ expected: Int, near last: Int) -> Int? {
    let words = tokens.span
    if words[expected].word == word { return expected }
    guard Int(word) < places.count, places[Int(word)] != Guide.none else { return nil }
    if places[Int(word)] >= 0 { return Int(places[Int(word)]) }
    for place in last..<max(last, min(text.count, last + Guide.reach.ahead)) where words[place].word == word {
      return place
    }
    var place = last
    while place > max(0, last - Guide.reach.back) {
      place -= 1
      if words[place].word == word { return place }
    }
    return nil
  }

  /// Takes the words over as far as the same bytes stand at `start`, up to a white space in both.
  ///
  /// - Parameters:
  ///   - expected: the place of the first.
  ///   - bytes: the other text, which ends at `end`.
  ///   - model: the bytes of ``source``.
  /// - Returns: the place that follows; `nil` where none was taken over.
  func takeOver(
    from expected: Int, _ bytes: Span<UInt8>, _ model: Span<UInt8>, _ start: Int, _ end: Int, after gap: Gap,
    to others: inout [Token]
  ) -> Int? {
    guard expected < text.count else { return nil }
    let from = tokens[expected].start
    guard bytes[start] == model[from] else { return nil }
    let reach = from + commonByteCount(bytes.extracting(start..<end), model.extracting(from...))
    var next = chunk(endingBy: reach, from: expected)
    if next > expected {
      // The last of the chunks only if no more of the word follows here.
      let after = start + tokens[next - 1].end - from
      if after < end, !isSpace(bytes[after]) { next = Int(chunkStarts[next - 1]) }
    }
    guard next > expected else { return nil }
    let shift = SIMD2(repeating: Int32(truncatingIfNeeded: start - from))
    let own = tokens.span
    let taken = own.extracting(expected..<next)
    let first = others.count
    others.append(addingCapacity: taken.count) { others in
      for index in taken.indices {
        var token = taken[index]
        token.place &+= shift
        others.append(token)
      }
    }
    others[first].gap = gap
    return next
  }

  /// The last place up to which whole chunks end within `reach` bytes; `place` itself where none does.
  private func chunk(endingBy reach: Int, from place: Int) -> Int {
    let tokens = tokens.span
    var (low, high) = (place, text.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= reach { low = middle + 1 } else { high = middle }
    }
    return max(place, Int(chunkStarts[low]))
  }
}
