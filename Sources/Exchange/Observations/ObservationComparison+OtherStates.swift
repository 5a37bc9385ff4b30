internal import Drafting
internal import Merging

/// Documents that were made of another state of the draft: its paragraphs were split, joined, adopted or reworded since.
extension ObservationComparison {
  /// Words that show as the document's own, and are neither the draft's nor changed by any mark: somebody typed them
  /// without tracking, or the draft has changed since. Nothing is made of them, and they are reported.
  mutating func reportUnmarked(_ pairs: Pairs) {
    guard let before else { return }
    var (places, older) = ([String](), [String]())
    let known = Dictionary(pairs.before.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let texts = Set(draft.flatMap { [$0.present, $0.base ?? ""] })
    let all = WordCount(draft.map(\.present).joined(separator: " "))
    for (index, item) in before.enumerated() {
      // What stands under its own number or control is compared with that, whatever else says the same.
      if let place = known[index] {
        if [draft[place].present, draft[place].base].contains(item.text) { continue }
        // There the words that another inserts count as the document's own, and what becomes of the change is told.
        if insertions[item.paragraph] != nil { continue }
        // Where the sender changes other words of the paragraph, the change itself says so.
        let isChanged = observations.contains { $0.paragraph == item.paragraph }
        if !isChanged, !isJoined(place, item, all) {
          toldUnmarked.insert(draft[place].identifier)
          let isOlder = isFormer || textsThen[draft[place].identifier]?.contains(item.text) ?? false
          if isOlder { older.append(address(draft[place])) } else { places.append(address(draft[place])) }
        }
      } else if !texts.contains(item.text), !item.isHeading,
        after.contains(where: { $0.paragraph == item.paragraph && $0.text == item.text }),
        WordCount(item.text).share(in: all) < Self.mostWords
      {
        let words = "“\(item.text.prefix(40))”"
        toldWords.insert(words)
        if isFormer || textsThen.values.contains(where: { $0.contains(item.text) }) {
          older.append(words)
        } else {
          places.append(words)
        }
      }
    }
    if !older.isEmpty {
      remarks.append(
        WordRemark(
          "the draft has other words than when the document was written, which stay as they are: \(listed(older))"))
    }
    guard !places.isEmpty else { return }
    remarks.append(
      WordRemark(
        "words differ from the draft's without any mark, and were left out: \(listed(places)); '--marks none' takes all words"
          + " that differ"))
  }

  /// Some places in a message: the first of many.
  func listed(_ places: [String]) -> String {
    places.prefix(12).joined(separator: ", ") + (places.count > 12 ? ", …" : "")
  }

  /// Whether a paragraph of the document holds all words of this one and of others of the draft, or the other way round.
  private func isJoined(_ place: Int, _ item: ObservedDraft.Item, _ all: WordCount) -> Bool {
    let (old, new) = (WordCount(item.text), WordCount(draft[place].present))
    if old.total * 4 > new.total * 5 {
      return new.share(in: old) >= Self.sameWords && old.share(in: all) >= Self.sameWords
    }
    return new.total * 4 > old.total * 5 && old.share(in: new) >= Self.sameWords
  }

  /// Takes a change of a paragraph that was split into several since; `nil` where it was not.
  ///
  /// - Returns: what each of them shall say now.
  func partsWanted(_ place: Int, _ item: ObservedDraft.Item, from old: ObservedDraft.Item, _ pairs: Pairs)
    -> [(place: Int, text: String)]?
  {
    let parts = parts(of: place, old, pairs)
    if parts.count < 2 || old.text == item.text { return nil }
    // What its sender sent before in the same document is in it as it is wanted now.
    let present = parts.map { draft[$0].unsent ?? draft[$0].present }.joined(separator: Self.border)
    let texts = carried(item.text, from: old.text, to: present).text.components(partedBy: Self.border)
    return texts.count == parts.count ? Array(zip(parts, texts)).map { (place: $0, text: $1) } : []
  }

  /// The paragraphs of the draft that one of the document is now: itself, and what was split off from it since.
  func parts(of place: Int, _ old: ObservedDraft.Item?, _ pairs: Pairs) -> [Int] {
    var parts = [place]
    guard let old, ![draft[place].present, draft[place].base].contains(old.text) else { return parts }
    let words = WordCount(old.text)
    while let next = parts.last.map({ $0 + 1 }), next < draft.count, draft[next].section == draft[place].section,
      !draft[next].isHeading, pairs.before[next] == nil,
      draft[next].stands(in: old.text, words)
    { parts.append(next) }
    return parts
  }

  /// Takes a change of a paragraph that the draft has no more: its words may stand in another now.
  ///
  /// - Returns: whether the paragraph stood in the document before its changes.
  mutating func changeGone(_ item: ObservedDraft.Item, _ reason: String?) -> Bool {
    guard let old = before?.first(where: { $0.paragraph == item.paragraph }) else { return false }
    let words = WordCount(old.text)
    let shares = draft.indices.filter { !draft[$0].isHeading }.map {
      (place: $0, share: words.share(in: WordCount(draft[$0].present)))
    }
    guard let best = shares.max(by: { $0.share < $1.share }), best.share >= Self.mostWords else {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "the draft has no such paragraph; its change was left out, by which it would read: \(item.text.prefix(300))"))
      return true
    }
    let identifier = draft[best.place].identifier
    let known = observations.firstIndex { if case .text(identifier, _) = $0.change { true } else { false } }
    var present = draft[best.place].present
    if let known, case .text(_, let text) = observations[known].change { present = text }
    let change = carried(item.text, from: old.text, to: present)
    if change.text == present { return true }
    let note =
      "the paragraph was joined to \(address(draft[best.place])) since"
      + (change.outcome == .inConflict ? ", whose words the change meets" : "")
    if let known {
      observations[known].change = .text(identifier, change.text)
      observations[known].note = note
    } else {
      observations.append(
        Observation(.text(identifier, change.text), reason: reason, paragraph: item.paragraph, note: note))
    }
    return true
  }

  /// Whether a paragraph comes in that the draft has already, since it was adopted meanwhile.
  mutating func isAdopted(_ place: Int, _ item: ObservedDraft.Item, _ pairs: Pairs) -> Bool {
    // What the sender deletes is in no document as it reads it, though the draft has had it all along.
    guard before != nil, pairs.before[place] == nil, !draft[place].present.isEmpty, let base = draft[place].base else {
      return false
    }
    if item.text != base, item.text != draft[place].present {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "\(address(draft[place])) is this paragraph, with other words by now, which were left as they are"))
    }
    return true
  }

  /// Parts the paragraphs of a text that stands for several.
  private static let border = "\n\n"

  /// The share of runs of words above which one text holds the other.
  static let sameWords = 0.9
}

extension String {
  fileprivate func components(partedBy border: String) -> [String] {
    split(separator: border, omittingEmptySubsequences: false).map(String.init)
  }
}
