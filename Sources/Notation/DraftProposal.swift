internal import Merging

extension BracketedText {
  /// The text with one more version of the whole.
  ///
  /// Where the merge would not give every text back, the whole is one replacement: no word is lost either way.
  func adding(_ content: BracketedText, of newLabels: [String]) -> BracketedText {
    let base = reading(of: nil)
    let version = content.reading(of: nil)
    let others = labels.subtracting(newLabels).sorted()
    let versions =
      others.map { Version(label: $0, text: reading(of: $0)) }
      + newLabels.map { Version(label: $0, text: version) }
    if content.bracketCount == 0 {
      let merged = consolidated(base: base, versions: versions)
      let isLossless =
        merged.reading(of: nil) == base
        && versions.allSatisfy { merged.reading(of: $0.label) == $0.text }
      if isLossless { return merged }
    }
    return BracketedText([
      .bracket(
        Bracket(alternatives: [Alternative(labels: newLabels, content: content)], struck: self))
    ])
  }
}
