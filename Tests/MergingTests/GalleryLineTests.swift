import Merging
import Testing

/// Lines that come or go: items of lists, and rows of tables.
struct GalleryLineTests {
  private let table = """
    the following table:
    | State | Due |
    | Chile | March |
    | Brazil | April |
    """

  @Test func anAddedRowIsALineOfItsOwn() {
    #expect(
      merged(table, ["Peru": table.replacing("March |\n", with: "March |\n| Peru | June |\n")]) == """
        the following table:
        | State | Due |
        | Chile | March |
        [Peru: | Peru | June |]
        | Brazil | April |
        """)
    #expect(merged(table, ["Peru": table + "\n| Peru | June |"]) == table + "\n[Peru: | Peru | June |]")
  }

  @Test func aRowThatGoesIsALineOfItsOwn() {
    #expect(
      merged(table, ["Peru": table.replacing("| Chile | March |\n", with: "")])
        == table.replacing("| Chile | March |", with: "[Peru: ~~| Chile | March |~~]"))
  }

  @Test func aChangedCellAndTheRowBehindItAreTwoChanges() {
    #expect(
      merged(table, ["Peru": table.replacing("Chile | March |\n", with: "Cuba | March |\n| Peru | June |\n")]) == """
        the following table:
        | State | Due |
        | [Peru: Cuba ~~Chile~~] | March |
        [Peru: | Peru | June |]
        | Brazil | April |
        """)
  }

  @Test func anAddedItemLeavesTheLetterOfTheNext() {
    let list = "to:\n(a) measure the flow; and\n(b) train engineers."
    #expect(
      merged(list, ["Ven": list.replacing("and\n", with: "and\n(a bis) share it;\n")])
        == "to:\n(a) measure the flow; and\n[Ven: (a bis) share it;]\n(b) train engineers.")
    #expect(
      merged(list, ["Ven": "to:\n(a) measure the flow;\n(b) share it; and\n(c) train engineers."])
        == "to:\n(a) measure the flow; [Ven: ~~and~~]\n(b) [Ven: share it; and\n(c)] train engineers.")
  }
}
