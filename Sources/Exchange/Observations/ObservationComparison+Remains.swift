internal import Drafting

/// Brackets of others of which a document has only remains.
extension ObservationComparison {
  /// Whether a bracket is taken apart, which is reported.
  mutating func takesBracketApart(_ item: ObservedDraft.Item, _ place: Int, _ pairs: Pairs) -> Bool {
    guard isTakenApart(item, place, pairs), let old = old(draft[place], pairs.before[place]) else { return false }
    remarks.append(
      WordRemark(
        paragraph: item.paragraph,
        "a bracket of \(old.brackets.keys.sorted().joined(separator: ", ")) was taken apart, and the paragraph was left as"
          + " it is: strike the whole bracket, or an alternative with its slash; 'amend oppose' says that the delegation"
          + " does not want one"))
    return true
  }

  /// Whether only remains of a bracket with rivals, or that the paragraph was split in, are left: they would be taken for
  /// words.
  func isTakenApart(_ item: ObservedDraft.Item, _ place: Int, _ pairs: Pairs) -> Bool {
    guard let old = old(draft[place], pairs.before[place]), item.inBrackets.count < old.brackets.count else {
      return false
    }
    // Where nothing shows what it had, a document may have no brackets at all: then none is in its words.
    if before == nil, !knowsBrackets || !item.text.contains(where: { $0 == "[" || $0 == "]" }) { return false }
    return signCount(item.text, item.inBrackets) > signCount(old.text, old.brackets)
  }

  /// How many signs of brackets stand among words: `[`, `]`, and a slash by itself.
  private func signCount(_ text: String, _ brackets: [String: [String]]) -> Int {
    ([text] + brackets.values.joined()).reduce(0) { sum, text in
      sum + text.utf8.count { $0 == 0x5B || $0 == 0x5D } + text.split(separator: " ").count { $0 == "/" }
    }
  }
}
