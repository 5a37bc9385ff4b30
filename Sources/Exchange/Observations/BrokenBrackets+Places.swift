internal import Drafting

/// The places where something is broken.
extension BrokenBrackets {
  private typealias Group = [(side: Int, block: Block)]

  /// The places where a bracket is broken on one side.
  ///
  /// - Parameters:
  ///   - counts: those of a paragraph in the draft; `nil` where that is not known.
  ///   - isWhole: whether letters stand in one paragraph of the draft.
  static func places(
    _ before: [Block]?, _ after: [Block], counts: (ParagraphIdentifier) -> Counts?, isWhole: (String) -> Bool
  ) -> [Place] {
    let entries = [before ?? [], after].enumerated().flatMap { side, blocks in blocks.map { (side: side, block: $0) } }
    var groups: [Group] = []
    var end = 0
    for entry in entries.sorted(by: { $0.block.paragraphs.lowerBound < $1.block.paragraphs.lowerBound }) {
      if groups.isEmpty || entry.block.paragraphs.lowerBound > end { groups.append([]) }
      groups[groups.count - 1].append(entry)
      end = max(end, entry.block.paragraphs.upperBound)
    }
    // One delegation's observations have none of the brackets that the draft has.
    let hasBrackets = entries.contains { $0.block.counts.whole > 0 }
    return groups.compactMap { group in
      let open = Set(group.flatMap(\.block.open))
      let sides = [0, 1].map { side in
        group.filter { $0.side == side }.map(\.block.counts).reduce(Counts(), +)
      }
      var isBroken = !open.isEmpty || sides[0].hasLost(of: sides[1]) || sides[1].hasLost(of: sides[0])
      if !isBroken, hasBrackets, sides[1].close > 0 {
        let known = Set(group.compactMap(\.block.identifier)).compactMap(counts).reduce(Counts(), +)
        isBroken = sides[1].hasLost(of: known)
      }
      let cut = isBroken ? [] : cut(group, counts, isWhole)
      isBroken = isBroken || !cut.isEmpty
      let hasWords = before != nil && sides[1].hasWords(besides: sides[0])
      guard isBroken || hasWords, let first = group.map(\.block.paragraphs.lowerBound).min(),
        let last = (group.map(\.block.paragraphs.upperBound) + cut.map(\.last)).max()
      else { return nil }
      return Place(paragraphs: first...last, open: open, cut: Set(cut.flatMap(\.labels)), hasOnlyWords: !isBroken)
    }
  }

  /// The brackets that a split goes through: they were whole before the changes, or are whole in the draft where nothing shows
  /// what was changed.
  private static func cut(
    _ group: Group, _ counts: (ParagraphIdentifier) -> Counts?, _ isWhole: (String) -> Bool
  ) -> [CutBracket] {
    let after = group.filter { $0.side == 1 }.map(\.block)
    var cut = after.flatMap(\.cut)
    if cut.isEmpty, after.allSatisfy(\.counts.lined.isEmpty) { return [] }
    let before = group.filter { $0.side == 0 }.map(\.block)
    if before.isEmpty, cut.contains(where: { isWhole($0.letters) }) { return cut }
    if before.contains(where: { !$0.cut.isEmpty }) { return [] }
    let known =
      (before.isEmpty ? Set(after.compactMap(\.identifier)).compactMap(counts) : before.map(\.counts))
      .reduce(Counts(), +)
    let now = after.map(\.counts).reduce(Counts(), +)
    if now.whole >= known.whole { cut = [] }
    if now.whole <= known.whole, now.lined.count > known.lined.count {
      cut += now.lined.filter { !known.lined.contains($0) }.map { labels in
        CutBracket(labels: labels, letters: "", last: after.last?.paragraphs.upperBound ?? 0)
      }
    }
    return cut
  }
}
