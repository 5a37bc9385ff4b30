import Git
import TestSupport
import Testing

extension Repository {
  /// A commit of one file, with no reference to it.
  func commit(_ text: String, parents: [ObjectID] = [], at moment: Int64 = 0) throws -> ObjectID {
    let person = Signature.fixed.later(by: moment)
    return try writeCommit(
      tree: tree(from: nil, changing: ["file": writeBlob(text)]), parents: parents, author: person, committer: person,
      message: text)
  }
}

@Test func referenceMovesOnlyFromWhereItWasSeen() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.commit("1"), repository.commit("2"))
  #expect(try repository.reference("refs/heads/main") == nil)
  #expect(code { try repository.move("refs/heads/main", from: one, to: two) } == .referenceMoved)
  try repository.move("refs/heads/main", from: nil, to: one)
  #expect(try repository.reference("refs/heads/main") == one)
  #expect(try repository.reference("HEAD") == one)
  #expect(code { try repository.move("refs/heads/main", from: nil, to: two) } == .referenceMoved)
  #expect(code { try repository.move("refs/heads/main", from: two, to: two) } == .referenceMoved)
  #expect(code { try repository.delete("refs/heads/main", from: two) } == .referenceMoved)
  #expect(try temporary.git("rev-parse", "main") == one.hex + "\n")
  try temporary.git("pack-refs", "--all")
  try repository.move("refs/heads/main", from: one, to: two)
  #expect(try temporary.git("rev-parse", "main") == two.hex + "\n")
  try temporary.git("pack-refs", "--all")
  try repository.delete("refs/heads/main", from: two)
  #expect(try temporary.git("for-each-ref") == "")
  #expect(try repository.reference("refs/heads/main") == nil)
}

@Test func referenceThatCannotBeReadIsNotLeftOut() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move("refs/heads/delegations/BRA", from: nil, to: one)
  try repository.move("refs/heads/delegations/VEN", from: nil, to: one)
  #expect(try repository.references(under: "refs/heads/delegations/").count == 2)
  let file = try run(
    "sh", ["-c", ": > refs/heads/delegations/BRA"], in: repository.path, scratch: temporary.path)
  #expect(file.status == 0)
  #expect(code { _ = try repository.references(under: "refs/heads/delegations/") } != nil)
}

@Test func severalReferencesMoveTogetherOrNotAtAll() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.commit("1"), repository.commit("2"))
  try repository.move([
    ReferenceMove("refs/heads/main", from: nil, to: one),
    ReferenceMove("refs/heads/delegations/VEN", from: nil, to: one),
  ])
  let stale = [
    ReferenceMove("refs/heads/main", from: one, to: two),
    ReferenceMove("refs/heads/delegations/VEN", from: two, to: one),
    ReferenceMove("refs/heads/new", from: nil, to: two),
  ]
  let error = #expect(throws: GitError.self) { try repository.move(stale) }
  #expect(error?.code == .referenceMoved)
  #expect(
    error?.description
      == "cannot move the reference refs/heads/delegations/VEN: it is at \(one.short) and no longer at \(two.short)")
  #expect(try repository.references(under: "refs/").map(\.name) == ["refs/heads/delegations/VEN", "refs/heads/main"])
  #expect(try repository.references(under: "refs/").map(\.id) == [one, one])
  try repository.move([
    ReferenceMove("refs/heads/main", from: one, to: two),
    ReferenceMove("refs/heads/delegations/VEN", from: one, to: nil),
    ReferenceMove("refs/tags/rev/1", from: nil, to: one),
  ])
  #expect(
    try temporary.git("for-each-ref", "--format=%(objectname) %(refname)")
      == "\(two) refs/heads/main\n\(one) refs/tags/rev/1\n")
  #expect(try repository.references(under: "refs/heads/delegations/").isEmpty)
  #expect(try temporary.complaints() == "")
}

@Test func referenceThatStaysIsLookedAt() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.commit("1"), repository.commit("2"))
  try repository.move("refs/heads/main", from: nil, to: one)
  let next = ReferenceMove("refs/heads/other", from: nil, to: two)
  for stale in [
    ReferenceMove(staying: "refs/heads/main", at: two), ReferenceMove(staying: "refs/heads/main", at: nil),
    ReferenceMove(staying: "refs/heads/none", at: one),
  ] {
    #expect(code { try repository.move([next, stale]) } == .referenceMoved)
  }
  try repository.move([
    next, ReferenceMove(staying: "refs/heads/main", at: one), ReferenceMove(staying: "refs/heads/none", at: nil),
  ])
  #expect(
    try temporary.git("for-each-ref", "--format=%(objectname) %(refname)")
      == "\(one) refs/heads/main\n\(two) refs/heads/other\n")
  #expect(try temporary.git("pack-refs", "--all") == "")
}

@Test func referenceRefusesWhatItCannotBe() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  let blob = try repository.writeBlob("1")
  try repository.move("refs/heads/a/b", from: nil, to: one)
  let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
  #expect(code { try repository.move("refs/heads/a", from: nil, to: one) } == .exists)
  #expect(code { try repository.move("refs/heads/a/b/c", from: nil, to: one) } == .exists)
  let twins = ["refs/heads/y", "refs/heads/y/z"].map { ReferenceMove($0, from: nil, to: one) }
  #expect(code { try repository.move(twins) } == .exists)
  #expect(code { try repository.move("refs/heads/x", from: nil, to: missing) } == .notFound)
  #expect(code { try repository.move("refs/heads/x", from: nil, to: blob) } == .wrongKind)
  for name in ["", "x", "heads/x", "refs/heads/a..b", "refs/heads/a b", "refs/heads/x.lock", "refs/heads/\0", "HEAD"] {
    #expect(code { try repository.move(name, from: nil, to: one) } == .invalidName, "\(name)")
  }
  try temporary.git("pack-refs", "--all")
  #expect(code { try repository.move("refs/heads/a", from: nil, to: one) } == .exists)
  #expect(code { try repository.move("refs/heads/a/b/c", from: nil, to: one) } == .exists)
  #expect(try repository.references(under: "refs/").map(\.name) == ["refs/heads/a/b"])
}

@Test func staleLockIsNamed() throws {
  let temporary = try TemporaryRepository()
  let one = try temporary.repository.commit("1")
  try temporary.repository.move("refs/heads/main", from: nil, to: one)
  let lock = temporary.path + "/refs/heads/main.lock"
  try write([], toFile: lock)
  let error = #expect(throws: GitError.self) {
    try temporary.repository.move("refs/heads/main", from: one, to: try temporary.repository.commit("2"))
  }
  #expect(error?.code == .locked)
  #expect(error?.message.contains(lock) == true, "\(error?.message ?? "")")
  removeFolder(lock)
  #expect(try temporary.repository.reference("refs/heads/main") == one)
}

/// The note of a process that is dead, or that runs elsewhere, and the lock that it left.
private func leave(_ lines: [String], andLock name: String, in path: String) throws {
  try write(Array((lines.joined(separator: "\n") + "\n").utf8), toFile: path + "/amend-moving")
  try write([], toFile: path + "/" + name + ".lock")
}

@Test(arguments: [nil, "elsewhere.example.org"])
func lockOfADeadProcessOfThisMachineIsTakenAway(_ other: String?) throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move("refs/heads/main", from: nil, to: one)
  let here = try run("hostname", [], in: temporary.path, scratch: temporary.path).output.split(separator: "\n")[0]
  // No process has the highest number that there can be.
  try leave([other ?? String(here), "4194304", "refs/heads/main"], andLock: "refs/heads/main", in: temporary.path)
  let two = try repository.commit("2")
  if other == nil {
    try repository.move("refs/heads/main", from: one, to: two)
    #expect(try repository.reference("refs/heads/main") == two)
    #expect(repository.lastingLocks() == [])
  } else {
    #expect(code { try repository.move("refs/heads/main", from: one, to: two) } == .locked)
    #expect(repository.lastingLocks() == ["refs/heads/main.lock"])
  }
}

@Test func lockThatNoDeadProcessNotedStays() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move("refs/heads/main", from: nil, to: one)
  let here = try run("hostname", [], in: temporary.path, scratch: temporary.path).output.split(separator: "\n")[0]
  try leave([String(here), "4194304", "refs/heads/other"], andLock: "refs/heads/main", in: temporary.path)
  #expect(code { try repository.move("refs/heads/main", from: one, to: try repository.commit("2")) } == .locked)
  #expect(repository.lastingLocks() == ["refs/heads/main.lock"])
}

@Test func twoWritersLoseNothing() async throws {
  let temporary = try TemporaryRepository()
  let path = temporary.path
  let rounds = 60
  // Both begin with a reference that does not exist, so that the first round is a race as well.
  try await withThrowingTaskGroup(of: Int.self) { group in
    for writer in ["one", "two"] {
      group.addTask {
        let repository = try Repository.open(at: path)
        var collisions = 0
        for round in 0..<rounds {
          while true {
            let tip = try repository.reference("refs/heads/main")
            let commit = try repository.commit("\(writer) \(round)", parents: tip.map { [$0] } ?? [])
            do {
              try repository.move("refs/heads/main", from: tip, to: commit)
              break
            } catch let error as GitError where error.code == .referenceMoved {
              collisions += 1
            }
          }
        }
        return collisions
      }
    }
    try await group.waitForAll()
  }
  let log = try temporary.git("log", "--format=%s", "main").split(separator: "\n").map(String.init)
  let expected = ["one", "two"].flatMap { writer in (0..<rounds).map { "\(writer) \($0)" } }
  #expect(log.count == expected.count)
  #expect(Set(log) == Set(expected))
  #expect(try temporary.complaints() == "")
}

@Test func referencesThatMovedBeforeAFailureAreBack() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.commit("1"), repository.commit("2"))
  let names = "abcdefghij".map { "refs/heads/\($0)" }
  try repository.move(names.map { ReferenceMove($0, from: nil, to: one) })
  try temporary.git("pack-refs", "--all")
  // The lock of the packed references is taken for a removal only, and only when references are being written.
  let lock = temporary.path + "/packed-refs.lock"
  try write([], toFile: lock)
  let moves = names.map { ReferenceMove($0, from: one, to: $0.hasSuffix("j") ? nil : two) }
  let error = #expect(throws: GitError.self) { try repository.move(moves) }
  #expect(error?.action == "move 10 references" && error?.code == .locked)
  #expect(error?.message.contains(lock) == true)
  #expect(try repository.references(under: "refs/").map(\.name) == names)
  #expect(try repository.references(under: "refs/").map(\.id) == Array(repeating: one, count: 10))
  removeFolder(lock)
  try repository.move(moves)
  #expect(try repository.references(under: "refs/").map(\.id) == Array(repeating: two, count: 9))
  #expect(try temporary.complaints() == "")
}

/// libgit2 takes the file for read after the first failure, and would find nothing in it from then on.
@Test func damagedPackedReferencesAreRefusedEachTime() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move(["main", "other"].map { ReferenceMove("refs/heads/\($0)", from: nil, to: one) })
  try temporary.git("pack-refs", "--all")
  let good = try temporary.git("show-ref", "refs/heads/main")
  try write(Array((good + "garbage\n").utf8), toFile: temporary.path + "/packed-refs")
  let reader = try Repository.open(at: temporary.path)
  for _ in 0..<2 {
    #expect(throws: GitError.self) { try reader.references(under: "refs/heads/") }
    #expect(throws: GitError.self) { try reader.reference("refs/heads/main") }
    #expect(throws: GitError.self) { try reader.reference("refs/heads/none") }
    #expect(reader.damagedReferences().map(\.name) == ["packed-refs"])
  }
}
