internal import Notation

/// The text of a paragraph, each byte with the formatting that drafts give a meaning to.
struct FormattedText {
  enum Look: UInt8 {
    case plain
    /// Bold and underlined: words that come in.
    case added
    /// Struck through: words that go.
    case struck
  }

  private(set) var bytes: [UInt8] = []
  private(set) var looks: [Look] = []

  var hasStruck: Bool { looks.contains(.struck) }

  mutating func append(_ text: String, _ format: WordFormat) {
    append(
      text, format.contains(.strike) ? .struck : format.isSuperset(of: [.bold, .underline]) ? .added : .plain)
  }

  mutating func remove(_ range: Range<Int>) {
    bytes.removeSubrange(range)
    looks.removeSubrange(range)
  }

  mutating func append(_ text: String, _ look: Look = .plain) {
    bytes += text.utf8
    looks += Array(repeating: look, count: bytes.count - looks.count)
  }
}

extension FormattedText {
  /// Takes away what has a look, but for what stands in labelled brackets: there it is their delegations'.
  ///
  /// - Parameter open: the brackets that the text begins inside of.
  mutating func removeOutsideBrackets(_ look: Look, _ labels: LabelTable, open: OpenBrackets) {
    guard looks.contains(look) else { return }
    let spans = BracketSpansInText(self, labels)
    var kept = FormattedText()
    var index = 0
    var end = open.holdsLabelled ? spans.end(of: open) ?? bytes.count : 0
    while index < bytes.count {
      if index >= end, let bracket = spans.bracket(at: index) { end = bracket.close + 1 }
      if index < end || looks[index] != look {
        kept.bytes.append(bytes[index])
        kept.looks.append(looks[index])
      }
      index += 1
    }
    self = kept
  }

  /// Whether words of a look stand outside of labelled brackets.
  func has(_ look: Look, outsideBracketsOf labels: LabelTable, open: OpenBrackets) -> Bool {
    guard looks.contains(look) else { return false }
    var rest = self
    rest.removeOutsideBrackets(look, labels, open: open)
    return rest.bytes.count { $0 > 0x20 } < bytes.count { $0 > 0x20 }
  }

  /// What is left open at the end of a paragraph, and goes on in the next.
  struct Carry {
    var open = OpenBrackets()

    /// Whether the outermost bracket with labels has tildes of its own.
    var isMarked = false
    var struckOutside = false
  }

  /// The text with `~~` round the words that are struck through inside a labelled bracket, unless it has them already.
  ///
  /// Where plain words stand between added and struck ones, they are words of both sides: `[Ven: To **urge** ~~ask~~
  /// all]` is `[Ven: To urge all ~~To ask all~~]`.
  ///
  /// - Parameter carry: whether the paragraph begins inside a bracket; afterwards whether it ends in one, and whether
  ///   struck words stand outside of all.
  func written(_ labels: LabelTable, _ carry: inout Carry) -> String {
    let spans = BracketSpansInText(self, labels)
    var rendered = (bytes: bytes, struckOutside: false)
    if hasStruck {
      rendered = StruckWords(self, spans).rendered(inside: carry.open, isMarked: carry.isMarked)
    }
    let goesOn = carry.open.holdsLabelled && spans.end(of: carry.open) == nil
    carry.isMarked = goesOn && carry.isMarked || zip(bytes, bytes.dropFirst()).contains { $0 == 0x7E && $1 == 0x7E }
    carry.open = spans.open(after: carry.open)
    carry.struckOutside = carry.struckOutside || rendered.struckOutside
    return String(decoding: rendered.bytes, as: UTF8.self)
  }
}

/// The brackets that stand open where a paragraph ends: for each, the outermost first, whether it has labels.
struct OpenBrackets {
  var areLabelled: [Bool] = []

  var holdsLabelled: Bool { areLabelled.contains(true) }
}

/// The labelled brackets of one paragraph.
struct BracketSpansInText {
  /// By the opening signs of labelled brackets.
  private(set) var brackets: [Int: (content: Int, close: Int)] = [:]
  private let bytes: [UInt8]

  /// The closing signs that nothing in this text opened.
  private(set) var strayCloses: [Int] = []
  private var openAtEnd = OpenBrackets()

  init(_ text: FormattedText, _ labels: LabelTable) {
    bytes = text.bytes
    var open: [(place: Int, content: Int?)] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x5B: open.append((index, Self.content(bytes, after: index, labels)))
      case 0x5D:
        if let bracket = open.popLast() {
          if let content = bracket.content, content <= index { brackets[bracket.place] = (content, index) }
        } else {
          strayCloses.append(index)
        }
      default: break
      }
      index += 1
    }
    for bracket in open {
      openAtEnd.areLabelled.append(bracket.content != nil)
      guard let content = bracket.content else { continue }
      brackets[bracket.place] = (content, bytes.count)
    }
  }

  /// The labelled bracket that opens at a place: where its content begins, and its closing sign; the end of the text
  /// where it has none.
  func bracket(at place: Int) -> (content: Int, close: Int)? { bytes[place] == 0x5B ? brackets[place] : nil }

  /// Where the outermost labelled one of the brackets that the text begins inside of ends; `nil` where it goes on.
  func end(of open: OpenBrackets) -> Int? {
    guard let outermost = open.areLabelled.firstIndex(of: true) else { return nil }
    let count = open.areLabelled.count - outermost
    return count <= strayCloses.count ? strayCloses[count - 1] : nil
  }

  /// The brackets that stand open behind a text which begins inside of some.
  func open(after open: OpenBrackets) -> OpenBrackets {
    OpenBrackets(areLabelled: open.areLabelled.dropLast(strayCloses.count) + openAtEnd.areLabelled)
  }

  /// Where the content of a labelled bracket begins, behind its labels and their colon.
  private static func content(_ bytes: [UInt8], after open: Int, _ labels: LabelTable) -> Int? {
    var colon = open + 1
    let end = min(bytes.count, open + labels.longestList)
    while colon < end, bytes[colon] != 0x3A {
      if bytes[colon] == 0x5B || bytes[colon] == 0x5D { return nil }
      colon += 1
    }
    guard colon < end else { return nil }
    let list = String(decoding: bytes[(open + 1)..<colon], as: UTF8.self)
    guard case .labels = labels.meaning(ofList: list) else { return nil }
    return colon + 1
  }
}
