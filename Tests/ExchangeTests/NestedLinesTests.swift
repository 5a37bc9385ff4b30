import Drafting
import Exchange
import Notation
import Testing

private let registry = DelegationRegistry.standard

/// A bracket over a line's end that stands in another ends there, and the other goes on.
@Test(arguments: [
  """
  1. [Bra: ~~To act:
  (a) plan;
  [Ven: (b) check;
  (c) ~~(b)~~] act on all plans that were checked.~~]
  """,
  """
  1. To act:
  [Bra: (a) [Ven: look and
  (b)] plan; and
  (c) act;]
  (d) rest.
  """,
])
func documentWithABracketOverLinesInAnotherSaysNothingNew(lines: String) {
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(lines)\n\n2. To urge [Mex: all ~~the member~~] states.\n")
  let document = DraftDocument(registry: registry, notation: .oas, date: nil).document(of: draft)
  for label in ["Arg", "Bra", "Ven"] {
    var reader = ObservationReader(
      registry: registry, label: label, base: draft.reading(of: nil), present: draft.reading(of: label),
      isTheirs: { _ in true })
    reader.written = draft
    for marks in [ObservationMarks.formatting, .tracked, .none] {
      let list = reader.read(document, marks: marks)
      #expect(list.observations.isEmpty && list.remarks.isEmpty, "\(label), \(marks)")
    }
  }
}
