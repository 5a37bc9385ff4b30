internal import Merging

/// Paragraphs that a document takes out, and that were joined with others since it was written: their words go, and those of
/// the others stay.
extension ObservationComparison {
  /// Takes the deletions of what is only a part of a paragraph of the draft by now.
  ///
  /// - Parameter missing: the paragraphs of the draft that do not stand in the document.
  /// - Returns: those of them that hold words which stay.
  mutating func deleteParts(_ missing: [Int], _ pairs: Pairs, _ reasons: [Int: String]) -> Set<Int> {
    guard let before else { return [] }
    let known = Set(pairs.before.values)
    let unknown = before.indices.filter { !known.contains($0) && !before[$0].isHeading }
    if unknown.isEmpty { return [] }
    let there = Set(after.map(\.paragraph)).union(othersAfter.map(\.paragraph)).union(moves.values)
    var kept: Set<Int> = []
    for (place, own) in pairs.before.sorted(by: { $0.key < $1.key }) {
      let paragraph = draft[place]
      if paragraph.base == nil || [paragraph.present, paragraph.base].contains(before[own].text) { continue }
      let parts = ([own] + unknown.filter { Self.holds(paragraph.present, before[$0].text) }).sorted()
      // What its sender joined or moved stands elsewhere in the document.
      let gone = parts.filter { part in
        part == own
          ? missing.contains(place)
          : !there.contains(before[part].paragraph) && !after.contains { Self.holds($0.text, before[part].text) }
      }
      if gone.isEmpty || gone.count == parts.count { continue }
      kept.insert(place)
      let then = parts.map { before[$0].text }.joined(separator: " ")
      let now = parts.filter { !gone.contains($0) }.map { before[$0].text }.joined(separator: " ")
      leave(now, of: then, in: place, gone.map { before[$0] }, reasons)
    }
    return kept
  }

  /// Asks for what is left of a paragraph.
  private mutating func leave(
    _ now: String, of then: String, in place: Int, _ gone: [ObservedDraft.Item], _ reasons: [Int: String]
  ) {
    let identifier = draft[place].identifier
    let known = observations.firstIndex {
      if case .text(identifier, _) = $0.change { $0.amended == nil } else { false }
    }
    var present = draft[place].present
    if let known, case .text(_, let text) = observations[known].change { present = text }
    let rest = carried(now, from: then, to: present)
    let paragraph = isFormer ? nil : gone.first?.paragraph
    guard rest.outcome != .inConflict else {
      let words = gone.map { "“\($0.text.prefix(60))”" }.joined(separator: ", ")
      remarks.append(
        WordRemark(
          paragraph: paragraph,
          "the deletion of \(words) was left out: it was joined to others in \(address(draft[place])) since, and its words are"
            + " others by now"))
      return
    }
    let note = "the paragraph was joined with another since: only its own words go"
    if let known {
      observations[known].change = .text(identifier, rest.text)
      observations[known].note = note
    } else {
      let reason = gone.compactMap { reasons[$0.paragraph] }.first
      observations.append(Observation(.text(identifier, rest.text), reason: reason, paragraph: paragraph, note: note))
    }
  }

  /// Whether a text has nearly all words of another, in their order.
  private static func holds(_ text: String, _ part: String) -> Bool {
    text.contains(part) || WordCount(part).share(in: WordCount(text)) >= sameWords
  }
}
