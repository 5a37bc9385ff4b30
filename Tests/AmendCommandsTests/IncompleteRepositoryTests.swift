import AmendCommands
import TestSupport
import Testing

@Suite("A repository that cannot be read whole")
struct IncompleteRepositoryTests {
  /// What is said by commands that read, one that writes, and the one that checks: all the same.
  private func answers(_ room: Room, _ repository: String = "talks") -> Set<Answer> {
    let commands = [
      ["consolidate"], ["status"], ["search", "persons"], ["log"], ["sources"],
      ["reading", "--country", "VEN"], ["clean"],
      ["propose", "--country", "VEN", "--paragraph", "OP1", "--delete", "all"],
      ["approve", "OP2"], ["revise", "--symbol", "X"], ["verify"],
    ]
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
    func answer(_ action: String) -> Answer {
      Answer(
        status: 3, output: "",
        errors: """
          amend: cannot \(action): ROOM/talks/refs/heads/delegations: Too many levels of symbolic links
          Have it made readable, or restore it from a copy; do not remove it, for it may hold what was proposed.

          """)
    }
    #expect(
      answers(room) == [
        answer("list the references under refs/heads/delegations/"),
        answer("read the reference refs/heads/delegations/VEN"),
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
}
