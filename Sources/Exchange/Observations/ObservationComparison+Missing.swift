internal import Drafting

/// Paragraphs of the draft that do not stand in the document.
extension ObservationComparison {
  /// Reports changes of the sender that do not stand in a document made of the draft's own words, though others of theirs
  /// do: a mark that is taken away leaves no trace.
  mutating func reportTakenBack(_ pairs: Pairs, besides told: Set<Int>) {
    guard let before else { return }
    var (places, hasOthers) = ([String](), false)
    for (index, item) in after.enumerated() {
      guard let place = pairs.after[index], let base = draft[place].base, base != draft[place].present,
        let old = pairs.before[place], before[old].text == base
      else { continue }
      if item.text == draft[place].present { hasOthers = true }
      // What amends another's words stands in the other's bracket.
      let isAmended = item.inBrackets != before[old].inBrackets
      if item.text == base, !isAmended, !told.contains(place) { places.append(address(draft[place])) }
    }
    guard hasOthers || isFormer || hadSendersProposals, !places.isEmpty else { return }
    remarks.append(
      WordRemark(
        "what the delegation proposes does not stand in the document, and was left as it is: \(listed(places)); 'amend"
          + " withdraw' takes it back" + (isFormer ? "" : ", or '--marks none'")))
  }

  /// Paragraphs that the document had and has no more. Where nothing shows what was changed, one counts only if the
  /// document holds nearly all of the draft.
  mutating func deleteMissing(_ pairs: Pairs, _ reasons: [Int: String]) {
    // What was joined to another stands there, and so does what was taken for the reason of another's status.
    let isJoined = Set(joins.values.joined())
    let isThere = Set(pairs.after.compactMap(\.self)).union(brokenPlaces(pairs))
    var missing = draft.indices.filter {
      !isThere.contains($0) && !draft[$0].isHeading && !draft[$0].present.isEmpty
        && !(isFormer && pairs.before[$0] == nil) && !isTakenForStatus($0)
        && !leftWithOthers.contains($0)
    }
    let count = isFormer ? before?.count { !$0.isHeading } ?? 0 : draft.count { !$0.isHeading }
    let gone = missing.count { !isJoined.contains($0) }
    if before == nil || isFormer, gone * 5 > count {
      remarks.append(
        WordRemark(
          "\(gone) of \(count) paragraphs do not stand in the document; none is proposed for deletion"))
      missing.removeAll { !isJoined.contains($0) }
    } else {
      reportMissing(missing, pairs)
    }
    reportMissingHeadings(pairs, besides: isThere.union(isJoined))
    let kept = deleteParts(missing, pairs, reasons).union(
      joins.filter { draft[$0.key].isHeading }.values.joined())
    for place in missing where !kept.contains(place) && (before == nil || pairs.before[place] != nil) {
      let old = pairs.before[place].flatMap { before?[$0] }
      if let proposer = draft[place].proposer {
        reportStruckParagraph(of: proposer, at: old?.paragraph)
        continue
      }
      let parts = parts(of: place, old, pairs)
      for part in parts where !draft[part].present.isEmpty {
        // What is only the sender's own proposal goes by its withdrawal.
        let identifier = draft[part].identifier
        observations.append(
          Observation(
            draft[part].base == nil ? .withdraw(identifier) : .delete(identifier),
            reason: old.flatMap { reasons[$0.paragraph] }, paragraph: isFormer ? nil : old?.paragraph,
            note: parts.count > 1 ? "the paragraph was split since: all its parts go" : joinNote(place)))
      }
    }
  }

  /// Whether the words of a paragraph stand behind the status of another, which is reported as one that the chair did not set.
  private func isTakenForStatus(_ place: Int) -> Bool {
    after.contains { item in
      item.status.reason.map { WordCount(draft[place].present).share(in: WordCount($0)) >= Self.mostWords } ?? false
    }
  }

  /// Headings that the document had and has no more. Where nothing shows what it had, it had them all if it has one.
  private mutating func reportMissingHeadings(_ pairs: Pairs, besides isThere: Set<Int>) {
    let hadAll = before == nil && isThere.contains { draft[$0].isHeading }
    for place in draft.indices where draft[place].isHeading && !draft[place].present.isEmpty && !isThere.contains(place)
    {
      let old = pairs.before[place].flatMap { before?[$0] }
      guard hadAll || old != nil else { continue }
      let words = old?.text ?? draft[place].present
      remarks.append(
        WordRemark(
          paragraph: isFormer ? nil : old?.paragraph,
          "the deletion of the heading “\(words.prefix(60))” was left out: only the chair sets headings"))
    }
  }

  /// Paragraphs that do not stand in a document in which changes are marked, though no mark says that they went.
  private mutating func reportMissing(_ missing: [Int], _ pairs: Pairs) {
    guard let before else { return }
    let unmarked = missing.filter { pairs.before[$0] == nil && itemsAmongOthers($0).old == nil }
    if unmarked.isEmpty { return }
    // What was split or joined since stands there under another number, what the sender amended since as another's.
    let texts = (before.map(\.text) + (othersBefore ?? []).flatMap(\.others.values)).map(WordCount.init)
    let gone = unmarked.filter { place in
      let words = WordCount(draft[place].present)
      return !texts.contains { words.share(in: $0) >= Self.mostWords }
    }
    guard !gone.isEmpty else { return }
    let list = listed(gone.map { address(draft[$0]) })
    remarks.append(
      WordRemark(
        gone.count == 1
          ? "\(list) does not stand in the document, and no mark says that it was deleted: it was left as it is; track the"
            + " deletion, or propose it with --delete-paragraph"
          : "\(gone.count) paragraphs do not stand in the document, and no mark says that they were deleted: they were left"
            + " as they are (\(list)); track the deletions, or propose them with --delete-paragraph"))
  }
}
