internal import Drafting
internal import Notation

/// Documents that were written from an earlier state of the draft and show no changes by themselves.
extension ObservationReader {
  /// What a document said when it was written, as if its sender's changes were marked in it: each paragraph begins where the
  /// document has it now, and what the sender took out begins nowhere.
  func formerDraft(
    _ former: ConsolidatedDraft, under after: ObservedDraft, _ literals: LiteralBrackets, _ notes: inout KnownNotes
  ) -> ObservedDraft {
    let document = DraftDocument(registry: registry, notation: .oas, date: nil).document(of: former)
    var draft = ObservedDraft(
      document, view: .before(.none, isTheirs: isTheirs), label: label, registry: registry, literals: literals,
      notes: &notes, isPosition: isPosition)
    draft.items = Self.aligned(draft.items, under: after.items)
    draft.others = Self.aligned(draft.others, under: after.others)
    // A paragraph that only others proposed may be one that the sender joined.
    for (index, item) in draft.others.enumerated() where item.paragraph < 1 {
      guard let identifier = item.identifier, let now = after.items.first(where: { $0.identifier == identifier }) else {
        continue
      }
      draft.others[index].paragraph = now.paragraph
    }
    return draft
  }

  private static func aligned(_ items: [ObservedDraft.Item], under after: [ObservedDraft.Item]) -> [ObservedDraft.Item]
  {
    let candidates = items.map { item in
      ParagraphMatching.Candidate(
        identifier: item.identifier, section: item.section, number: item.number, isHeading: item.isHeading,
        texts: [item.text])
    }
    var matching = ParagraphMatching(candidates)
    var items = items
    for index in items.indices { items[index].paragraph = -1 - index }
    for (item, place) in zip(after, matching.match(after)) {
      if let place { items[place].paragraph = item.paragraph }
    }
    return items
  }
}

extension ObservationComparison {
  /// What is said of paragraphs that the document does not have any more is said of no place in it.
  mutating func forgetPlacesOfMissing() {
    for index in remarks.indices where remarks[index].paragraph.map({ $0 < 1 }) ?? false {
      remarks[index].paragraph = nil
    }
  }
}
