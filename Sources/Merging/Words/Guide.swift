/// A text that others resemble, prepared so that they are cut faster.
struct Guide {
  let text: Wording

  /// For each place between words, the last one up to it that stands at a white space: before a text is cut further on
  /// than there, more of it must be seen.
  let chunkStarts: [Int32]

  /// For each word number, its only place in the text, or that it has none or several.
  private let places: [Int32]

  private static var none: Int32 { -1 }
  private static var several: Int32 { -2 }

  init(_ text: Wording, wordCount: Int) {
    self.text = text
    var chunkStarts = Array(repeating: Int32(0), count: text.count + 1)
    for place in 1..<max(1, text.count) {
      chunkStarts[place] = text.gaps[place] != .none ? Int32(truncatingIfNeeded: place) : chunkStarts[place - 1]
    }
    chunkStarts[text.count] = Int32(truncatingIfNeeded: text.count)
    var places = Array(repeating: Guide.none, count: wordCount)
    for (index, word) in text.words.enumerated() {
      places[Int(word)] = places[Int(word)] == Guide.none ? Int32(truncatingIfNeeded: index) : Guide.several
    }
    self.chunkStarts = chunkStarts
    self.places = places
  }

  /// How far a word that stands several times is looked for.
  private static var reach: (back: Int, ahead: Int) { (16, 64) }

  /// Where a word of a similar text probably stands here.
  ///
  /// - Parameters:
  ///   - expected: the place that follows the one of the word before.
  ///   - last: the place up to which the texts were seen to be the same.
  func place(of word: Int32, _ expected: Int, near last: Int) -> Int? {
    let words = text.words.span
    if expected < words.count, words[expected] == word { return expected }
    guard Int(word) < places.count, places[Int(word)] != Guide.none else { return nil }
    if places[Int(word)] >= 0 { return Int(places[Int(word)]) }
    for place in last..<max(last, min(words.count, last + Guide.reach.ahead)) where words[place] == word {
      return place
    }
    var place = last
    while place > max(0, last - Guide.reach.back) {
      place -= 1
      if words[place] == word { return place }
    }
    return nil
  }
}
