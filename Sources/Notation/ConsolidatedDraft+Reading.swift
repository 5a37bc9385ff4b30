internal import Drafting
internal import Merging

extension ConsolidatedDraft {
  /// The draft as the delegation of `label` would have it; the base for `nil`.
  ///
  /// Without brackets, statuses, notes and placements; paragraphs in which it reads nothing are gone, the moves that it
  /// proposed are carried out (a move to a place that is not there leaves the paragraph where it is), and only
  /// footnotes whose mark still stands are kept.
  ///
  /// - Cost: linear, but for the moves: each looks for its place.
  package func reading(of label: String?) -> ConsolidatedDraft {
    var result = self
    for section in sections.indices {
      result.sections[section].items = sections[section].items.compactMap { $0.reading(of: label) }
    }
    guard let label else { return result }
    // From the last to the first, so that several that go to one place stand there in their order.
    while let place = result.lastMove(of: label) {
      let anchor = result.sections[place.section].items[place.item].placements.last { $0.labels.contains(label) }?
        .anchor
      result.sections[place.section].items[place.item].placements = []
      if let anchor { result.move(from: place, to: anchor) }
    }
    for section in result.sections.indices {
      for index in result.sections[section].items.indices {
        result.sections[section].items[index].placements = []
      }
    }
    return result
  }

  private func lastMove(of label: String) -> (section: Int, item: Int)? {
    for section in sections.indices.reversed() {
      if let item = sections[section].items.lastIndex(where: { item in
        item.placements.contains { $0.labels.contains(label) }
      }) {
        return (section, item)
      }
    }
    return nil
  }

  private mutating func move(from source: (section: Int, item: Int), to anchor: Placement.Anchor) {
    let item = sections[source.section].items[source.item]
    switch anchor {
    case .beginning(let name):
      guard let section = sections.firstIndex(where: { $0.name == name }) else { return }
      sections[source.section].items.remove(at: source.item)
      sections[section].items.insert(item, at: 0)
    case .after(let name, let number):
      guard let section = sections.firstIndex(where: { $0.name == name }),
        let index = sections[section].items.firstIndex(where: {
          $0.kind == .numbered(number) || $0.kind == .counted(number)
        }), section != source.section || index != source.item
      else { return }
      sections[source.section].items.remove(at: source.item)
      let shift = section == source.section && source.item < index ? 0 : 1
      sections[section].items.insert(item, at: index + shift)
    }
  }
}

extension ConsolidatedDraft.Item {
  /// The item as one delegation reads it, its placements still there; `nil` where it reads nothing.
  fileprivate func reading(of label: String?) -> ConsolidatedDraft.Item? {
    let text = Paragraph.canonical(body.reading(of: label))
    if text.isEmpty { return nil }
    let marks = Set(FootnoteMarks.written(in: text))
    return ConsolidatedDraft.Item(
      identifier: identifier, kind: kind, body: BracketedText(text: text),
      footnotes: footnotes.filter { marks.contains($0.number) }, placements: label == nil ? [] : placements)
  }
}
