package import Drafting
internal import Merging
package import Notation

/// Finds out what the sender of a document would change in the draft.
package struct ObservationReader {
  package var registry: DelegationRegistry

  /// The label of the sender.
  package var label: String

  /// The draft without any proposal, and as the sender reads it now.
  package var base: ConsolidatedDraft
  package var present: ConsolidatedDraft

  /// The draft with every proposal; `nil` where what others insert is not amended.
  package var written: ConsolidatedDraft?

  /// The label of the delegation that an author speaks for.
  package var labelOf: (String) -> String? = { _ in nil }

  /// Whether a footnote says a delegation's position, which is no part of the text.
  package var isPosition: (String) -> Bool = { _ in false }

  /// Whether an author's tracked changes and comments are the sender's.
  package var isTheirs: (String) -> Bool

  /// Whether it is said that others changed the document too.
  package var reportsOthers: Bool

  package init(
    registry: DelegationRegistry, label: String, base: ConsolidatedDraft, present: ConsolidatedDraft,
    reportsOthers: Bool = true, isTheirs: @escaping (String) -> Bool
  ) {
    self.registry = registry
    self.label = label
    self.base = base
    self.present = present
    self.reportsOthers = reportsOthers
    self.isTheirs = isTheirs
  }

  /// The changes that a document asks for.
  ///
  /// What the sender reads already is not asked for again, nor what stands in others' brackets.
  ///
  /// - Parameter marks: what shows the changes; `nil` to find that out from the document.
  /// - Cost: close to linear in the lengths of the document and the draft.
  package func read(_ document: WordDocument, marks: ObservationMarks? = nil) -> ObservationList {
    let asked = marks
    let marks = marks ?? ObservationMarks(in: document)
    let (document, authors) = marks == .tracked ? document.amending(by: isTheirs) : (document, [:])
    let insertions = authors.mapValues(labelOf)
    let after = ObservedDraft(
      document, view: .after(marks, isTheirs: isTheirs), label: label, registry: registry, isPosition: isPosition)
    let before =
      marks == .none
      ? nil
      : ObservedDraft(
        document, view: .before(marks, isTheirs: isTheirs), label: label, registry: registry, isPosition: isPosition)
    let codes = Dictionary(registry.delegations.map { ($0.label, $0.code) }, uniquingKeysWith: { first, _ in first })
    var comparison = ObservationComparison(
      candidates(amending: Set(insertions.values.compactMap(\.self))), before: before?.items, after: after.items,
      codes: codes)
    if marks == .tracked { comparison.moves = document.movedParagraphs(by: isTheirs) }
    (comparison.insertions, comparison.knowsBrackets) = (insertions, written != nil)
    let known = Set((base.sections + present.sections).flatMap(\.items).compactMap(\.identifier))
    comparison.others = written?.othersParagraphs(besides: label) { known.contains($0) } ?? []
    (comparison.othersBefore, comparison.othersAfter) = (before?.others, after.others)
    let reasons = reasons(in: document)
    comparison.compare(reasons: reasons)
    var remarks = document.remarks + comparison.remarks
    let heard = Set(comparison.observations.compactMap(\.paragraph))
    for (paragraph, reason) in reasons.sorted(by: { $0.key < $1.key }) where !heard.contains(paragraph) {
      remarks.append(
        WordRemark(paragraph: paragraph, "a comment was left out, since nothing is changed beside it: \(reason)"))
    }
    let others = document.authors.filter { !isTheirs($0) }
    if marks == .tracked, reportsOthers, !others.isEmpty {
      remarks.append(WordRemark("changes by others were left out: \(WordDocument.listed(others))"))
    }
    if asked == nil, marks == .none, showsFormatting(document, after) {
      remarks.append(
        WordRemark(
          "words are struck through, or bold and underlined, and no note says what that means; --marks formatting takes"
            + " them for deletions and additions"))
    }
    return ObservationList(observations: comparison.observations, remarks: remarks, marks: marks)
  }

  /// Whether words that belong to no bracket look added or struck.
  private func showsFormatting(_ document: WordDocument, _ plain: ObservedDraft) -> Bool {
    let looks: [WordFormat] = [[.bold, .strike], [.bold, .underline]]
    let hasLooks = document.body.flatMap(\.paragraphs).contains { paragraph in
      paragraph.runs.contains { run in looks.contains { run.format.isSuperset(of: $0) } }
    }
    guard hasLooks else { return false }
    return [WordView.before(.formatting, isTheirs: isTheirs), .after(.formatting, isTheirs: isTheirs)].contains {
      view in
      ObservedDraft(document, view: view, label: label, registry: registry, isPosition: isPosition).items.map(\.text)
        != plain.items.map(\.text)
    }
  }

  private func candidates(amending labels: Set<String>) -> [ObservationComparison.Paragraph] {
    var candidates = candidates()
    var brackets: [ParagraphIdentifier: [String: [String]]] = [:]
    for item in written?.sections.flatMap(\.items) ?? [] where !item.body.labels.isEmpty {
      if let identifier = item.identifier { brackets[identifier] = item.body.alternatives(besides: label) }
    }
    for place in candidates.indices { candidates[place].brackets = brackets[candidates[place].identifier] ?? [:] }
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
              present: first.1, footnotes: item.footnotes))
        }
        for place in candidates.indices where candidates[place].identifier == identifier {
          candidates[place].proposals = Dictionary(proposals, uniquingKeysWith: { first, _ in first })
        }
      }
    }
    return candidates
  }

  private func candidates() -> [ObservationComparison.Paragraph] {
    var bases: [ParagraphIdentifier: String] = [:]
    for item in base.sections.flatMap(\.items) {
      if let identifier = item.identifier { bases[identifier] = Paragraph.canonical(item.body.reading(of: nil)) }
    }
    var origins: [ParagraphIdentifier: SectionName] = [:]
    var opening: Set<ParagraphIdentifier> = []
    for section in base.sections {
      for identifier in section.items.compactMap(\.identifier) { origins[identifier] = section.name }
      opening.formUnion(section.items.prefix { $0.kind == .heading }.compactMap(\.identifier))
    }
    let candidates = present.sections.flatMap { section in
      section.items.compactMap { item -> ObservationComparison.Paragraph? in
        guard let identifier = item.identifier else { return nil }
        return ObservationComparison.Paragraph(
          identifier: identifier, section: section.name, number: item.number, isHeading: item.kind == .heading,
          origin: origins[identifier], isOpening: opening.contains(identifier),
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
              origin: section.name,
              base: Paragraph.canonical(item.body.reading(of: nil)), present: "", footnotes: item.footnotes),
            at: place)
        }
        last = identifier
      }
    }
    return result
  }

  /// What the sender's comments say, by the paragraph of the document that they stand beside.
  private func reasons(in document: WordDocument) -> [Int: String] {
    var reasons: [Int: String] = [:]
    var seen: Set<Int> = []
    for (index, paragraph) in document.body.flatMap(\.paragraphs).enumerated() {
      for identifier in paragraph.runs.flatMap(\.comments) where seen.insert(identifier).inserted {
        guard let comment = document.comments[identifier], isTheirs(comment.author) else { continue }
        let text = comment.paragraphs.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty { continue }
        reasons[index + 1] = reasons[index + 1].map { $0 + " " + words } ?? words
      }
    }
    return reasons
  }
}

extension ConsolidatedDraft.Item {
  fileprivate var number: ParagraphNumber? { if case .numbered(let number) = kind { number } else { nil } }
}
