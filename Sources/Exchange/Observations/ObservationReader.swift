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

  /// The draft that a document was made of, as it was then; `nil` where that is the present one.
  package var former: ConsolidatedDraft?

  /// The draft that a document with marks was made of, as it was then, where the sender has proposed something since; `nil`
  /// where it has not.
  package var writtenFrom: ConsolidatedDraft?

  /// What a document with marks had in its paragraphs when it was written, where the draft has changed since.
  package var writtenThen: ConsolidatedDraft?

  /// What the sender had, before it sent this document for the first time, in the paragraphs whose words it took from that.
  package var textsBefore: [ParagraphIdentifier: Paragraph] = [:]

  /// Those paragraphs with every proposal but what the sender has from this document; `nil` where it has not sent it before.
  package var writtenBefore: ConsolidatedDraft?

  /// The new paragraphs of the sender that nothing but this document has brought, when it was sent before.
  package var addedBefore: Set<ParagraphIdentifier> = []

  /// The paragraphs of which the sender took the words from this document when it was sent before, and may read others by now,
  /// and those whose place it took from there.
  package var followedBefore: Set<ParagraphIdentifier> = []
  package var movedBefore: Set<ParagraphIdentifier> = []

  /// The reasons of what the sender took from this document when it was sent before.
  package var reasonsBefore: Set<String> = []

  /// Whether the document had all that its sender proposes when it was written: what it has no more was taken out of it.
  package var hadSendersProposals = false

  /// Whether the document has the statuses that the draft has now.
  package var hasStatuses = false

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
  /// - Parameters:
  ///   - marks: what shows the changes; `nil` to find that out from the document.
  ///   - done: what shows changes that count as made: where words are compared, struck ones are none then.
  /// - Cost: close to linear in the lengths of the document and the draft.
  package func read(
    _ document: WordDocument, marks: ObservationMarks? = nil, done: ObservationMarks? = nil
  ) -> ObservationList {
    var notes = KnownNotes()
    let reader = numberingNotes(by: &notes)
    var list = reader.compared(with: document, marks, done: done, literalBrackets, &notes)
    let paragraphs = Dictionary(
      base.sections.flatMap(\.items).compactMap { item in
        item.identifier.map { ($0, Paragraph(text: item.body.reading(of: nil), footnotes: item.footnotes)) }
      }, uniquingKeysWith: { first, _ in first })
    for index in list.observations.indices {
      list.observations[index].countNotes { text, identifier in
        notes.written(text, for: identifier.flatMap { paragraphs[$0] } ?? Paragraph(text: ""))
      }
      list.observations[index].note = list.observations[index].note.map(notes.said)
    }
    for index in list.remarks.indices { list.remarks[index].message = notes.said(list.remarks[index].message) }
    return list
  }

  /// The reader with the notes of its drafts counted together.
  private func numberingNotes(by notes: inout KnownNotes) -> ObservationReader {
    var reader = self
    (reader.base, reader.present) = (notes.numbered(base), notes.numbered(present))
    reader.written = written.map { notes.numbered($0) }
    reader.writtenFrom = writtenFrom.map { notes.numbered($0) }
    reader.writtenThen = writtenThen.map { notes.numbered($0) }
    reader.writtenBefore = writtenBefore.map { notes.numbered($0) }
    reader.textsBefore = textsBefore.mapValues { notes.numbered($0) }
    return reader
  }

  private func compared(
    with document: WordDocument, _ marks: ObservationMarks?, done: ObservationMarks?, _ literals: LiteralBrackets,
    _ notes: inout KnownNotes
  ) -> ObservationList {
    let asked = marks
    let marks = marks ?? ObservationMarks(in: document)
    var document = document
    let inStruck =
      marks == .tracked
      ? document.undoStruckChanges(by: isTheirs, label: label, labels: LabelTable(registry: registry)) : []
    let amended = marks == .tracked ? amending(document, literals, notes) : AmendedDocument(document: document)
    document = amended.document
    let untracked = marks == .tracked ? leaveUntrackedOut(of: &document) : []
    let insertions = amended.authors.mapValues(labelOf)
    let after = ObservedDraft(
      document, view: .after(done ?? marks, isTheirs: isTheirs), label: label, registry: registry, literals: literals,
      notes: &notes, isPosition: isPosition)
    let before =
      marks == .none
      ? former.map { formerDraft($0, under: after, literals, &notes) }
      : ObservedDraft(
        document, view: .before(marks, isTheirs: isTheirs), label: label, registry: registry, literals: literals,
        notes: &notes, isPosition: isPosition)
    let codes = Dictionary(registry.delegations.map { ($0.label, $0.code) }, uniquingKeysWith: { first, _ in first })
    var comparison = ObservationComparison(
      candidates(amending: Set(insertions.values.compactMap(\.self))), before: before?.items, after: after.items,
      codes: codes)
    if marks == .tracked { comparison.moves = document.movedParagraphs(by: isTheirs) }
    comparison.hasStatuses = hasStatuses
    comparison.addedBefore = addedBefore
    (comparison.followedBefore, comparison.movedBefore, comparison.sender) = (followedBefore, movedBefore, codes[label])
    comparison.hadSendersProposals = hadSendersProposals
    for item in writtenThen?.sections.flatMap(\.items) ?? [] {
      guard let identifier = item.identifier else { continue }
      comparison.textsThen[identifier] = [nil, label].map { Paragraph.canonical(item.body.reading(of: $0)) }
      comparison.bracketsThen[identifier] = item.body.alternatives(besides: label)
    }
    comparison.isFormer = marks == .none && before != nil
    comparison.numbered = after.numbered
    (comparison.insertions, comparison.knowsBrackets) = (insertions, written != nil)
    comparison.othersSplits = amended.splits
    let unmarked =
      marks == .none ? nil : before.map { unmarkedDifferences($0, comparison.draft, literals, &notes) }
    comparison.typedJoins = unmarked?.joined ?? []
    let known = Set((base.sections + present.sections).flatMap(\.items).compactMap(\.identifier))
    comparison.others = written?.othersParagraphs(besides: label) { known.contains($0) } ?? []
    (comparison.othersBefore, comparison.othersAfter) = (before?.others, after.others)
    if let before, marks != .none { comparison.reportTitle(before.titleBlock, after.titleBlock) }
    let broken = BrokenBrackets.places(
      marks == .none ? nil : before?.brackets.blocks, after.brackets.blocks, counts: bracketCounts,
      isWhole: isInOneParagraph)
    let brokenCount = comparison.reportBroken(broken)
    let beginnings = after.beginnings.union(marks == .none ? [] : before?.beginnings ?? [])
    let reasons = reasons(in: document, beginnings, moves: comparison.moves)
    comparison.compare(reasons: reasons)
    if comparison.isFormer { comparison.forgetPlacesOfMissing() }
    var remarks =
      document.remarks + after.remarks + inStruck + amended.remarks + untracked + comparison.remarks
      + comparison.lines(of: unmarked)
    remarks += remarksOnUnheard(reasons, comparison.observations)
    let others = document.authors.filter { !isTheirs($0) }
    if marks == .tracked, reportsOthers, !others.isEmpty {
      remarks.append(WordRemark("changes by others were left out: \(WordDocument.listed(others))"))
    }
    if marks == .none, done == nil, showsFormatting(document, literals, notes) {
      remarks.append(
        WordRemark(
          "words are struck through, or bold and underlined, "
            + (asked == nil ? "and no note says what that means" : "and were taken as words like any others")
            + "; --marks formatting takes them for deletions and additions"))
    }
    return ObservationList(
      observations: comparison.observations, remarks: remarks, marks: marks, brokenCount: brokenCount)
  }

  /// The brackets that are words of the draft, as it stands or as the sender reads it.
  var literalBrackets: LiteralBrackets {
    let texts = [base, present].flatMap(\.sections).flatMap(\.items).lazy.map { $0.body.reading(of: nil) }
    return LiteralBrackets(texts, labels: LabelTable(registry: registry)) {
      written?.sections.flatMap(\.items).map(\.body) ?? []
    }
  }

  /// Whether words that belong to no bracket look added or struck, where all tracked changes are accepted.
  private func showsFormatting(_ document: WordDocument, _ literals: LiteralBrackets, _ notes: KnownNotes) -> Bool {
    var notes = notes
    let looks: [WordFormat] = [.added, .struck]
    let hasLooks = document.body.flatMap(\.paragraphs).contains { paragraph in
      paragraph.runs.contains { run in looks.contains { run.format.isSuperset(of: $0) } }
    }
    guard hasLooks else { return false }
    let accepted = document.accepted
    let texts = [
      WordView.after(.none, isTheirs: isTheirs), .before(.formatting, isTheirs: isTheirs),
      .after(.formatting, isTheirs: isTheirs),
    ].map { view in
      ObservedDraft(
        accepted, view: view, label: label, registry: registry, literals: literals, notes: &notes,
        isPosition: isPosition
      ).items.map(\.text)
    }
    return texts[0] != texts[1] || texts[0] != texts[2]
  }
}
