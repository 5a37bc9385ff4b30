/// The printed number of a paragraph: `17`, `1 bis`, `5 ter`, `3 alt`. A label, not an identity: it may change and repeat.
package struct ParagraphNumber: Hashable, Comparable, Sendable {
  /// The counting number; at least 1.
  package var value: Int

  /// 1 for the plain number, 2 for `bis`, 3 for `ter` … 99.
  package var multiplicity: Int

  /// Whether it is the number of an alternative text (`3 alt`).
  package var isAlternative: Bool

  package init(_ value: Int, multiplicity: Int = 1, isAlternative: Bool = false) {
    self.value = value
    self.multiplicity = multiplicity
    self.isAlternative = isAlternative
  }

  package static func < (first: ParagraphNumber, second: ParagraphNumber) -> Bool {
    (first.value, first.multiplicity, first.isAlternative ? 1 : 0)
      < (second.value, second.multiplicity, second.isAlternative ? 1 : 0)
  }

  /// How often a number can be counted in words: `1 novonagies`.
  package static let greatestMultiplicity = 99

  /// The number after this one in the same place: `1` → `1 bis` → `1 ter`.
  package var followingBis: ParagraphNumber {
    ParagraphNumber(value, multiplicity: multiplicity + 1)
  }
}

extension ParagraphNumber: CustomStringConvertible {
  /// The number as it is printed: `1 bis`.
  package var description: String {
    var text = String(value)
    if multiplicity > 1 { text += " " + Self.suffix(multiplicity) }
    if isAlternative { text += " alt" }
    return text
  }

  /// Reads a number as people type it: `17`, `17.`, `1 bis`, `1bis.`, `2.bis`, `1-bis`, `3 alt`.
  ///
  /// - Returns: `nil` for anything else; capitals are ignored, spaces and full stops between the parts too.
  package init?(_ text: some StringProtocol) {
    if let plain = Self.plainValue(text.utf8) {
      self.init(plain)
      return
    }
    let parts = text.lowercased().split { " .-\u{A0}\t".contains($0) }
    guard var word = parts.first.map(String.init) else { return nil }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digits), value >= 1, digits.count <= 6 else { return nil }
    word.removeFirst(digits.count)
    self.init(value)
    for part in ([word] + parts.dropFirst().map(String.init)) where !part.isEmpty {
      if part == "alt", !isAlternative {
        isAlternative = true
      } else if let multiplicity = Self.multiplicities[part], self.multiplicity == 1, !isAlternative {
        self.multiplicity = multiplicity
      } else {
        return nil
      }
    }
  }

  /// The number where the text is nothing but its digits: nearly always.
  private static func plainValue(_ bytes: some Collection<UInt8>) -> Int? {
    var value = 0
    var count = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte), count < 6 else { return nil }
      (value, count) = (value * 10 + Int(byte - 0x30), count + 1)
    }
    return value >= 1 ? value : nil
  }

  /// The Latin adverbs that drafters count with: once (not written), `bis`, `ter` … `novonagies`.
  private static func suffix(_ multiplicity: Int) -> String {
    if multiplicity < suffixes.count { return suffixes[multiplicity] }
    let tens = [
      "", "decies", "vicies", "tricies", "quadragies", "quinquagies", "sexagies", "septuagies",
      "octogies", "nonagies",
    ]
    let units = ["", "un", "duo", "ter", "quater", "quin", "sex", "sept", "octo", "novo"]
    guard multiplicity < 100 else { return "(\(multiplicity))" }
    return units[multiplicity % 10] + tens[multiplicity / 10]
  }

  private static let suffixes = [
    "", "", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
  ]

  private static let multiplicities: [String: Int] = {
    var table = ["quinques": 5, "nonies": 9]
    for multiplicity in 2..<100 { table[suffix(multiplicity)] = multiplicity }
    return table
  }()
}
