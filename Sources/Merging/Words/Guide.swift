/// A text that others resemble, prepared so that they are cut faster.
struct Guide {
  let text: Wording

  /// For each word, the first word after it that follows a white space; the count at the end.
  let chunkEnds: [Int32]

  /// For each word number, its last place in the text; -1 for those that do not stand in it.
  private let places: [Int32]

  init(_ text: Wording, wordCount: Int) {
    self.text = text
    var chunkEnds = Array(repeating: Int32(text.count), count: text.count)
    for index in stride(from: text.count - 2, through: 0, by: -1) {
      chunkEnds[index] = text.gaps[index + 1] != .none ? Int32(index + 1) : chunkEnds[index + 1]
    }
    var places = Array(repeating: Int32(-1), count: wordCount)
    for (index, word) in text.words.enumerated() { places[Int(word)] = Int32(index) }
    self.chunkEnds = chunkEnds
    self.places = places
  }

  /// Where a text probably goes on after `word`, which was not the one expected.
  func place(after word: Int32, _ expected: Int) -> Int? {
    guard Int(word) < places.count, places[Int(word)] >= 0 else { return nil }
    // A word that stands at the place expected is meant there, though it may stand later too.
    if expected < text.count, text.words[expected] == word { return expected + 1 }
    return Int(places[Int(word)]) + 1
  }
}
