internal import Drafting
internal import Notation

/// One side of a document block by block, a block being a paragraph of the draft with all its lines, and the signs of
/// brackets in each that have lost their partners.
///
/// Nobody can tell any more whose the words behind such a sign are.
struct BrokenBrackets {
  struct Block {
    /// The paragraphs of the document whose words it has.
    var paragraphs: ClosedRange<Int>
    var identifier: ParagraphIdentifier?

    /// The labels of brackets that nothing closes.
    var open: [String] = []

    /// The brackets that another block closes.
    var cut: [CutBracket] = []

    var counts = Counts()
  }

  /// A bracket that goes on in another block, and of which the parts are none.
  struct CutBracket {
    var labels: [String]

    /// Its letters alone, which no sign, mark or border of lines parts.
    var letters: String

    /// The block that closes it; then the last paragraph of the document that this block has.
    var last: Int
  }

  struct Counts {
    /// How many signs close what nothing opens.
    var close = 0

    /// How many brackets of delegations are whole.
    var whole = 0

    /// How many signs of the notation its readers have among their words, and how many of them the sender typed.
    var words = 0
    var typed = 0

    /// The labels of each bracket over several lines that is more than words that come in: a new line in it says nothing.
    var lined: [[String]] = []

    /// Whether a bracket that the others had has lost its beginning here.
    func hasLost(of others: Counts) -> Bool { close > others.close && whole < others.whole }

    /// Whether signs of the notation have become words that neither the others had so nor the sender typed.
    func hasWords(besides others: Counts) -> Bool { words > others.words + typed }

    init() {}

    init(_ bytes: [UInt8], labels: LabelTable) {
      self.init(UnpairedBrackets(in: bytes, labels: labels), in: bytes)
    }

    init(_ text: UnpairedBrackets, in bytes: [UInt8]) {
      close = text.closing.count
      whole = text.whole.count
      lined = text.whole.filter { BrokenBrackets.isLined(bytes[$0.place]) }.map(\.labels)
    }

    static func + (first: Counts, second: Counts) -> Counts {
      var sum = first
      sum.close += second.close
      sum.lined += second.lined
      sum.whole += second.whole
      sum.words += second.words
      sum.typed += second.typed
      return sum
    }
  }

  /// Paragraphs of the document that changes join or part, and in which a bracket is broken.
  struct Place {
    var paragraphs: ClosedRange<Int>
    var open: Set<String>

    /// The labels of brackets that the paragraph was split in.
    var cut: Set<String>

    /// Whether nothing shows it but signs that have become words.
    var hasOnlyWords = false
  }

  var blocks: [Block] = []

  /// The text in which a bracket that nothing closes is plain words: it holds nothing of what stands behind it.
  private(set) var text = ""

  /// - Parameters:
  ///   - text: that of the draft, with the same lines.
  ///   - label: the sender's.
  init(
    _ text: String, of word: WordDraft, _ document: WordDocument, view: WordView, label: String, labels: LabelTable
  ) {
    let paragraphs = document.body.flatMap(\.paragraphs)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    var written = lines
    /// The blocks without an identifier that wait for the end of a bracket over several: the places of the signs.
    var waiting: [(block: Int, line: Int, column: Int, labels: [String])] = []
    func end(_ first: Int, _ last: Int) {
      guard case .paragraph(let start)? = word.place(ofLine: first + 1), paragraphs.indices.contains(start - 1) else {
        return
      }
      let bytes = Array(lines[first..<last].joined(separator: [0x0A]))
      let unpaired = UnpairedBrackets(in: bytes, labels: labels)
      var block = Block(paragraphs: start...start, identifier: paragraphs[start - 1].draftTag?.identifier)
      block.counts = Counts(unpaired, in: bytes)
      for place in unpaired.closing {
        guard let sign = waiting.last else { break }
        // In Word both parts of a paragraph that is split may stand in its control.
        guard block.identifier == nil || block.identifier == blocks[sign.block].identifier else { break }
        waiting.removeLast()
        block.counts.close -= 1
        let start = Array(lines[sign.line..<first].joined(separator: [0x0A]).dropFirst(sign.column))
        let end = Array(bytes[..<place])
        if sign.labels != [label] || !Self.isDividable(start, end) {
          let letters = String(decoding: start + end, as: UTF8.self).filter(\.isLetter)
          blocks[sign.block].cut.append(CutBracket(labels: sign.labels, letters: letters, last: blocks.count))
        }
      }
      for (place, names) in unpaired.open {
        let before = bytes[..<place]
        let line = first + before.count { $0 == 0x0A }
        let column = place - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        waiting.append((blocks.count, line, column, names))
      }
      blocks.append(block)
    }
    var first = 0
    for index in 0...lines.count where index == lines.count || lines[index].isEmpty {
      if first < index { end(first, index) }
      first = index + 1
    }
    for sign in waiting.reversed() {
      written[sign.line].insert(0x5C, at: sign.column)
      blocks[sign.block].open += sign.labels
    }
    self.text = waiting.isEmpty ? text : String(decoding: Array(written.joined(separator: [0x0A])), as: UTF8.self)
    for index in blocks.indices {
      let start = blocks[index].paragraphs.lowerBound
      var end = index + 1 < blocks.count ? blocks[index + 1].paragraphs.lowerBound - 1 : paragraphs.count
      while end > start, !view.hasWords(paragraphs[end - 1]) { end -= 1 }
      blocks[index].paragraphs = start...max(start, end)
      blocks[index].counts.typed = blocks[index].paragraphs.reduce(0) { sum, number in
        sum + signCount(in: view.typedWords(paragraphs[number - 1]))
      }
    }
    for index in blocks.indices {
      for bracket in blocks[index].cut.indices {
        blocks[index].cut[bracket].last = blocks[blocks[index].cut[bracket].last].paragraphs.upperBound
      }
    }
  }

  /// Whether a bracket's parts in two blocks are brackets of the same delegation, each with its own words: it has no rivals,
  /// and nothing is struck before the last part.
  private static func isDividable(_ start: [UInt8], _ end: [UInt8]) -> Bool {
    let slash = Array(" / ".utf8)
    return !start.contains(Array("~~".utf8)) && !start.contains(slash) && !end.contains(slash)
  }

  /// Whether a bracket with rivals or an order of place stands on several lines, or a line begins with its struck words or in
  /// them.
  private static func isLined(_ bracket: ArraySlice<UInt8>) -> Bool {
    guard bracket.contains(0x0A) else { return false }
    if bracket.contains(Array(" / ".utf8)) { return true }
    if let struck = bracket.firstRange(of: Array("~~".utf8))?.lowerBound {
      let border = bracket[..<struck].lastIndex { $0 != 0x20 && $0 != 0x0A } ?? struck
      return bracket[border...].contains(0x0A)
    }
    let content = bracket.drop { $0 != 0x3A }.dropFirst().dropLast()
    let words = String(decoding: content, as: UTF8.self).replacing("\\", with: "").split(whereSeparator: \.isWhitespace)
    return CommandWords.anchor(words.joined(separator: " ")) != nil
  }
}
