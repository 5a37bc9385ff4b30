import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("A repository that is not as it should be")
struct DamageTests {
  private func tip(_ meeting: Meeting, _ branch: String = "main") throws -> String {
    String(try meeting.temporary.git("rev-parse", branch).prefix(7))
  }

  @Test(arguments: [
    ("paragraphs/00/p0004", "Nothing of the kind", "there is no empty line after the header"),
    ("paragraphs/00/p0004", "Status: open\nColour: blue\n\nText.\n", "line 2 is not a header line: 'Colour: blue'"),
    ("paragraphs/00/p0004", "Status: lost\n\nText.\n", "the header has no status that is known ('lost')"),
    ("paragraphs/00/p0004", "", "the header has no status that is known ('')"),
    ("outline/operative", "p0003 heading\np0004 one\n", "line 2 is not an entry: 'p0004 one'"),
    ("draft", "Format: amend 1\nColour: blue\n", "line 2 is not understood: 'Colour: blue'"),
  ])
  func damagedFileIsNamedWithItsPlace(path: String, content: String, message: String) throws {
    let meeting = try Meeting()
    try meeting.write([path: content], to: ReferenceNames.main)
    let commit = try tip(meeting)
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: \(path) in commit \(commit) is damaged: \(message) | 'amend verify' checks everything.")
  }

  @Test func newerFormatIsNotGuessedAt() throws {
    let meeting = try Meeting()
    try meeting.write(["draft": "Format: amend 2\n"], to: ReferenceNames.main)
    #expect(
      refusal { _ = try meeting.open() }
        == "damaged: draft in commit \(try tip(meeting)) is damaged: "
        + "the draft is in the format 'amend 2', which this version does not know | A newer amend reads it.")
  }

  @Test func bytesThatAreNoTextAreNamedWithTheirPlace() throws {
    let meeting = try Meeting()
    let repository = meeting.temporary.repository
    let main = try meeting.open().main
    let blob = try repository.writeBlob([0x53, 0x74, 0xFF])
    let commit = try repository.writeCommit(
      tree: repository.tree(from: main.tree, changing: ["paragraphs/00/p0004": blob]), parents: [main.commit],
      author: .fixed, committer: .fixed, message: "Damage\n")
    try repository.move(ReferenceNames.main, from: main.commit, to: commit)
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: paragraphs/00/p0004 in commit \(commit.short) is damaged: not UTF-8 at byte 2 | "
        + "'amend verify' checks everything.")
  }

  @Test func missingFileIsNamed() throws {
    let meeting = try Meeting()
    try meeting.write(["paragraphs/00/p0004": nil], to: ReferenceNames.main)
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: the file 'paragraphs/00/p0004' is missing in commit \(try tip(meeting)) | "
        + "'amend verify' checks everything.")
  }

  @Test func fileThatIsNoParagraphIsNamed() throws {
    let meeting = try Meeting()
    try meeting.write(["paragraphs/00/readme.txt": "Hello\n"], to: ReferenceNames.main)
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: paragraphs/00/readme.txt in commit \(try tip(meeting)) is not a paragraph's file")
  }

  @Test func damagedFileOnADelegationsBranchIsNamed() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.write(["paragraphs/00/p0004": "?"], to: "refs/heads/delegations/VEN")
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: paragraphs/00/p0004 in commit \(try tip(meeting, "delegations/VEN")) is damaged: "
        + "there is no empty line after the header | 'amend verify' checks everything.")
  }

  @Test(arguments: ["XYZ", "venezuela"])
  func branchOfNobodyIsNamed(name: String) throws {
    let meeting = try Meeting()
    try meeting.temporary.git("branch", "delegations/\(name)", "main")
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: the branch 'delegations/\(name)' belongs to no delegation of this negotiation | "
        + "The file 'delegations' on main lists them.")
  }

  @Test func branchOfAnotherHistoryIsNamed() throws {
    let meeting = try Meeting()
    let repository = meeting.temporary.repository
    let commit = try repository.writeCommit(
      tree: meeting.open().main.tree, parents: [], author: .fixed, committer: .fixed, message: "Elsewhere\n")
    try repository.move("refs/heads/delegations/VEN", from: nil, to: commit)
    #expect(
      refusal { _ = try meeting.open().consolidation() }
        == "damaged: the branch 'delegations/VEN' has no commit in common with main | "
        + "'amend verify' checks everything.")
  }

  @Test func repositoryOfSomethingElseIsSaidToBeOne() throws {
    let other = try TemporaryRepository()
    #expect(
      refusal { _ = try Negotiation(at: other.path) }
        == "notANegotiation: the repository at '\(other.path)' has no branch 'main', so it is not a negotiation of "
        + "amend | Name another with --repo.")
    let tree = try other.repository.tree(from: nil, changing: ["readme": other.repository.writeBlob("Hello\n")])
    let commit = try other.repository.writeCommit(
      tree: tree, parents: [], author: .fixed, committer: .fixed, message: "First\n")
    try other.repository.move(ReferenceNames.main, from: nil, to: commit)
    #expect(
      refusal { _ = try Negotiation(at: other.path) }
        == "notANegotiation: the repository at '\(other.path)' is not a negotiation of amend: its main has no draft | "
        + "Name another with --repo.")
    #expect(!Negotiation.stands(at: other.path))
    #expect(
      refusal { _ = try Negotiation(at: other.folder("nowhere")) }
        == "notANegotiation: there is no negotiation at '\(other.folder("nowhere"))' | "
        + "'amend import FILE --repo PATH' makes one from a draft, 'amend init PATH --title T' an empty one.")
  }
}
