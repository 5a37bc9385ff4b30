import Drafting
import Exchange
import Notation
import Testing

private let draft = identifiedDraft(
  """
  DECLARATION

  RESOLVES:

  1. To urge the states to:
  (a) measure the rivers; and
  (b) publish the data.

  2. To ask for reports:
  | State | Due |
  | Chile | March |

  3. To close the meeting.

  """)

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

private func replaced(_ old: String, _ new: String) -> String {
  "<w:del w:id=\"1\" w:author=\"Ana\"><w:r><w:delText>\(old)</w:delText></w:r></w:del>"
    + "<w:ins w:id=\"2\" w:author=\"Ana\">\(run(new))</w:ins>"
}

private func commented(_ content: String) -> String {
  "<w:commentRangeStart w:id=\"5\"/>\(content)<w:commentRangeEnd w:id=\"5\"/>"
}

private func paragraph(_ content: String) -> String { "<w:p>\(content)</w:p>" }

private func row(_ cells: String...) -> String {
  "<w:tr>\(cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined())</w:tr>"
}

/// A comment on an item of a list, or in a cell of a table, is on the paragraph that the list or table belongs to.
@Test(arguments: [true, false])
func commentOnAnItemOrInACellIsTheReason(isInTable: Bool) throws {
  let (item, cell) = (
    run("(b) publish the ") + (isInTable ? run("data.") : commented(replaced("data", "results")) + run(".")),
    isInTable ? commented(run("Chile")) : run("Chile")
  )
  let body =
    paragraph(run("RESOLVES:")) + paragraph(run("1. To urge the states to:"))
    + paragraph(run("(a) measure the rivers; and")) + paragraph(item) + paragraph(run("2. To ask for reports:"))
    + "<w:tbl>\(row(run("State"), run("Due")))\(row(cell, isInTable ? replaced("March", "May") : run("March")))</w:tbl>"
    + paragraph(run("3. To close the meeting."))
  let comment = "<w:comment w:id=\"5\" w:author=\"Ana\"><w:p><w:r><w:t>As agreed.</w:t></w:r></w:p></w:comment>"
  let reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft, present: draft, isTheirs: { $0 == "Ana" })
  let list = reader.read(try WordFiles.read(body, ["comments": comment]))
  #expect(
    list.observations == [
      isInTable
        ? Observation(
          .text(ParagraphIdentifier(ordinal: 3), "To ask for reports:\n| State | Due |\n| Chile | May |"),
          reason: "As agreed.", paragraph: 5)
        : Observation(
          .text(
            ParagraphIdentifier(ordinal: 2),
            "To urge the states to:\n(a) measure the rivers; and\n(b) publish the results."), reason: "As agreed.",
          paragraph: 2)
    ])
  #expect(list.remarks.isEmpty)
}
