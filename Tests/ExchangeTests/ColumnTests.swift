import Drafting
import Exchange
import Notation
import Testing

private let base = identifiedDraft(
  "DECLARATION\n\nRESOLVE:\n\n1. To share the cost:\n| State | Due |\n| Chile | May |\n\n2. To thank the Secretariat.\n"
)

private let by = "w:id=\"1\" w:author=\"Ana\""

private func cell(_ text: String, _ change: String = "", isTracked: Bool = true) -> String {
  let run = "<w:r><w:t>\(text)</w:t></w:r>"
  let words =
    !isTracked
    ? run
    : change == "cellIns"
      ? "<w:ins \(by)>\(run)</w:ins>"
      : change == "cellDel" ? "<w:del \(by)>\(run.replacing("w:t>", with: "w:delText>"))</w:del>" : run
  return "<w:tc><w:tcPr>\(change.isEmpty ? "" : "<w:\(change) \(by)/>")</w:tcPr><w:p>\(words)</w:p></w:tc>"
}

private func document(_ rows: [[String]]) throws -> WordDocument {
  let table = rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined()
  return try WordFiles.read(
    WordFiles.paragraph("DECLARATION") + WordFiles.paragraph("RESOLVE:")
      + WordFiles.paragraph("1. To share the cost:") + "<w:tbl>\(table)</w:tbl>"
      + WordFiles.paragraph("2. To thank the Secretariat."))
}

/// A column that is inserted or deleted while changes are tracked is one before or after them, and no words of its neighbour.
@Test(arguments: [true, false])
func columnComesAndGoesWithItsCells(isTracked: Bool) throws {
  let cases = [
    (
      try document([
        [cell("State"), cell("Sum", "cellIns", isTracked: isTracked), cell("Due")],
        [cell("Chile"), cell("1", "cellIns", isTracked: isTracked), cell("May")],
      ]), "| State | Sum | Due |\n| Chile | 1 | May |"
    ),
    (
      try document([
        [cell("State"), cell("Due", "cellDel", isTracked: isTracked)],
        [cell("Chile"), cell("May", "cellDel", isTracked: isTracked)],
      ]), "| State |\n| Chile |"
    ),
  ]
  for (document, table) in cases {
    let reader = ObservationReader(
      registry: .standard, label: "Ven", base: base, present: base, isTheirs: { $0 == "Ana" })
    let list = reader.read(document)
    #expect(list.observations.map(\.change) == [.text(ParagraphIdentifier(ordinal: 2), "To share the cost:\n" + table)])
    #expect(list.remarks == [])
    let draft = WordDraft(document, labels: LabelTable(registry: .standard), authors: ["Ana": "Ven"])
    let read = DraftReader(registry: .standard, format: .text).read(draft.text).draft
    #expect(read.reading(of: nil).shown == base.shown)
    #expect(read.reading(of: "Ven").shown.joined(separator: "\n").contains(table))
  }
}
