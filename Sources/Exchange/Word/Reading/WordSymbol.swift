/// A character of a symbol font (`w:sym`) as Unicode has it, where texts use it.
///
/// Fonts keep such characters in a private area, above the codes of their own tables.
struct WordSymbol {
  /// `nil` where the character is not known.
  private(set) var text: String?

  /// - Parameters:
  ///   - font: `Symbol`, `Wingdings`; what others have in the private area is not known.
  ///   - code: in hexadecimal digits: `F0B7`.
  init(font: String?, code: String?) {
    guard let code, let value = UInt32(code, radix: 16) else { return }
    let own = (0xF020...0xF0FF).contains(value) ? value - 0xF000 : value
    let name = font?.lowercased() ?? ""
    if own < 0x100, name == "symbol" || name.hasPrefix("wingdings") || font != nil && own != value {
      let table = name == "symbol" ? Self.symbols : name == "wingdings" ? Self.wingdings : [:]
      text = table[own].map(String.init) ?? (name == "symbol" && Self.isShared(own) ? Self.scalar(own) : nil)
    } else {
      // Without the font's name most are bullets, which all symbol fonts have at one code.
      text = value == 0xF0B7 ? "•" : Self.scalar(own)
    }
  }

  private static func scalar(_ value: UInt32) -> String? {
    guard value >= 0x20, !(0xE000...0xF8FF).contains(value) else { return nil }
    return Unicode.Scalar(value).map { String($0) }
  }

  /// Signs and digits that the font Symbol shares with Latin text.
  private static func isShared(_ code: UInt32) -> Bool {
    [0x20, 0x21, 0x23, 0x25, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D].contains(
      code)
      || (0x30...0x3F).contains(code)
  }

  /// Characters at codes that follow one another, from the first on.
  private static func table(_ runs: [(first: UInt32, characters: String)]) -> [UInt32: Character] {
    Dictionary(
      runs.flatMap { run in run.characters.enumerated().map { (run.first + UInt32($0.offset), $0.element) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The encoding of the font Symbol, as Adobe published it.
  private static let symbols = table([
    (0x22, "∀"), (0x24, "∃"), (0x27, "∋"), (0x2A, "∗"), (0x2D, "−"), (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    (0x5C, "∴"), (0x5E, "⊥"), (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"), (0x7E, "∼"),
    (0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"), (0xBF, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"), (0xE5, "∑"),
  ])

  /// What texts use of the font Wingdings: bullets, boxes, ticks and arrows.
  private static let wingdings = table([
    (0x20, " "), (0x28, "☎"), (0x2A, "✉"), (0x6C, "●"), (0x6E, "■"), (0x6F, "□"), (0x71, "❑❒"), (0x76, "❖"),
    (0x9F, "•"),
    (0xA1, "○"), (0xA7, "▪"), (0xA8, "◻"), (0xD8, "➢"), (0xDF, "←→↑↓"), (0xE8, "➔"), (0xF0, "⇨"), (0xFB, "✗✓☒☑"),
  ])
}
