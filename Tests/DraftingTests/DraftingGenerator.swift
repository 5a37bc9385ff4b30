import Drafting
import TextForm

/// Seeded values of a draft, full of what its files could confuse.
struct DraftingGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private static let words = [
    "To", "urge", "[^1]", "[^1]:", "[^12]: note", ":", "Status:", "Note: x", "| ", "[]: ", "-", "é", "e\u{301}",
    "\u{301}",
    "[Ven: x]", "\u{A0}", "  ", "\t", "p0001", "[^+1]: x", "[^01]: y", "«»", "👩‍👩‍👧", "\u{2028}", "\r", "",
  ]

  mutating func line() -> String {
    var text = ""
    for _ in 0...Int.random(in: 0...4, using: &self) {
      text += (Self.words.randomElement(using: &self) ?? "") + (Bool.random(using: &self) ? " " : "")
    }
    let line = Paragraph.canonical(normalized(text))
    return line.replacing("\n", with: " ")
  }

  mutating func text() -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 0...4, using: &self) { lines.append(line()) }
    return Paragraph.canonical(lines.joined(separator: "\n"))
  }

  mutating func footnotes() -> [Footnote] {
    (0..<Int.random(in: 0...2, using: &self)).map { Footnote(number: $0 + 1, text: line()) }
  }

  mutating func number() -> ParagraphNumber {
    ParagraphNumber(
      Int.random(in: 1...999_999, using: &self), multiplicity: Int.random(in: 1...99, using: &self),
      isAlternative: Bool.random(using: &self))
  }

  mutating func status() -> Status {
    switch Int.random(in: 0..<5, using: &self) {
    case 0: .open
    case 1: .approved
    case 2: .pending(reason: nil)
    case 3: .pending(reason: line())
    default: .agreedAdReferendum(reason: line())
    }
  }
}

extension String {
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
