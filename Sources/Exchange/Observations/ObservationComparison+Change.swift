internal import Drafting
internal import Merging

/// What is asked for where a paragraph of the draft stands in the document with other words.
extension ObservationComparison {
  /// Asks for the words that a paragraph shall have.
  mutating func change(_ place: Int, _ found: ObservedDraft.Item, _ pairs: Pairs, _ reason: String?) {
    var item = found
    let identifier = draft[place].identifier
    let old = pairs.before[place].flatMap { before?[$0] }
    if let label = insertions[item.paragraph] {
      if let amendment = insertionAmendment(item, place, of: label, before: old, reason: reason) {
        observations.append(amendment)
      }
      return
    }
    if isJoinedWithHeading(place, item) || isAdopted(place, item, pairs) || takesBracketApart(item, place, pairs)
      || changesStatus(&item, of: draft[place], old, pairs)
    {
      return
    }
    if let old, let parts = partsWanted(place, item, from: old, pairs) {
      for part in parts where part.text != draft[part.place].present {
        observations.append(
          Observation(
            .text(draft[part.place].identifier, part.text), reason: reason, paragraph: item.paragraph,
            note: typedJoins.contains(place)
              ? "the paragraph was joined with the next without any mark, which was left out"
              : "the paragraph was split since"))
      }
      if parts.isEmpty {
        remarks.append(
          WordRemark(
            paragraph: item.paragraph,
            "the paragraph was split since, and its change meets the border: it was left out; it would read: "
              + item.text.prefix(300)))
      }
      return
    }
    if draft[place].base == item.text, draft[place].present != item.text, old?.text != item.text,
      formerText(draft[place], old) == nil
    {
      observations.append(Observation(.withdraw(identifier), reason: reason, paragraph: item.paragraph))
      return
    }
    var taken: String?
    if let (text, note) = wanted(item, draft[place], before: pairs.before[place]) {
      if text == draft[place].base, formerText(draft[place], old) != nil {
        observations.append(Observation(.withdraw(identifier), reason: reason, paragraph: item.paragraph))
        return
      }
      var observation = Observation(
        .text(identifier, text), amended: item.tag?.amended, reason: reason, paragraph: item.paragraph, note: note)
      observation.isWhole = item.tag?.amended != nil
      observation.joined = (joins[place] ?? []).map { draft[$0].identifier }
      if let (label, code, amended) = amendmentBeside(item, of: draft[place], before: pairs.before[place]) {
        taken = label
        let supportNote = supportNote(label, item, draft[place], before: pairs.before[place])
        if let whole = wholeSentAgain(text, with: amended, in: draft[place]) {
          (observation.change, observation.amended) = (.text(identifier, whole), code)
          (observation.isWhole, observation.note) = (true, supportNote)
          if whole != draft[place].present { observations.append(observation) }
        } else {
          observations.append(observation)
          observations.append(
            Observation(
              .text(identifier, amended), amended: code, reason: reason, paragraph: item.paragraph, note: supportNote))
        }
      } else {
        observations.append(observation)
      }
    } else {
      amend(place, item, before: pairs.before[place], reason: reason)
    }
    reportBrackets(item, of: draft[place], before: pairs.before[place], besides: taken)
  }

  /// The sender's own words in a paragraph with its amendment of another's there, where an earlier copy of the document had
  /// changed it too: what it has from there amends the other's words already. `nil` where none had, or where both cannot stand.
  private func wholeSentAgain(_ text: String, with amended: String, in paragraph: Paragraph) -> String? {
    guard let base = paragraph.base, paragraph.unsent != nil else { return nil }
    let carried = carried(text, from: base, to: amended)
    return carried.outcome == .inConflict ? nil : carried.text
  }

  /// Whether an item stands the same in the document without the sender's changes: it is someone else's.
  func isOthers(_ item: ObservedDraft.Item) -> Bool {
    before?.contains { $0.paragraph == item.paragraph && $0.text == item.text } ?? false
  }
}
