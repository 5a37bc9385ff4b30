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
    // Before what the delegation does not read goes: it may be what something moves after.
    if let label { result.move(for: label) }
    for section in result.sections.indices {
      result.sections[section].items = result.sections[section].items.compactMap { $0.reading(of: label) }
    }
    return result
  }

  /// Where an item stood before any was moved.
  private struct Place: Hashable {
    var section: Int
    var item: Int
  }

  private enum Target {
    case after(Place)
    /// The beginning of a section, behind the words that open it.
    case beginning(section: Int, after: Place?)
  }

  /// Carries out the moves of one delegation: from the last to the first, so that several that go to one place stand
  /// there in their order, but none before the paragraph that it shall stand after has found its own place.
  private mutating func move(for label: String) {
    let targets = targets(of: label)
    guard !targets.isEmpty else { return }
    var order = sections.indices.map { section in
      sections[section].items.indices.map { Place(section: section, item: $0) }
    }
    var waiting = order.joined().filter { targets[$0] != nil }
    while !waiting.isEmpty {
      let ready = waiting.lastIndex { place in
        if case .after(let anchor) = targets[place] { !waiting.contains(anchor) } else { true }
      }
      let place = waiting.remove(at: ready ?? waiting.count - 1)
      for section in order.indices { order[section].removeAll { $0 == place } }
      switch targets[place] {
      case .beginning(let section, let opening):
        let index = opening.flatMap { order[section].firstIndex(of: $0) }
        order[section].insert(place, at: index.map { $0 + 1 } ?? 0)
      case .after(let anchor):
        for section in order.indices {
          if let index = order[section].firstIndex(of: anchor) { order[section].insert(place, at: index + 1) }
        }
      case nil: break
      }
    }
    let items = sections.map(\.items)
    for section in sections.indices { sections[section].items = order[section].map { items[$0.section][$0.item] } }
  }

  /// The places that a delegation would give to items; moves to a place that is not there are left out.
  private func targets(of label: String) -> [Place: Target] {
    var targets: [Place: Target] = [:]
    for (sectionIndex, section) in sections.enumerated() {
      for (index, item) in section.items.enumerated() {
        guard let anchor = item.placements.last(where: { $0.labels.contains(label) })?.anchor else { continue }
        let place = Place(section: sectionIndex, item: index)
        switch anchor {
        case .beginning(let name):
          guard let start = sections.firstIndex(where: { $0.name == name }) else { continue }
          let opening = sections[start].opening.map { Place(section: start, item: $0) }
          targets[place] = .beginning(section: start, after: opening)
        case .after(let name, let number):
          guard let other = sections.firstIndex(where: { $0.name == name }),
            let before = sections[other].index(of: number, for: label), Place(section: other, item: before) != place
          else { continue }
          targets[place] = .after(Place(section: other, item: before))
        }
      }
    }
    return targets
  }
}

extension ConsolidatedDraft.Section {
  /// The last of the headings before the first paragraph of the base.
  fileprivate var opening: Int? {
    var opening: Int?
    for (index, item) in items.enumerated() {
      let isProposed = !item.body.isEmpty && item.body.reading(of: nil).isEmpty
      if item.kind == .heading, !isProposed { opening = index } else if !isProposed { break }
    }
    return opening
  }

  /// The item of that number; of several, which delegations gave the same number, the first that `label` reads.
  fileprivate func index(of number: ParagraphNumber, for label: String) -> Int? {
    let found = items.indices.filter { items[$0].kind == .numbered(number) || items[$0].kind == .counted(number) }
    guard found.count > 1 else { return found.first }
    return found.first { !Paragraph.canonical(items[$0].body.reading(of: label)).isEmpty } ?? found.first
  }
}

extension ConsolidatedDraft.Item {
  /// The item as one delegation reads it; `nil` where it reads nothing.
  fileprivate func reading(of label: String?) -> ConsolidatedDraft.Item? {
    let text = Paragraph.canonical(body.reading(of: label))
    if text.isEmpty { return nil }
    let marks = Set(FootnoteMarks.written(in: text))
    return ConsolidatedDraft.Item(
      identifier: identifier, kind: kind, body: BracketedText(text: text),
      footnotes: footnotes.filter { marks.contains($0.number) })
  }
}
