internal import Drafting
internal import Merging

/// Changes of paragraphs that only others propose.
extension ObservationComparison {
  /// Whether an item of the document is a paragraph that only others propose, to which the sender has set its name or
  /// words.
  func isInOthersParagraph(_ item: ObservedDraft.Item) -> Bool {
    guard insertions[item.paragraph] == nil else { return false }
    if let othersBefore, othersBefore.contains(where: { $0.paragraph == item.paragraph }) { return true }
    return isNamedAsOthers(item) && !(before?.contains { $0.paragraph == item.paragraph } ?? false)
  }

  /// Whether a name says that an item is a paragraph that only others propose, or its number where the name was lost: then
  /// nearly all words must be the same.
  private func isNamedAsOthers(_ item: ObservedDraft.Item) -> Bool {
    if let identifier = item.identifier { return others.contains { $0.identifier == identifier } }
    guard before != nil, let number = item.number,
      let paragraph = others.first(where: { $0.number == number && $0.section == item.section })
    else { return false }
    let words = WordCount(item.text)
    let likeness = paragraph.texts.values.map { words.likeness(to: WordCount($0)) }.max() ?? 0
    return likeness >= (hadSendersProposals ? Self.mostWords : ParagraphMatching.nearlyAll)
  }

  /// Takes the changes of paragraphs that only others propose: words inside them amend the proposal, the sender's name in
  /// the label supports it, and whatever else is reported.
  mutating func compareOthersParagraphs(_ reasons: [Int: String]) {
    let items = Dictionary(
      (after.filter(isInOthersParagraph) + othersAfter).map { ($0.paragraph, $0) },
      uniquingKeysWith: { first, _ in first
      })
    // What comes in whole, with the name of a paragraph that others propose, is that with the sender's words.
    let known = Set(othersBefore?.map(\.paragraph) ?? [])
    for item in items.values.sorted(by: { $0.paragraph < $1.paragraph }) where !known.contains(item.paragraph) {
      if isBroken(item) { continue }
      if let paragraph = paragraph(of: item) { change(paragraph, item, from: nil, reasons[item.paragraph]) }
    }
    for old in othersBefore ?? [] where insertions[old.paragraph] == nil && !isBroken(old) {
      let labels = old.inBrackets.keys.sorted().joined(separator: ", ")
      guard let item = items[old.paragraph] else {
        let identifier = paragraph(of: old)?.identifier
        if after.contains(where: { othersJoined(to: $0).contains { $0.identifier == identifier } }) { continue }
        reportStruckParagraph(of: labels, at: old.paragraph)
        continue
      }
      if let paragraph = paragraph(of: old) {
        change(paragraph, item, from: old, reasons[item.paragraph])
      } else if item.text != old.text || item.others != old.others,
        !changeKnown(item, from: old, reasons[item.paragraph])
      {
        reportOthers(
          old,
          "a change inside the bracket of \(labels) was left out: the draft has no such proposal now; the paragraph"
            + " would read: \((item.text.isEmpty ? item.others.values.min() ?? "" : item.text).prefix(300))")
      }
    }
  }

  /// The paragraph of the draft that an item is: by its identifier, else by its words, else by its number where the words
  /// are alike.
  private func paragraph(of item: ObservedDraft.Item) -> OthersParagraph? {
    if let found = others.first(where: { $0.identifier == item.identifier }) { return found }
    let texts = Set(item.others.values.map(\.withoutMarks) + [item.text.withoutMarks])
    if let same = others.first(where: { $0.texts.values.contains { texts.contains($0.withoutMarks) } }) { return same }
    let words = texts.map(WordCount.init)
    return others.first { paragraph in
      paragraph.section == item.section && paragraph.number == item.number && item.identifier == nil
        && paragraph.texts.values.contains { text in words.contains { $0.likeness(to: WordCount(text)) >= 0.5 } }
    }
  }

  /// The paragraph that an item which only others proposed when the document was made is, where the sender reads it by now.
  private func placeRead(_ item: ObservedDraft.Item) -> Int? {
    if let identifier = item.identifier { return draft.firstIndex { $0.identifier == identifier } }
    let texts = Set(item.others.values.map(\.withoutMarks))
    return draft.firstIndex { paragraph in
      paragraph.base == nil && paragraph.texts.values.contains { texts.contains($0.withoutMarks) }
    }
  }

  /// What such a paragraph is in the document, before and after the sender's changes.
  func itemsAmongOthers(_ place: Int) -> (old: ObservedDraft.Item?, now: ObservedDraft.Item?) {
    guard let old = othersBefore?.first(where: { placeRead($0) == place }) else { return (nil, nil) }
    let items = after.filter(isInOthersParagraph) + othersAfter
    return (old, items.first { $0.paragraph == old.paragraph })
  }

  /// Takes a change of what only others proposed when the document was made, and what the sender reads by now.
  ///
  /// - Returns: whether the draft has the paragraph.
  private mutating func changeKnown(
    _ item: ObservedDraft.Item, from old: ObservedDraft.Item, _ reason: String?
  ) -> Bool {
    guard let place = placeRead(old) else { return false }
    let label = old.inBrackets.keys.sorted().first { item.inBrackets[$0] != old.inBrackets[$0] }
    guard let label, let then = old.others[label], let wanted = item.text.isEmpty ? item.others[label] : item.text
    else {
      return false
    }
    let present = draft[place].present
    if wanted.withoutMarks == present.withoutMarks { return true }
    // A corrected copy has another amendment of the same words.
    if addedBefore.contains(draft[place].identifier), draft[place].texts[label]?.withoutMarks == then.withoutMarks {
      observations.append(
        Observation(.text(draft[place].identifier, wanted), reason: reason, paragraph: item.paragraph))
      return true
    }
    let change = carried(wanted, from: then, to: present)
    if change.text == present { return true }
    observations.append(
      Observation(
        .text(draft[place].identifier, change.text), reason: reason, paragraph: item.paragraph,
        note: "the document was made for other words than the draft has now"
          + (change.outcome == .inConflict ? ", which the change meets" : "")))
    return true
  }

  private mutating func change(
    _ paragraph: OthersParagraph, _ item: ObservedDraft.Item, from old: ObservedDraft.Item?, _ reason: String?
  ) {
    let brackets = old?.inBrackets ?? paragraph.brackets
    if !item.text.isEmpty {
      let supported = brackets.keys.sorted().first {
        [paragraph.texts[$0], old?.others[$0]].contains { $0?.withoutMarks == item.text.withoutMarks }
      }
      if let code = supported.flatMap({ codes[$0] }) {
        observations.append(
          Observation(.support(paragraph.identifier, of: code), reason: reason, paragraph: item.paragraph))
      } else if let label = labelAmended(by: item, in: paragraph) {
        amend(paragraph, label, item, item.text, from: old, reason)
      }
      return
    }
    let changed = brackets.keys.sorted().filter { label in
      item.inBrackets[label].map { $0.map(\.withoutMarks) != brackets[label]?.map(\.withoutMarks) } ?? false
    }
    if let label = changed.first(where: { paragraph.brackets[$0] != nil }), let text = item.others[label] {
      return amend(paragraph, label, item, text, from: old, reason)
    }
    if item.others.mapValues(\.withoutMarks) != (old?.others ?? paragraph.texts).mapValues(\.withoutMarks) {
      reportOthers(
        item,
        "a change inside the brackets of \(item.others.keys.sorted().joined(separator: ", ")) was left out: propose"
          + " it with --on")
    } else if let old, old.others.mapValues(\.withoutMarks) != paragraph.texts.mapValues(\.withoutMarks) {
      let labels = old.inBrackets.keys.sorted().joined(separator: ", ")
      reportOthers(
        item,
        "words inside the bracket of \(labels) differ from that proposal without any mark, and were left out: track"
          + " the change, or propose it with --on")
    }
  }

  /// Whose text an item says in other words: that of the delegation which its name gives, or a bracket in it, else the
  /// proposer's.
  private func labelAmended(by item: ObservedDraft.Item, in paragraph: OthersParagraph) -> String? {
    paragraph.brackets.keys.sorted().first { item.tag?.amended != nil && codes[$0] == item.tag?.amended }
      ?? paragraph.brackets.keys.filter { item.others[$0] != nil }.min() ?? paragraph.proposer
  }

  /// Asks for the words that another's paragraph shall have.
  private mutating func amend(
    _ paragraph: OthersParagraph, _ label: String, _ item: ObservedDraft.Item, _ text: String,
    from old: ObservedDraft.Item?, _ reason: String?
  ) {
    guard let code = codes[label], let present = paragraph.texts[label] else { return }
    var (text, note): (String, String?) = (text, nil)
    if let then = old?.others[label], then.withoutMarks != present.withoutMarks {
      let carried = carried(text, from: then, to: present)
      (text, note) = (carried.text, "the document was made for other words than the proposal has now")
      if text == present { return }
    }
    observations.append(
      Observation(
        .text(paragraph.identifier, text), amended: code, reason: reason, paragraph: item.paragraph,
        note: note))
  }

  mutating func reportStruckParagraph(of labels: String, at paragraph: Int?) {
    remarks.append(
      WordRemark(
        paragraph: paragraph,
        "the paragraph that \(labels) proposes was struck, and was left as it is: nobody can delete what only others"
          + " propose; 'amend oppose' says that the delegation does not want it"))
  }

  private mutating func reportOthers(_ item: ObservedDraft.Item, _ message: String) {
    remarks.append(WordRemark(paragraph: item.paragraph, message))
  }
}
