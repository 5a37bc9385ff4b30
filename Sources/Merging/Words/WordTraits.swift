/// What the merge must know about a word besides its identity.
struct WordTraits {
  /// How much is lost when the word is not kept: a content word 20, a function word 10, a punctuation mark 5.
  let weight: Int32
  let isWord: Bool

  /// Whether no space stands before it (``Spacing/isClosing(_:)``).
  let isClosing: Bool

  /// Whether no space stands after it (``Spacing/isOpening(_:)``).
  let isOpening: Bool

  /// Whether a sentence or clause ends with it.
  let endsSentence: Bool

  /// Whether it is the line between two cells of a table.
  let isBar: Bool

  /// What it must not be torn from.
  let pair: PairMark

  init(_ bytes: ArraySlice<UInt8>) {
    let first = bytes.first ?? 0
    if first < 0x80 ? isLetterOrDigit(first) : String(decoding: bytes, as: UTF8.self).startsWithLetterOrDigit {
      isWord = true
      weight = FunctionWords.contains(bytes) ? 10 : 20
      (isClosing, isOpening, endsSentence, isBar, pair) = (false, false, false, false, .none)
      return
    }
    isWord = false
    weight = bytes.count > 3 && first == 0x5B ? 20 : 5
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    isClosing = scalars.first.map(Spacing.isClosing) ?? false
    isOpening = scalars.last.map(Spacing.isOpening) ?? false
    endsSentence = bytes.count == 1 && [0x2E, 0x21, 0x3F, 0x3B, 0x3A].contains(first)
    isBar = bytes.count == 1 && first == 0x7C
    pair = scalars.count == 1 ? PairMark(scalars.first) : .none
  }
}

/// A mark that must not be torn from what it belongs to: one half of a pair, or the slash of `and/or`.
enum PairMark: Equatable {
  case none
  case opens(UInt8)
  case closes(UInt8)
  case either
  case joins

  init(_ scalar: Unicode.Scalar?) {
    self =
      switch scalar {
      case "(": .opens(1)
      case ")": .closes(1)
      case "[": .opens(2)
      case "]": .closes(2)
      case "“": .opens(3)
      case "”": .closes(3)
      case "«": .opens(4)
      case "»": .closes(4)
      case "¿": .opens(5)
      case "?": .closes(5)
      case "¡": .opens(6)
      case "!": .closes(6)
      case "\"": .either
      case "/": .joins
      default: .none
      }
  }
}

extension String {
  fileprivate var startsWithLetterOrDigit: Bool {
    unicodeScalars.first.map { ScalarKind($0.value) != .other && ScalarKind($0.value) != .mark } ?? false
  }
}
