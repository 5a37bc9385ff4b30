import Merging
import Notation

/// Numbers that repeat for a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes valid bracketed texts that are full of what a reader could misread.
struct BracketTextGenerator {
  static let labels = [
    "Arg", "Bra", "Chile", "CR", "Mex", "Secretariat", "St. Kitts", "T&T", "US", "Ven",
  ]

  private static let traps = [
    "word", "and/or", "[", "]", "[sic]", "[x", "y]", "~~", "~", "~~~", "\\", "\\\\", "/", " / ",
    "/ ", "[Mex: x]",
    "[Mex", "Mex:", "[x]/[Mex: y]", "]/", "/[", "–", "—", ":", " : ", "Mex", "Arg, Bra: z",
    " / Ven: ", " / Ven", "/ Arg and",
    "DELETE", "SUPRIMIR", "SUPPRIMER", "RETAIN", "MANTENER", "MAINTENIR", "MANTER", "APPROVED",
    "[^1]", "e\u{301}",
    "\u{301}", "\n", " ", "  ", "\t", "\u{A0}", "mot ;", "\\[", "\\]", "\\/", "\\:", "\\–", "\\~~",
    "\\DELETE",
    "[Measure: any law]", "[Venezuela, México y Trinidad y Tobago : z]", "x ~~y~~", "[[", "]]",
    "[]", "[Bra: a / Ven: b ~~c~~]",
    "[EE. UU.: q]", "“", "”", ",", ".", "👩‍👩‍👧", "ção", "[Mex: DELETE]", "~~]", "[~~",
  ]

  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text() -> BracketedText { content(depth: 0, isTrimmed: false) }

  private mutating func content(depth: Int, isTrimmed: Bool) -> BracketedText {
    var pieces: [BracketedText.Piece] = []
    for _ in 0..<Int.random(in: 0...(depth == 0 ? 5 : 3), using: &random) {
      let isBracket = depth < 4 && Int.random(in: 0..<5, using: &random) < 2
      if isBracket {
        pieces.append(.bracket(bracket(depth: depth + 1)))
      } else if case .text(let last)? = pieces.last {
        pieces[pieces.count - 1] = .text(last + words())
      } else {
        pieces.append(.text(words()))
      }
    }
    return isTrimmed ? trimmed(pieces) : BracketedText(pieces)
  }

  private mutating func words() -> String {
    var text = ""
    for _ in 0...Int.random(in: 0..<4, using: &random) {
      text += Self.traps.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  private func trimmed(_ pieces: [BracketedText.Piece]) -> BracketedText {
    var pieces = pieces
    if case .text(let text)? = pieces.first {
      let scalars = text.unicodeScalars.drop { " \n\t".unicodeScalars.contains($0) }
      pieces[0] = .text(String(scalars))
      if scalars.isEmpty { pieces.removeFirst() }
    }
    if case .text(let text)? = pieces.last {
      let scalars = Spacing.trimmed("x" + text).unicodeScalars.dropFirst()
      pieces[pieces.count - 1] = .text(String(scalars))
      if scalars.isEmpty { pieces.removeLast() }
    }
    return BracketedText(pieces)
  }

  private mutating func bracket(depth: Int) -> Bracket {
    var free = Self.labels.shuffled(using: &random)
    var contents: [BracketedText] = []
    for _ in 0...([0, 0, 0, 1, 2].randomElement(using: &random) ?? 0) {
      let next = content(depth: depth, isTrimmed: true)
      if !contents.contains(next) { contents.append(next) }
    }
    let struck = content(depth: depth, isTrimmed: true)
    let isInsertion = struck.isEmpty || Bool.random(using: &random)
    if isInsertion, contents.allSatisfy(\.isEmpty) {
      contents.append(BracketedText(text: "inserted"))
    }
    var alternatives: [Alternative] = []
    for content in contents {
      let count = Int.random(in: 1...2, using: &random)
      alternatives.append(
        Alternative(labels: free.prefix(count).sorted(by: alphabetically), content: content))
      free.removeFirst(count)
    }
    alternatives.sort { first, second in
      if first.content.isEmpty != second.content.isEmpty { return second.content.isEmpty }
      return alphabetically(first.labels[0], second.labels[0])
    }
    return Bracket(alternatives: alternatives, struck: isInsertion ? nil : struck)
  }
}
