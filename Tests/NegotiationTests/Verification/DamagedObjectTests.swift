import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("A repository that lost something")
struct DamagedObjectTests {
  /// A proposal, its adoption, and a kept draft.
  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.replace("MEX", "OP2", "without delay", "at once")
    try round.adopt("OP1", "VEN")
    return round
  }

  /// Puts every object in a file of its own.
  private func unpack(_ round: DecisionRound) throws {
    let unpacking = "cat kept/*.pack | git unpack-objects -q"
    _ = try run(
      "sh", ["-c", "mv objects/pack kept && mkdir objects/pack && \(unpacking) && rm -r kept"], in: round.path,
      scratch: round.folder.path)
  }

  private func empty(_ objects: String..., in round: DecisionRound) throws {
    let files = try objects.map { object in
      let id = try round.git("rev-parse", object)
      return round.path + "/objects/\(id.prefix(2))/\(id.dropFirst(2).prefix(38))"
    }
    for file in files {
      _ = try run("rm", ["-f", file], in: round.path, scratch: round.folder.path)
      try write([], toFile: file)
    }
  }

  /// The findings, with `…` for a hash.
  private func findings(_ round: DecisionRound) throws -> [String] {
    try round.findings().map { $0.replacing(/[0-9a-f]{40}/, with: "…") }
  }

  private let noFirstLine = "the loose object has no first line"

  @Test(arguments: [
    ("main", "refs/heads/main: cannot read the object …"),
    ("main^{tree}", "'VEN proposes a change to operative/1' : cannot read the tree …"),
    ("main:draft", "'Import draft.txt' draft: cannot read the blob …"),
    ("main:delegations", "'Import draft.txt' delegations: cannot read the blob …"),
    ("main~1", "a lost commit : cannot read the commit …"),
    ("delegations/MEX", "refs/heads/delegations/MEX: cannot read the object …"),
    ("delegations/MEX:paragraphs/00", "'MEX follows main' paragraphs/00: cannot read the tree …"),
  ])
  func whatIsLostIsNamedAndNothingIsMadeOfIt(object: String, finding: String) throws {
    let round = try round()
    try unpack(round)
    try empty(object, in: round)
    try expectLines(findings(round), ["damaged-object: \(finding): \(noFirstLine)"])
  }

  @Test func allThatIsLostIsNamed() throws {
    let round = try round()
    try unpack(round)
    try empty("main", "delegations/VEN~1", "main~1:paragraphs/00/p0006", in: round)
    try expectLines(
      findings(round),
      [
        "refs/heads/main: cannot read the object …", "a lost commit : cannot read the commit …",
        "'Import draft.txt' paragraphs/00/p0006: cannot read the blob …",
      ].map { "damaged-object: \($0): \(noFirstLine)" })
  }

  @Test(arguments: ["pack", "idx"], [true, false]) func packThatIsCutOffOrGone(ending: String, isGone: Bool) throws {
    let round = try round()
    _ = try round.git("repack", "-adfq")
    let change = isGone ? "rm -f" : "chmod u+w objects/pack/*; truncate -s -9"
    _ = try run(
      "sh", ["-c", "\(change) objects/pack/*.\(ending)"], in: round.path, scratch: round.folder.path)
    let lines = try findings(round)
    #expect(lines.count == 4, "\(lines)")
    #expect(lines.last?.hasPrefix("damaged-pack: objects/pack/pack-….\(ending): ") ?? false, "\(lines)")
  }

  @Test(arguments: ["refs/heads/main", "refs/heads/delegations/VEN"]) func emptyReference(name: String) throws {
    let round = try round()
    try write([], toFile: round.path + "/" + name)
    try expectLines(findings(round), ["damaged-reference: \(name): corrupted loose reference file: \(name)"])
  }

  /// Garbage in it, one letter of a hash, a folder in its place; `main` stands there, too, or in a file of its own.
  @Test(
    arguments: ["echo garbage >> packed-refs", "sed -i '2s/^./x/' packed-refs", "rm packed-refs; mkdir packed-refs"],
    [true, false]
  )
  func packedReferencesThatCannotBeRead(damage: String, isMainLoose: Bool) throws {
    let round = try round()
    let main = try round.git("rev-parse", "main")
    _ = try round.git("pack-refs", "--all")
    if isMainLoose { try write(Array(main.utf8), toFile: round.path + "/refs/heads/main") }
    _ = try run("sh", ["-c", damage], in: round.path, scratch: round.folder.path)
    let lines = try findings(round)
    #expect(lines.count == 1 && lines[0].hasPrefix("damaged-reference: packed-refs: "), "\(lines)")
  }

  @Test func mainThatIsGone() throws {
    let round = try round()
    _ = try round.git("update-ref", "-d", "refs/heads/main")
    try expectLines(
      findings(round), ["lost-branch: refs/heads/main: there is no such branch, and delegations have theirs"])
  }

  @Test func draftThatIsGone() throws {
    let round = try round()
    try Forgery(branch: "refs/heads/main", message: "Remove\n", files: ["draft": nil]).make(in: round)
    try expectLines(
      findings(round), ["damaged-file: refs/heads/main: it has no file 'draft', or no file 'delegations'"])
  }
}
