internal import Drafting
internal import TextForm

/// Where a new section begins when nothing in the draft says so outright.
///
/// The reader follows it; the writer asks it too, and adds a line that names the section wherever it would be wrong.
struct DraftSections {
  /// What counts of an item: its kind and, for a heading, its words.
  enum Line: Equatable {
    case heading(String)
    case numbered(ParagraphNumber, SectionName?)
    case counted
  }

  private let lines: [Line]
  private var current: SectionName?
  private var used: Set<SectionName> = []
  private var annexes = 0
  private var hasNumbers = false

  /// For each line, the first paragraph at or after it.
  private var nextParagraph: [Int]

  init(_ lines: [Line]) {
    self.lines = lines
    nextParagraph = [Int](repeating: lines.count, count: lines.count + 1)
    for index in lines.indices.reversed() {
      if case .heading = lines[index] {
        nextParagraph[index] = nextParagraph[index + 1]
      } else {
        nextParagraph[index] = index
      }
    }
  }

  /// The section that the line at `index` seems to stand in. To be asked for each line in turn.
  func section(at index: Int) -> SectionName {
    if case .heading(let text) = lines[index], let named = named(by: Self.words(text)) { return named }
    guard let current else { return first(from: index) }
    if case .numbered(_, let section?) = lines[index], section != current, !used.contains(section) {
      return section
    }
    let next = nextParagraph[index]
    if current == .preamble, hasNumbers, !used.contains(.operative), next < lines.count,
      case .numbered(let number, nil) = lines[next], number == ParagraphNumber(1)
    {
      return .operative
    }
    return current
  }

  /// Says in which section the line at `index` really stands.
  mutating func enter(_ section: SectionName, at index: Int) {
    if section != current {
      hasNumbers = false
      current = section
      used.insert(section)
      if section.isAnnex { annexes += 1 }
    }
    if case .numbered(let number, _) = lines[index], Self.isCounted(number) { hasNumbers = true }
  }

  /// A draft of one numbered run is operative; one without numbers, a preamble; where a second part follows, the first is
  /// the preamble.
  private func first(from index: Int) -> SectionName {
    var (hasNumbers, isBegun) = (false, false)
    for line in lines[index...] {
      switch line {
      case .heading(let text):
        let words = Self.words(text)
        if Self.isOperative(words) { return .preamble }
        if Self.isAnnex(words) { return hasNumbers ? .operative : .preamble }
      case .numbered(let number, let section):
        if let section { return section }
        if isBegun, number == ParagraphNumber(1) { return .preamble }
        hasNumbers = true
        isBegun = isBegun || Self.isCounted(number)
      case .counted: break
      }
    }
    return hasNumbers ? .operative : .preamble
  }

  /// Whether the number 1 behind this one begins a section: `1 bis` may stand before the `1` that it is counted from.
  private static func isCounted(_ number: ParagraphNumber) -> Bool { number.value > 1 || number.multiplicity == 1 }

  private func named(by words: [Substring]) -> SectionName? {
    guard let word = words.first else { return nil }
    if Self.isAnnex(words) {
      var ordinal = annexes + 1
      while used.contains(.annex(ordinal)) { ordinal += 1 }
      return .annex(ordinal)
    }
    if Self.isOperative(words) {
      return (current == nil || current == .preamble) && !used.contains(.operative) ? .operative : nil
    }
    if ["preamble", "preambulo", "preambule"].contains(word), words.count <= 2 {
      return current == nil ? .preamble : nil
    }
    guard ["article", "articulo", "artigo", "chapter", "capitulo", "chapitre"].contains(word),
      words.count >= 2, words[1].utf8.first.map(DraftLineKind.isDigit) == true
    else { return nil }
    var name = "\(word)-\(words[1])"
    if words.count > 2, ParagraphNumber("1 \(words[2])") != nil { name += words[2] }
    guard let section = Self.name(name), !used.contains(section) else { return nil }
    return section
  }

  private static func name(_ text: String) -> SectionName? {
    do throws(DraftingError) { return try SectionName(text) } catch { return nil }
  }

  /// The words that decide, folded; none of a line that is too long for a heading of a section.
  private static func words(_ text: String) -> [Substring] {
    if text.utf8.count > 200 { return [] }
    return folded(text).split { !$0.isLetter && !$0.isNumber }
  }

  private static func isAnnex(_ words: [Substring]) -> Bool {
    guard let word = words.first, words.count <= 12 else { return false }
    return ["annex", "anexo", "annexe", "appendix", "apendice", "appendice"].contains(word)
  }

  private static func isOperative(_ words: [Substring]) -> Bool {
    words.count <= 6 && !Set(words).isDisjoint(with: operativeWords)
  }

  private static let operativeWords: Set<Substring> = [
    "resolve", "resolves", "resuelve", "resuelven", "resolvemos", "resolvem", "decide", "decides", "deciden",
    "decidem", "decident", "declare", "declares", "declara", "declaran", "declaram", "declarent", "agreed",
    "acuerdan", "acordado", "acordaram", "convenus", "convenido",
  ]
}
