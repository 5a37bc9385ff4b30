internal import Drafting
internal import Merging

/// Headings that announce what a delegation proposes.
extension DraftItems {
  /// Reads a heading that announces a delegation's text, with the paragraph below it.
  ///
  /// - Returns: whether the two were understood and taken.
  mutating func readProposal(
    at index: Int, _ texts: [DraftText], _ names: [SectionName], _ trailers: [DraftTrailers]
  ) -> Bool {
    guard blocks.items[index].kind == .heading, index + 1 < names.count, blocks.items[index + 1].kind == .counted,
      !blocks.items[index].isPlain,
      let attribution = DraftAttribution(texts[index].string, labels: escapes.labels)
    else { return false }
    guard case .labels(let labels) = attribution.labels else {
      report(texts[index], attribution.problem)
      return false
    }
    let text = DraftBracketSpans.unwrapped(texts[index + 1], labels: escapes.labels)
    switch attribution.kind {
    case .new:
      let content = body(text)
      let insertion = BracketedText([
        .bracket(
          Bracket(alternatives: [Alternative(labels: labels, content: content)], struck: nil))
      ])
      let last = positions[names[index + 1]].flatMap { position in
        sections[position].items.last { $0.kind != .heading }?.kind
      }
      var number: ParagraphNumber?
      if case .numbered(let previous)? = last { number = previous.followingBis }
      append(insertion, trailers[index + 1], at: index + 1, in: names[index + 1], printing: number)
      return true
    case .alternate(let section, let number):
      guard let (position, item) = find(number, in: section ?? names[index]) else {
        report(texts[index], "the paragraph that this heading names was not found; the text was kept as it stands")
        return false
      }
      sections[position].items[item].body = sections[position].items[item].body.adding(
        body(text), of: labels)
      return true
    }
  }

  private func find(_ number: ParagraphNumber, in name: SectionName) -> (section: Int, item: Int)? {
    guard let position = positions[name],
      let item = sections[position].items.lastIndex(where: {
        $0.kind == .numbered(number) || $0.kind == .counted(number)
      })
    else { return nil }
    return (position, item)
  }
}
