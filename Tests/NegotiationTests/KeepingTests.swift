import Drafting
import Git
import Negotiation
import Notation
import TestSupport
import Testing

@Suite("A kept draft")
struct KeepingTests {
  @discardableResult
  private func keep(_ meeting: Meeting) throws -> Commit {
    let negotiation = try meeting.open()
    let id = try negotiation.keep(negotiation.consolidation(), act: meeting.act())
    return try negotiation.repository.commit(id)
  }

  @Test func descendsFromItsInputsAndFromTheOneBefore() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.propose("CHL", "operative/1", .newParagraph("To urge[^1].\n[^1]: Strongly."))
    let first = try keep(meeting)
    let names = ["main", "delegations/CHL", "delegations/VEN"]
    func tips() throws -> [String] {
      try names.map { try String(meeting.temporary.git("rev-parse", $0).prefix { $0 != "\n" }) }
    }
    try expect(first.parents.map(\.description), is: tips())
    try meeting.withdraw("VEN")
    let second = try keep(meeting)
    try expect(second.parents.map(\.description), is: tips() + [first.id.description])
    try expect(meeting.temporary.git("rev-parse", "consolidated"), is: "\(second.id)\n")
    try expectSound(meeting)
  }

  @Test func isTheSameCommitForTheSameInputs() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    let first = try keep(meeting)
    let content = try meeting.temporary.content()
    try expect(keep(meeting), is: first)
    try expect(meeting.temporary.content(), is: content)
  }

  @Test func hasTheSameTreeInTwoRepositories() throws {
    let trees = try [Meeting(), Meeting()].map { meeting in
      try meeting.propose("VEN", "operative/1", .delete("all"))
      return try keep(meeting).tree
    }
    #expect(trees[0] == trees[1])
  }

  @Test func holdsTheBracketsInItsFiles() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.propose("CHL", "operative/1", .newParagraph("To urge."))
    try keep(meeting)
    try expect(
      meeting.temporary.git("show", "consolidated:paragraphs/00/p0004"),
      is: "Status: open\n\nTo protect [Ven: ~~all~~] persons and others.\n")
    try expect(
      meeting.temporary.git("show", "consolidated:outline/operative"),
      is: """
        p0003 heading
        p0004 1
        chl-0001 1 bis
        p0005 2
        p0006 3
        p0007 4
        p0008 5

        """)
    try expect(
      meeting.temporary.git("diff", "--name-only", "main", "consolidated"),
      is: """
        draft.txt
        outline/operative
        paragraphs/00/p0004
        paragraphs/chl-00/chl-0001

        """)
  }
}
