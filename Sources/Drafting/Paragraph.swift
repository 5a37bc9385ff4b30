/// One paragraph (or heading) as one branch has it: the content of its file.
package struct Paragraph: Hashable, Sendable {
  /// The words, one line a sub-paragraph, with footnote marks (`[^1]`); normalised (``canonical(_:)``).
  package var text: String
  package var footnotes: [Footnote]
  package var status: Status

  /// Orders and remarks that stand after the paragraph and that nobody is named for, word for word
  /// (`PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.`).
  package var notes: [String]

  /// The proposal that this text amends; `nil` where it amends the base.
  package var amended: AmendedProposal?

  /// A delegation's proposal, at the state that somebody else amends.
  package struct AmendedProposal: Hashable, Sendable {
    package var code: DelegationCode
    /// The commit, in hexadecimal, whose text of this paragraph was amended.
    package var commit: String
    /// The chair's commits, in hexadecimal, that have rewritten references in it since, the oldest first.
    package var rewritings: [String]

    package init(code: DelegationCode, commit: String, rewritings: [String] = []) {
      self.code = code
      self.commit = commit
      self.rewritings = rewritings
    }
  }

  package init(
    text: String, footnotes: [Footnote] = [], status: Status = .open, notes: [String] = [],
    amended: AmendedProposal? = nil
  ) {
    self.text = text
    self.footnotes = footnotes
    self.status = status
    self.notes = notes
    self.amended = amended
  }

  /// The text without white space at the ends of its lines, without empty lines, and with one space for every run of
  /// spaces and tabs. Non-breaking spaces stay.
  ///
  /// - Parameter text: in canonical composed form (`TextForm.normalized`).
  package static func canonical(_ text: String) -> String {
    if isCanonical(text.utf8.span) { return text }
    var output = String.UnicodeScalarView()
    var pending: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": pending = "\n"
      case " ", "\t": pending = pending ?? " "
      default:
        if let space = pending, !output.isEmpty { output.append(space) }
        pending = nil
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// Whether a text is canonical already, as nearly all are that were read before.
  private static func isCanonical(_ text: Span<UInt8>) -> Bool {
    var isAfterSpace = true
    for index in text.indices {
      switch text[index] {
      case 0x20, 0x0A:
        if isAfterSpace { return false }
        isAfterSpace = true
      case 0x09, 0x0B...0x0D: return false
      // U+0085, U+2028 and U+2029.
      case 0xC2 where text[index + 1] == 0x85: return false
      case 0xE2 where text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9): return false
      default: isAfterSpace = false
      }
    }
    return text.isEmpty || !isAfterSpace
  }
}
