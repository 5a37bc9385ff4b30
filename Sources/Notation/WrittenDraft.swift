internal import Drafting

/// Every item of a draft as it is written, the notes numbered through, and what stands one after the other: what each form
/// of a whole draft is made of.
struct WrittenDraft {
  let numbering: FootnoteNumbering
  let writer: DraftItemWriter

  /// The items, section by section.
  let items: [[DraftSpans]]
  let layout: DraftLayout

  /// - Parameter hasNotesApart: marks of notes are spans of their own, all `[^1]`.
  /// - Cost: linear in the length of the draft.
  init(_ draft: ConsolidatedDraft, _ form: DraftWriter, hasNotesApart: Bool = false) {
    let numbering = FootnoteNumbering(draft)
    let writer = DraftItemWriter(
      form, language: draft.settings.language, notes: numbering.notes.count, hasNotesApart: hasNotesApart)
    let items = draft.sections.indices.map { section in
      zip(draft.sections[section].items, numbering.bodies[section]).map { writer.write($0, body: $1) }
    }
    layout = DraftLayout(
      draft.sections.map { (name: $0.name, kinds: $0.items.map(\.kind)) }, hasTitle: !draft.settings.titleBlock.isEmpty,
      isExcerpt: form.isExcerpt,
      escapes: writer.escapes, bytes: { items[$0][$1].bytes })
    self.numbering = numbering
    self.writer = writer
    self.items = items
  }
}
