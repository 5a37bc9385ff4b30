internal import Drafting

/// Paragraphs of the draft that stand in one paragraph of the document with one that only others propose: nobody joins what is
/// not in the draft.
extension ObservationComparison {
  /// Leaves out what was joined to a paragraph that only others propose, which is reported.
  ///
  /// - Returns: the paragraphs of the draft that were joined to one.
  mutating func leaveJoinsWithOthers(_ pairs: Pairs) -> Set<Int> {
    let isThere = Set(zip(after, pairs.after).compactMap { item, place in isInOthersParagraph(item) ? nil : place })
    var left: Set<Int> = []
    for index in after.indices where !after[index].text.isEmpty && isInOthersParagraph(after[index]) {
      let (item, words) = (after[index], WordCount(after[index].text))
      let gone = draft.indices.filter { place in
        !isThere.contains(place) && !draft[place].present.isEmpty
          && (item.text.contains(draft[place].present)
            || WordCount(draft[place].present).share(in: words) >= Self.mostWords)
      }
      guard !gone.isEmpty else { continue }
      left.formUnion(gone)
      let old = othersBefore?.first { $0.paragraph == item.paragraph }
      let known = others.first { $0.identifier == item.identifier }
      after[index].text = ""
      after[index].others = old?.others ?? known?.texts ?? [:]
      after[index].inBrackets = old?.inBrackets ?? known?.brackets ?? [:]
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "\(gone.map { address(draft[$0]) }.joined(separator: " and ")) was joined to this paragraph, which only others"
            + " propose, and was left as it is: propose its words with --on"))
    }
    return left
  }

  /// The paragraphs that only others propose and whose brackets stand in one of the draft's.
  func othersJoined(to item: ObservedDraft.Item) -> [OthersParagraph] {
    others.filter { paragraph in
      paragraph.identifier != item.identifier && !paragraph.brackets.isEmpty
        && paragraph.brackets.allSatisfy { label, words in
          words.allSatisfy { word in
            item.inBrackets[label]?.contains { $0.withoutMarks == word.withoutMarks } ?? false
          }
        }
    }
  }
}
