internal import Drafting

/// Changes inside words that others insert in the same document.
extension ObservationComparison {
  /// The change of another's insertion; `nil` where the sender changed nothing, or where the draft has no proposal with
  /// those words, which is reported.
  ///
  /// - Parameter label: the delegation whose insertion it is; `nil` for an author who is none.
  mutating func insertionAmendment(
    _ item: ObservedDraft.Item, _ place: Int?, of label: String?, before: ObservedDraft.Item?, reason: String?
  ) -> Observation? {
    if let before, before.text == item.text { return nil }
    guard let place, let before, let label, let code = codes[label], draft[place].proposals[label] == before.text else {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "a change inside words that \(label ?? "another author") inserts was left out: the draft has no such proposal"
            + (label == nil ? "" : " yet") + "; the paragraph would read: \(item.text.prefix(300))"))
      return nil
    }
    if draft[place].present == item.text {
      // Where the sender reads the other's words, as it amended them, it has what it asks for.
      let isSentAgain = draft[place].unsent.map { $0 != item.text } ?? false
      if isSentAgain || draft[place].brackets[label] == nil { return nil }
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "what \(label) inserts was struck, and stays: 'amend oppose' says that the delegation does not want it"))
      return nil
    }
    let isOneOfMore = draft[place].brackets[label].map { $0.count > 1 } ?? false
    return Observation(
      .text(draft[place].identifier, item.text), amended: code, reason: reason, paragraph: item.paragraph,
      note: isOneOfMore ? Self.supportNote(label) : nil)
  }

  /// Asks for the support of the other parts of what another split and the sender amends: one part without the others would
  /// lose words of the draft, or have them twice.
  mutating func supportAmendedSplits(_ pairs: Pairs) {
    let amended = Dictionary(
      observations.compactMap { observation in
        observation.amended.flatMap { code in observation.paragraph.map { ($0, code) } }
      }, uniquingKeysWith: { first, _ in first })
    // A part that the sender struck is amended too.
    let known = Set(after.map(\.paragraph))
    let struck = Set((before ?? []).map(\.paragraph)).subtracting(known)
    var codes = amended
    for part in othersSplits.flatMap({ [$0, $1] }) where struck.contains(part) {
      codes[part] = insertions[part].flatMap(\.self).flatMap { self.codes[$0] }
    }
    if codes.isEmpty { return }
    for (first, second) in othersSplits + othersSplits.reversed() {
      codes[first] = codes[first] ?? codes[second]
      codes[second] = codes[second] ?? codes[first]
    }
    for (item, place) in zip(after, pairs.after) where amended[item.paragraph] == nil {
      guard let place, let code = codes[item.paragraph], let label = insertions[item.paragraph] ?? nil,
        draft[place].proposals[label] == item.text, draft[place].present != item.text || draft[place].proposer != nil
      else { continue }
      observations.append(Observation(.support(draft[place].identifier, of: code), paragraph: item.paragraph))
    }
  }
}
