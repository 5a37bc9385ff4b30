internal import Drafting

extension WordParagraph.Role {
  var isHeading: Bool { if case .heading = self { true } else { false } }

  var isTitle: Bool { self == .title || self == .subtitle }
}

extension WordParagraph {
  /// Whether the paragraph is a further line of the one before, as this program writes them.
  var isFurtherLine: Bool { style == WordStyle.continued.rawValue }

  /// Whether all of the paragraph came or went at once, its mark among it. Words that go beside a move stand where the
  /// paragraph was, and words that come where it is moved to.
  var isWhollyChanged: Bool {
    guard let mark = markChanges.first else { return false }
    let kinds: [WordChange.Kind] =
      switch mark.kind {
      case .movedFrom: [.movedFrom, .deleted]
      case .movedTo: [.movedTo, .inserted]
      case .inserted, .deleted: [mark.kind]
      }
    return runs.allSatisfy { run in run.changes.contains { $0.author == mark.author && kinds.contains($0.kind) } }
  }

  /// Whether the paragraph is a heading of the draft. Heading styles are misused for numbered paragraphs: one with
  /// a number of its own that is long or ends like a sentence is a paragraph.
  ///
  /// - Parameter number: what is printed in front, if that is a paragraph's number.
  func isDraftHeading(_ number: String?, _ text: String) -> Bool {
    guard role.isHeading else { return false }
    guard number != nil else { return true }
    return text.utf8.count <= 120 && !(text.last.map { ".;,".contains($0) } ?? false)
  }
}

extension WordDraftBuilder {
  /// The digits of a number that is nothing else but signs round them: `17` of `17.`, `(17)`, `17)`.
  static func digits(_ number: String) -> String? {
    let core = number.drop { "([ ".contains($0) }
    let digits = core.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, core.dropFirst(digits.count).allSatisfy({ ".)]:-–º° ".contains($0) }) else { return nil }
    return String(digits)
  }

  /// Whether a text is a paragraph's number and nothing else: `4.`, `4 bis.`
  static func isBareNumber(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
    return ParagraphNumber(words) != nil
  }

  /// What is written before a paragraph for the number that Word prints: `17.` for a paragraph of the draft, `(a)`, `2)` for
  /// a part of one, the number as it stands for anything else.
  func printedNumber(of paragraph: WordParagraph, _ text: String) -> String? {
    guard let number = paragraph.number else { return nil }
    guard let digits = Self.digits(number) else { return number }
    return paragraph.level > 0 && hasLevelZeroNumbers ? digits + ")" : digits + "."
  }
}
