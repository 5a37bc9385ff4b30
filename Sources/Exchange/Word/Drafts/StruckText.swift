internal import Merging
internal import Notation

/// The text of a paragraph of a document without any tracked change, with those that follow while a bracket stands open in it.
struct StruckText {
  /// How many paragraphs it is of.
  private(set) var count = 1

  /// Where each run of each stands in it; one that was inserted takes no room.
  private(set) var places: [[Range<Int>]] = []

  private var text = FormattedText()

  /// The runs that are struck, by whom.
  private var struckRuns: [(place: Range<Int>, changes: [WordChange])] = []

  init(_ paragraphs: ArraySlice<WordParagraph>, _ labels: LabelTable) {
    var longest = self
    longest.append(paragraphs[paragraphs.startIndex])
    self = longest
    for paragraph in paragraphs.dropFirst().prefix(Self.reach) {
      guard longest.isOpen(labels) else {
        self = longest
        return
      }
      longest.append(paragraph)
      longest.count += 1
    }
    if !longest.isOpen(labels) { self = longest }
  }

  private func isOpen(_ labels: LabelTable) -> Bool {
    text.bytes.contains(0x5B) && BracketSpansInText(text, labels).open(after: OpenBrackets()).holdsLabelled
  }

  private mutating func append(_ paragraph: WordParagraph) {
    if !places.isEmpty { text.append("\n") }
    places.append([])
    for run in paragraph.runs {
      let start = text.bytes.count
      if !run.changes.contains(where: \.kind.isArrival) {
        text.append(run.format.contains(.literal) ? LiteralSigns.written(run.text) : run.text)
      }
      let place = start..<text.bytes.count
      places[places.count - 1].append(place)
      if !place.isEmpty, !run.changes.isEmpty { struckRuns.append((place, run.changes)) }
    }
  }

  /// What brackets strike in which a delegation reads something else, each from behind its `~~` to before the other, where no
  /// sign of the bracket is struck by some authors.
  func struckWords(of label: String, _ labels: LabelTable, isTheirs: (String) -> Bool) -> [Range<Int>] {
    guard text.bytes.contains(0x7E) else { return [] }
    let spans = BracketSpansInText(text, labels)
    let gone = struckRuns.filter { $0.changes.contains { isTheirs($0.author) } }.map(\.place)
    return spans.brackets.compactMap { open, bracket in
      guard bracket.close < text.bytes.count,
        let struck = tildes(in: bracket.content..<bracket.close, spans), reads(label, open...bracket.close, labels)
      else { return nil }
      let signs = [
        open..<bracket.content, (struck.lowerBound - 2)..<struck.lowerBound,
        struck.upperBound..<(struck.upperBound + 2),
        bracket.close..<(bracket.close + 1),
      ]
      return gone.contains { place in signs.contains { $0.overlaps(place) } } ? nil : struck
    }
  }

  /// What stands between the outermost `~~` of a bracket's own.
  private func tildes(in content: Range<Int>, _ spans: BracketSpansInText) -> Range<Int>? {
    var found: [Int] = []
    var place = content.lowerBound
    while place < content.upperBound {
      if let inner = spans.bracket(at: place) {
        place = inner.close + 1
      } else if text.bytes[place] == 0x5C {
        place += 2
      } else if text.bytes[place] == 0x7E, place + 1 < content.upperBound, text.bytes[place + 1] == 0x7E {
        found.append(place)
        place += 2
      } else {
        place += 1
      }
    }
    return found.count == 2 ? (found[0] + 2)..<found[1] : nil
  }

  /// Whether a delegation has an alternative of its own in a bracket, or amends one.
  private func reads(_ label: String, _ bracket: ClosedRange<Int>, _ labels: LabelTable) -> Bool {
    let written = String(decoding: text.bytes[bracket], as: UTF8.self)
    guard case .bracket(let found)? = BracketReader(labels: labels).read(written).text.pieces.first else {
      return false
    }
    return found.alternatives.contains { $0.labels.contains(label) || $0.content.names(label) }
  }

  /// How many paragraphs one bracket is looked for in.
  private static let reach = 60
}
