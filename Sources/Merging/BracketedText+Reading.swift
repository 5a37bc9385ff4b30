extension BracketedText {
  /// The text as the delegation of `label` would have it; the base for `nil`, and for a label that does not occur.
  ///
  /// A delegation reads the alternative that names it. One that is named only in a bracket inside an alternative reads
  /// that alternative as amended. Everyone else reads the struck text, or nothing, with what the brackets inside it say
  /// to them. White space round a bracket follows ``Spacing``.
  ///
  /// - Cost: linear in the size of the text times the depth of its brackets.
  package func reading(of label: String?) -> String {
    var output = Spacing()
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): output.append(text: text)
      case .bracket(let bracket):
        let next = pieces[(index + 1)...].first
        output.append(bracketContent: bracket.chosen(by: label).reading(of: label), before: next)
      }
    }
    return output.text
  }
}

extension Bracket {
  /// The side of the bracket that the delegation of `label` reads; the struck words, or nothing, for everyone else.
  package func chosen(by label: String?) -> BracketedText {
    guard let label else { return struck ?? BracketedText() }
    return
      (alternatives.first { $0.labels.contains(label) }
      ?? alternatives.first { $0.content.names(label) })?.content
      ?? struck ?? BracketedText()
  }
}

extension BracketedText {
  /// Whether any bracket in the text, at any depth, names the delegation of `label`.
  package func names(_ label: String) -> Bool {
    pieces.contains {
      guard case .bracket(let bracket) = $0 else { return false }
      return bracket.struck?.names(label) == true
        || bracket.alternatives.contains { $0.labels.contains(label) || $0.content.names(label) }
    }
  }
}
