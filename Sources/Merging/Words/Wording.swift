internal import TextForm

/// A text cut into words: white space, word, white space, word, … white space. Joined back it is the text, byte for byte.
///
/// Numbers (`1,000`, `12/04`, `5bis`), hyphenated words and `victim's` are one word, a footnote mark (`[^12]`) too; the
/// elided articles (`l'`, `d'`, `qu'`) are their own, and so is each punctuation mark.
struct Wording {
  let bytes: [UInt8]

  /// The number of each word in the lexicon.
  private(set) var words: [Int32] = []

  /// The white space before each word, and after the last: one more than there are words.
  private(set) var gaps: [Gap] = []

  /// Where each word begins and ends.
  private var places: [SIMD2<Int32>] = []

  /// Whether brackets or quotation marks stand in it.
  private(set) var hasPairs = false

  var count: Int { words.count }

  /// Cuts `text`, without the white space at its two ends.
  init(_ text: String, _ lexicon: inout Lexicon) {
    bytes = trimmedBytes(text)
    makeRoom(bytes.count / 6 + 16)
    cut(&lexicon)
  }

  /// The same for a text that probably resembles another: words that stand there too are taken over, not cut again.
  init(_ text: String, like model: Guide, _ lexicon: inout Lexicon) {
    bytes = trimmedBytes(text)
    makeRoom(model.text.count + 16)
    cut(like: model, &lexicon)
  }

  private mutating func makeRoom(_ count: Int) {
    words.reserveCapacity(count)
    gaps.reserveCapacity(count + 1)
    places.reserveCapacity(count)
  }

  private mutating func cut(_ lexicon: inout Lexicon) {
    let scanner = WordScanner(bytes: bytes)
    var position = 0
    while true {
      let start = scanner.endOfSpace(from: position)
      gaps.append(lexicon.gap(of: position..<start, in: bytes))
      guard start < bytes.count else { return }
      position = scanner.endOfWord(from: start)
      add(lexicon.number(of: start..<position, in: bytes), start, position, lexicon)
    }
  }

  private mutating func add(_ word: Int32, _ start: Int, _ end: Int, _ lexicon: Lexicon) {
    if lexicon.traits[Int(word)].pair != .none { hasPairs = true }
    words.append(word)
    places.append(SIMD2(Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end)))
  }

  /// Between two white spaces a text is cut the same way wherever it stands, so what follows a white space is compared
  /// with the model first.
  private mutating func cut(like model: Guide, _ lexicon: inout Lexicon) {
    let scanner = WordScanner(bytes: bytes)
    var (position, expected, last) = (0, 0, 0)
    while true {
      let start = scanner.endOfSpace(from: position)
      gaps.append(lexicon.gap(of: position..<start, in: bytes))
      guard start < bytes.count else { return }
      if let next = takeOver(from: model, expected, start) {
        (expected, last) = (next, next)
        position = end(count - 1)
        continue
      }
      position = scanner.endOfWord(from: start)
      let word = lexicon.number(of: start..<position, in: bytes)
      add(word, start, position, lexicon)
      if let place = model.place(of: word, expected, near: last) { expected = place + 1 }
    }
  }

  /// Takes the words of the model over as far as the same bytes stand at `start`, up to a white space in both.
  ///
  /// - Returns: the place in the model that follows.
  private mutating func takeOver(from model: Guide, _ expected: Int, _ start: Int) -> Int? {
    guard expected < model.text.count, gaps[gaps.count - 1] != .none || start == 0 else { return nil }
    let from = model.text.start(expected)
    guard bytes[start] == model.text.bytes[from] else { return nil }
    let reach =
      from + commonByteCount(bytes.span.extracting(start...), model.text.bytes.span.extracting(from...))
    var next = model.chunk(endingBy: reach, from: expected)
    if next > expected {
      // The last of the chunks only if no more of the word follows here.
      let end = start + model.text.end(next - 1) - from
      if end < bytes.count, !isSpace(bytes[end]) { next = Int(model.chunkStarts[next - 1]) }
    }
    guard next > expected else { return nil }
    words += model.text.words[expected..<next]
    gaps += model.text.gaps[(expected + 1)..<next]
    let first = places.count
    places += model.text.places[expected..<next]
    let shift = SIMD2(repeating: Int32(truncatingIfNeeded: start - from))
    var moved = places.mutableSpan
    for place in first..<moved.count { moved[place] &+= shift }
    if model.text.hasPairs { hasPairs = true }
    return next
  }

  func start(_ word: Int) -> Int { Int(places[word].x) }

  func end(_ word: Int) -> Int { Int(places[word].y) }

  /// Where the bytes of some words stand, with the white space between them, without that at their two ends.
  func place(_ range: Range<Int>) -> Range<Int> { start(range.lowerBound)..<end(range.upperBound - 1) }

  /// The words of `range` with the white space between them, without that at their two ends.
  func text(_ range: Range<Int>) -> String {
    range.isEmpty
      ? "" : String(decoding: bytes[place(range)], as: UTF8.self)
  }
}

extension Guide {
  /// The last place up to which whole chunks end within `reach` bytes; `place` itself where none does.
  fileprivate func chunk(endingBy reach: Int, from place: Int) -> Int {
    var (low, high) = (place, text.count)
    while low < high {
      let middle = (low + high) / 2
      if text.end(middle) <= reach { low = middle + 1 } else { high = middle }
    }
    return max(place, Int(chunkStarts[low]))
  }
}

private func trimmedBytes(_ text: String) -> [UInt8] {
  let (first, last) = (text.utf8.first ?? 0x41, text.utf8.last ?? 0x41)
  return Array((isSpace(first) || isSpace(last) ? Spacing.trimmed(text) : text).utf8)
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
