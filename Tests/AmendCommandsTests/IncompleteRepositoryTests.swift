import AmendCommands
import TestSupport
import Testing

@Suite("A repository that cannot be read whole")
struct IncompleteRepositoryTests {
  /// What is said by commands that read, one that writes, and the one that checks: all the same.
  private func answers(_ room: Room, _ repository: String = "talks", verify: Bool = true) -> Set<Answer> {
    var commands = [
      ["consolidate"], ["status"], ["search", "persons"], ["log"], ["log", "OP1"], ["sources"], ["blame", "OP1"],
      ["reading", "--country", "VEN"], ["clean"],
      ["propose", "--country", "VEN", "--paragraph", "OP1", "--delete", "all"],
      ["approve", "OP2"], ["revise", "--symbol", "X"],
    ]
    if verify { commands.append(["verify"]) }
    return Set(commands.map { room.amend($0 + ["--repo", "ROOM/" + repository]) })
  }

  private func shell(_ room: Room, _ script: String) throws {
    let outcome = try run(
      "sh", ["-ec", script], environment: TemporaryRepository.environment(home: room.folder.path),
      in: room.folder.path, scratch: room.folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func branchesThatCannotBeListedAreNotTakenForNone() throws {
    let room = try Room.withTalks()
    try shell(room, "rm -r talks/refs/heads/delegations && ln -s delegations talks/refs/heads/delegations")
    #expect(
      answers(room) == [
        Answer(
          status: 3, output: "",
          errors: """
            amend: cannot list the references under refs/heads/delegations/: ROOM/talks/refs/heads/delegations: Too many \
            levels of symbolic links
            Have it made readable, or restore it from a copy; do not remove it, for it may hold what was proposed.

            """),
        Answer(
          status: 1,
          output: """
            delegations: ROOM/talks/refs/heads/delegations: Too many levels of symbolic links (damaged-reference)

            """,
          errors: """
            Who did what, and what follows from it, cannot be checked before the repository is whole again: restore it \
            from a copy, or fetch from one ('git fetch'), and verify it again.

            """),
      ])
  }

  @Test func copyThatHasTheBranchesOnlyAsTheyWereElsewhereIsRefused() throws {
    let room = try Room.withTalks()
    try shell(room, "git clone -q talks plain; git clone -q -b delegations/VEN talks other")
    func answer(_ name: String, _ branches: String) -> Answer {
      Answer(
        status: 3, output: "",
        errors: """
          amend: the copy at 'ROOM/\(name)' lacks \(branches): git left these branches in refs/remotes/origin
          Bring them along: git -C 'ROOM/\(name)' fetch --update-head-ok origin 'refs/heads/*:refs/heads/*'

          """)
    }
    #expect(answers(room, "plain") == [answer("plain", "delegations/CHL, delegations/MEX, delegations/VEN")])
    #expect(answers(room, "other") == [answer("other", "delegations/CHL, delegations/MEX, main")])
    try shell(room, "git -C plain fetch -q --update-head-ok origin 'refs/heads/*:refs/heads/*'")
    try shell(room, "git -C other fetch -q --update-head-ok origin 'refs/heads/*:refs/heads/*'")
    let whole = room.amend("consolidate")
    #expect(whole.status == 0)
    #expect(room.amend("consolidate", "--repo", "ROOM/plain") == whole)
    #expect(room.amend("consolidate", "--repo", "ROOM/other") == whole)
    #expect(room.amend("verify", "--repo", "ROOM/plain").status == 0)
  }

  @Test func copyOfMainAloneIsRefusedOrRemarkedUpon() throws {
    let room = try Room.withTalks()
    try shell(room, "git clone -q --bare --single-branch talks early")
    let early = room.amend("consolidate", "--paragraph", "OP2", "--repo", "ROOM/early")
    #expect(early.status == 0)
    #expect(
      early.errors == """
        No delegation has a branch in this copy of ROOM/talks. Where one has a branch there, it did not come along: copy \
        it with 'git clone --mirror'.

        """)
    #expect(room.amend("adopt", "PP2", "--of", "MEX").status == 0)
    try shell(room, "git clone -q --bare --single-branch talks late")
    let commit = try room.git("rev-parse", "main").prefix(7)
    #expect(
      answers(room, "late", verify: false) == [
        Answer(
          status: 3, output: "",
          errors: """
            amend: no delegation has a branch in ROOM/late/, though commit \(commit) decides on what MEX proposed
            The branches are lost, or did not come along: copy the negotiation with 'git clone --mirror'.

            """)
      ])
    #expect(room.amend("verify", "--repo", "ROOM/late").status == 1)
  }

  @Test func whatACopyHasNotOfABranchIsTold() throws {
    let room = try Room.withTalks()
    try shell(
      room, "git clone -q talks copy; git -C copy fetch -q --update-head-ok origin 'refs/heads/*:refs/heads/*'")
    #expect(room.amend("consolidate", "--repo", "ROOM/copy").errors == "")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--delete", "all")
    try shell(room, "git -C copy fetch -q")
    let answer = room.amend("consolidate", "--repo", "ROOM/copy")
    #expect(answer.status == 0)
    #expect(
      answer.errors == """
        Acts of VEN that 'origin' has are not in this copy: git -C 'ROOM/copy/.git/' fetch --update-head-ok origin \
        'refs/heads/*:refs/heads/*'

        """)
  }
}
