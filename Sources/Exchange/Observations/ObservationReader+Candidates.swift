internal import Drafting
internal import Merging
internal import Notation

/// What the paragraphs of a document may be.
extension ObservationReader {
  /// The paragraphs that the sender reads, and those of others whose insertions it amends.
  func candidates(amending labels: Set<String>) -> [ObservationComparison.Paragraph] {
    var candidates = candidates()
    var brackets: [ParagraphIdentifier: [String: [String]]] = [:]
    var texts: [ParagraphIdentifier: [String: String]] = [:]
    var statuses: [ParagraphIdentifier: Status] = [:]
    for item in written?.sections.flatMap(\.items) ?? [] {
      guard let identifier = item.identifier else { continue }
      statuses[identifier] = item.status
      if item.body.labels.isEmpty { continue }
      brackets[identifier] = item.body.alternatives(besides: label)
      texts[identifier] = item.body.texts(besides: label)
    }
    for place in candidates.indices {
      candidates[place].status = statuses[candidates[place].identifier]
      candidates[place].brackets = brackets[candidates[place].identifier] ?? [:]
      candidates[place].texts = texts[candidates[place].identifier] ?? [:]
    }
    addFormerTexts(to: &candidates)
    addBracketsBefore(to: &candidates)
    for section in labels.isEmpty ? [] : written?.sections ?? [] {
      for item in section.items {
        let proposals = labels.compactMap { label in
          let text = Paragraph.canonical(item.body.reading(of: label))
          return item.body.labels.contains(label) && !text.isEmpty ? (label, text) : nil
        }
        guard let first = proposals.first, let identifier = item.identifier else { continue }
        if !candidates.contains(where: { $0.identifier == identifier }) {
          candidates.append(
            ObservationComparison.Paragraph(
              identifier: identifier, section: section.name, number: item.number, isHeading: item.kind == .heading,
              counted: item.counted,
              present: first.1, footnotes: item.footnotes, proposer: first.0))
        }
        for place in candidates.indices where candidates[place].identifier == identifier {
          candidates[place].proposals = Dictionary(proposals, uniquingKeysWith: { first, _ in first })
        }
      }
    }
    return candidates
  }

  /// What the sender amends by this document stands in others' brackets as if it had not sent it.
  private func addBracketsBefore(to candidates: inout [ObservationComparison.Paragraph]) {
    let bodies = Dictionary(
      (writtenBefore?.sections ?? []).flatMap(\.items).compactMap { item in item.identifier.map { ($0, item.body) } },
      uniquingKeysWith: { first, _ in first })
    for place in candidates.indices {
      guard let body = bodies[candidates[place].identifier],
        candidates[place].unsent == Paragraph.canonical(body.reading(of: label))
      else { continue }
      candidates[place].brackets = body.alternatives(besides: label)
      candidates[place].texts = body.texts(besides: label)
    }
  }

  private func addFormerTexts(to candidates: inout [ObservationComparison.Paragraph]) {
    for place in candidates.indices {
      candidates[place].unsent = textsBefore[candidates[place].identifier].map { Paragraph.canonical($0.text) }
    }
    guard let writtenFrom else { return }
    let texts = { (draft: ConsolidatedDraft) in
      Dictionary(
        draft.sections.flatMap(\.items).compactMap { item in
          item.identifier.map { ($0, Paragraph.canonical(item.body.reading(of: nil))) }
        }, uniquingKeysWith: { first, _ in first })
    }
    let (bases, own) = (texts(writtenFrom.reading(of: nil)), texts(writtenFrom.reading(of: label)))
    for place in candidates.indices {
      guard let text = own[candidates[place].identifier], text != candidates[place].present,
        !candidates[place].present.isEmpty
      else { continue }
      candidates[place].former = (bases[candidates[place].identifier], text)
    }
  }

  private func candidates() -> [ObservationComparison.Paragraph] {
    var bases: [ParagraphIdentifier: String] = [:]
    for item in base.sections.flatMap(\.items) {
      if let identifier = item.identifier { bases[identifier] = Paragraph.canonical(item.body.reading(of: nil)) }
    }
    var origins: [ParagraphIdentifier: SectionName] = [:]
    var homes: [ParagraphIdentifier: Observation.Anchor] = [:]
    var opening: Set<ParagraphIdentifier> = []
    for section in base.sections {
      var last = Observation.Anchor.beginning(of: section.name)
      for identifier in section.items.compactMap(\.identifier) {
        (origins[identifier], homes[identifier]) = (section.name, last)
        last = .paragraph(identifier)
      }
      opening.formUnion(section.items.prefix { $0.kind == .heading }.compactMap(\.identifier))
    }
    let ordered = Set(
      (written?.sections ?? []).flatMap(\.items).filter { item in
        item.placements.contains { $0.labels.contains(label) }
      }.compactMap(\.identifier))
    let candidates = present.sections.flatMap { section in
      section.items.compactMap { item -> ObservationComparison.Paragraph? in
        guard let identifier = item.identifier else { return nil }
        return ObservationComparison.Paragraph(
          identifier: identifier, section: section.name, number: item.number, isHeading: item.kind == .heading,
          counted: item.counted,
          origin: origins[identifier], home: homes[identifier], isOrdered: ordered.contains(identifier),
          isOpening: opening.contains(identifier),
          base: bases[identifier], present: Paragraph.canonical(item.body.reading(of: nil)), footnotes: item.footnotes)
      }
    }
    return withDeleted(candidates)
  }

  /// With the paragraphs that the sender proposes to delete, each in its place.
  private func withDeleted(
    _ candidates: [ObservationComparison.Paragraph]
  ) -> [ObservationComparison.Paragraph] {
    let known = Set(candidates.map(\.identifier))
    var result = candidates
    var last: ParagraphIdentifier?
    for section in base.sections {
      for item in section.items {
        guard let identifier = item.identifier else { continue }
        if !known.contains(identifier) {
          let place = last.flatMap { last in result.firstIndex { $0.identifier == last } }.map { $0 + 1 } ?? 0
          result.insert(
            ObservationComparison.Paragraph(
              identifier: identifier, section: section.name, number: item.number, isHeading: item.kind == .heading,
              counted: item.counted,
              origin: section.name,
              base: Paragraph.canonical(item.body.reading(of: nil)), present: "", footnotes: item.footnotes),
            at: place)
        }
        last = identifier
      }
    }
    return result
  }
}

extension ConsolidatedDraft.Item {
  fileprivate var number: ParagraphNumber? { if case .numbered(let number) = kind { number } else { nil } }

  fileprivate var counted: ParagraphNumber? { if case .counted(let number) = kind { number } else { nil } }
}
