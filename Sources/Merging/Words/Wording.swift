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
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []

  /// Whether brackets or quotation marks stand in it.
  private(set) var hasPairs = false

  var count: Int { words.count }

  /// Cuts `text`, without the white space at its two ends.
  ///
  /// - Parameter model: a text that it probably resembles: words that stand there too are taken over, not cut again.
  init(_ text: String, like model: Guide? = nil, _ lexicon: inout Lexicon) {
    let first = text.utf8.first ?? 0x41
    let last = text.utf8.last ?? 0x41
    bytes = Array((isSpace(first) || isSpace(last) ? Spacing.trimmed(text) : text).utf8)
    let estimate = (model?.text.count ?? bytes.count / 6) + 16
    words.reserveCapacity(estimate)
    gaps.reserveCapacity(estimate)
    starts.reserveCapacity(estimate)
    ends.reserveCapacity(estimate)
    if let model { cut(like: model, &lexicon) } else { cut(&lexicon) }
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
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
  }

  /// Between two white spaces a text is cut the same way wherever it stands, so what follows a white space is compared
  /// with the model first.
  private mutating func cut(like model: Guide, _ lexicon: inout Lexicon) {
    let scanner = WordScanner(bytes: bytes)
    var (position, expected) = (0, 0)
    while true {
      let start = scanner.endOfSpace(from: position)
      gaps.append(lexicon.gap(of: position..<start, in: bytes))
      guard start < bytes.count else { return }
      if let next = takeOver(from: model, expected, start) {
        expected = next
        position = Int(ends[ends.count - 1])
        continue
      }
      position = scanner.endOfWord(from: start)
      let word = lexicon.number(of: start..<position, in: bytes)
      add(word, start, position, lexicon)
      if let place = model.place(after: word, expected) { expected = place }
    }
  }

  /// Takes the words of the model over as far as the same bytes stand at `start`, up to a white space in both.
  ///
  /// - Returns: the place in the model that follows.
  private mutating func takeOver(from model: Guide, _ expected: Int, _ start: Int) -> Int? {
    let source = model.text
    guard expected < source.count, gaps[gaps.count - 1] != .none || start == 0 else { return nil }
    let from = Int(source.starts[expected])
    let reach = from + equalBytes(start, source.bytes, from)
    // The chunks that end within reach; the last of them only if no more of the word follows here.
    var (next, last) = (expected, expected)
    while next < source.count, Int(source.ends[Int(model.chunkEnds[next]) - 1]) <= reach {
      (last, next) = (next, Int(model.chunkEnds[next]))
    }
    if next > expected {
      let end = start + Int(source.ends[next - 1]) - from
      if end < bytes.count, !isSpace(bytes[end]) { next = last }
    }
    guard next > expected else { return nil }
    let shift = Int32(truncatingIfNeeded: start - from)
    words += source.words[expected..<next]
    gaps += source.gaps[(expected + 1)..<next]
    for place in expected..<next { starts.append(source.starts[place] + shift) }
    for place in expected..<next { ends.append(source.ends[place] + shift) }
    if source.hasPairs { hasPairs = true }
    return next
  }

  /// How many bytes are the same from `start` here and from `from` in `other`.
  private func equalBytes(_ start: Int, _ other: [UInt8], _ from: Int) -> Int {
    let (here, there) = (bytes.span, other.span)
    let limit = min(here.count - start, there.count - from)
    var step = 0
    while step < limit, here[start + step] == there[from + step] { step += 1 }
    return step
  }

  /// The words of `range` with the white space between them, without that at their two ends.
  func text(_ range: Range<Int>) -> String {
    range.isEmpty
      ? "" : String(decoding: bytes[Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])], as: UTF8.self)
  }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
