internal import Drafting

/// Which paragraph is which, and which have moved.
extension ObservationComparison {
  /// Which paragraph of the draft is which of the document.
  struct Pairs {
    /// For each paragraph of the draft: the item of the document before its changes.
    var before: [Int: Int] = [:]

    /// For each item of the document after its changes: the paragraph of the draft.
    var after: [Int?] = []
  }

  func pairs() -> Pairs {
    let candidates = draft.map { paragraph in
      var candidate = ParagraphMatching.Candidate(
        identifier: paragraph.identifier, section: paragraph.section, number: paragraph.number,
        isHeading: paragraph.isHeading, texts: [paragraph.present] + (paragraph.base.map { [$0] } ?? []))
      candidate.isOthers = paragraph.proposer != nil
      return candidate
    }
    let isInOthersWords = { [insertions] (item: ObservedDraft.Item) in insertions[item.paragraph] != nil }
    var pairs = Pairs()
    guard let before else {
      var matching = ParagraphMatching(candidates)
      pairs.after = matching.match(after)
      return pairs
    }
    var matching = ParagraphMatching(candidates)
    let old = matching.match(before, isInOthersWords: isInOthersWords)
    for (item, place) in old.enumerated() {
      if let place { pairs.before[place] = item }
    }
    // What begins at the same paragraph of the document is the same paragraph of the draft, whatever it says now, and so
    // is what a tracked move brought from there.
    let places = Dictionary(
      before.indices.compactMap { item in old[item].map { (before[item].paragraph, $0) } },
      uniquingKeysWith: { first, _ in first })
    pairs.after = after.map { places[$0.paragraph] ?? moves[$0.paragraph].flatMap { places[$0] } }
    // What is left may have moved: it is looked for among the paragraphs that are not there any more, and among those that
    // the sender has added already.
    let isThere = Set(pairs.after.compactMap(\.self))
    let unknown = after.indices.filter { pairs.after[$0] == nil && !isInOthersParagraph(after[$0]) }
    // Or among those that were adopted since.
    let tags = Set(unknown.compactMap { after[$0].identifier })
    let words = Set(unknown.map { after[$0].text })
    let left = draft.indices.filter { place in
      let paragraph = draft[place]
      return !isThere.contains(place)
        && (pairs.before[place] != nil || paragraph.base == nil || tags.contains(paragraph.identifier)
          || words.contains(paragraph.present))
    }
    var moved = ParagraphMatching(
      left.map { place in
        var candidate = candidates[place]
        candidate.isGone = pairs.before[place] != nil
        return candidate
      })
    let found = moved.match(unknown.map { after[$0] }, isInOthersWords: isInOthersWords)
    for (item, place) in zip(unknown, found) {
      pairs.after[item] = place.map { left[$0] }
    }
    pairAdded(&pairs)
    return pairs
  }

  /// What the sender added by this document before and what it adds now at the same place is the same, in other words: behind
  /// one paragraph of the draft as many must be left there as here.
  private func pairAdded(_ pairs: inout Pairs) {
    if addedBefore.isEmpty { return }
    let known = Set(pairs.after.compactMap(\.self))
    let old = Set((before ?? []).map(\.paragraph))
    var (added, new): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
    var last = -1
    for place in draft.indices {
      if known.contains(place), draft[place].base != nil { last = place }
      if !known.contains(place), addedBefore.contains(draft[place].identifier) {
        added[last, default: []].append(place)
      }
    }
    last = -1
    for (item, place) in pairs.after.enumerated() {
      if let place {
        if draft[place].base != nil { last = place }
      } else if !old.contains(after[item].paragraph), !after[item].isHeading, insertions[after[item].paragraph] == nil,
        !isInOthersParagraph(after[item])
      {
        new[last, default: []].append(item)
      }
    }
    for (last, items) in new {
      guard let places = added[last], places.count == items.count else { continue }
      for (item, place) in zip(items, places) { pairs.after[item] = place }
    }
  }

  /// The items whose place among the others is not what it was.
  func movedItems(_ pairs: Pairs) -> Set<Int> {
    // Where nothing shows what was changed, what has an order stands where the chair has it: the order alone says its place.
    let items = after.indices.filter { pairs.after[$0] != nil && (before != nil || after[$0].placement == nil) }
    let ranks = items.compactMap { pairs.after[$0].map { pairs.before[$0] ?? (before == nil ? $0 : -1) } }
    // An item that was not there before the changes has no place that it could have left.
    let known = zip(items, ranks).filter { $0.1 >= 0 }
    // What stands at another paragraph of the document than before its changes is what its sender took elsewhere.
    let isLight = known.map { index, _ in
      guard let before, let place = pairs.after[index], let old = pairs.before[place] else { return false }
      return before[old].paragraph != after[index].paragraph
    }
    let kept = Set(LongestRise.indices(of: known.map(\.1), isLight: isLight).map { known[$0].0 })
    return Set(known.map(\.0)).subtracting(kept)
  }
}
