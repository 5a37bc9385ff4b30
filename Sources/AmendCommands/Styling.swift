internal import Commands
internal import Notation

extension Session {
  /// Whether the answer is styled: additions bold and underlined, deletions bold and struck through.
  var isStyled: Bool { streams.output.wantsColor(color) }

  /// Written text for the answer: with the `~~` of struck words as they are, or on a terminal in their stead the style.
  func rendered(_ spans: [Span]) -> String {
    guard isStyled else { return spans.map(\.text).joined() }
    var output = ""
    for span in spans {
      // A clause that moves inside its paragraph is magenta in both places.
      let moved = span.move == nil ? "" : ";35"
      switch span.emphasis {
      case .plain where span.move != nil: output += Self.styled(span.text, "35")
      case .plain, .note, .status: output += span.text
      case .mark: continue
      case .added: output += Self.styled(span.text, "1;4" + moved)
      case .struck: output += Self.styled(span.text, "1;9" + moved)
      case .label: output += Self.styled(span.text, "36")
      case .heading: output += Self.styled(span.text, "1")
      }
    }
    return output
  }

  /// The text in bold where the answer is styled.
  func bold(_ text: String) -> String { isStyled ? Self.bold(text) : text }

  /// The text in bold.
  static func bold(_ text: String) -> String { styled(text, "1") }

  /// Each line is styled by itself, so that a pager that cuts lines shows them right.
  private static func styled(_ text: String, _ code: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[\(code)m\($0)\u{1B}[0m" }
      .joined(separator: "\n")
  }
}
