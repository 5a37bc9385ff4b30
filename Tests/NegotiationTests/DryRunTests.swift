import Drafting
import Negotiation
import TestSupport
import Testing

@Test(
  "A dry run shows the result and leaves every byte as it was",
  arguments: [
    (
      "operative/1", ProposedChange.replace("others", "all"),
      "operative/1: To protect all persons and [Chile: all ~~others~~]."
    ),
    ("operative/1", .newParagraph("To urge."), "operative/1 bis: [Chile: To urge.]"),
    ("operative/5", .deleteParagraph, "operative/5: [Chile: ~~To instruct the Secretariat to report.~~]"),
    (
      "operative/5", .move(after: .beginning(of: .operative)),
      "operative/5: To instruct the Secretariat to report. PLACE [Chile]: operative"
    ),
  ])
func dryRunWritesNothing(target: String, change: ProposedChange, result: String) throws {
  let meeting = try Meeting()
  let before = try meeting.temporary.content()
  try expect(meeting.propose("CHL", target, change, isDryRun: true), is: result)
  try expect(meeting.temporary.content(), is: before)
  try expect(meeting.propose("CHL", target, change), is: result)
}

@Test func dryRunOnABranchThatMainHasLeftBehindWritesNothing() throws {
  let meeting = try Meeting()
  try meeting.propose("VEN", "operative/1", .delete("all"))
  try meeting.rewrite("operative/1", "To protect all persons and all others.")
  let before = try meeting.temporary.content()
  try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"), isDryRun: true)
  try meeting.support("CHL", "VEN", "operative/1", isDryRun: true)
  _ = try meeting.withdraw("VEN", isDryRun: true)
  try expect(meeting.temporary.content(), is: before)
}
