import Git
import TestSupport
import Testing

/// The loose objects and the packs that git counts.
private func stored(_ temporary: TemporaryRepository) throws -> [String] {
  let lines = try temporary.git("count-objects", "-v").split(separator: "\n").map(String.init)
  return ["count: ", "in-pack: ", "packs: ", "garbage: "].compactMap { key in lines.first { $0.hasPrefix(key) } }
}

@Test func whatIsWrittenInOnePackIsOnePack() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let old = try repository.writeBlob("0")
  let (tip, tag) = try repository.inOnePack {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    for round in 0..<5 {
      var changes: [String: ObjectID?] = [:]
      for number in 0..<100 { changes["\(number / 10)/\(number)"] = try repository.writeBlob("\(number * round)") }
      let changed = try repository.tree(from: tree, changing: changes)
      parents = [
        try repository.writeCommit(
          tree: changed, parents: parents, author: .fixed, committer: .fixed, message: "\(round)")
      ]
      tree = changed
    }
    #expect(try repository.commit(parents[0]).message == "4")
    return (parents[0], try repository.writeTag("rev/1", of: parents[0], tagger: .fixed, message: "m"))
  }
  try repository.move([
    ReferenceMove("refs/heads/main", from: nil, to: tip), ReferenceMove("refs/tags/rev/1", from: nil, to: tag),
  ])
  let objects = try temporary.git("rev-list", "--all", "--objects").split(separator: "\n").count
  // The blob that was there already is not stored again.
  #expect(try stored(temporary) == ["count: 1", "in-pack: \(objects - 1)", "packs: 1", "garbage: 0"])
  #expect(repository.contains(old))
  #expect(try temporary.complaints() == "")
  #expect(try repository.commits(from: [tip], order: .newestFirst).count == 5)
  #expect(try repository.writeBlob("later") == Repository.open(at: temporary.path).writeBlob("later"))
}

@Test func packThatFailsLeavesNothing() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let base = try repository.commit("base")
  try repository.move("refs/heads/main", from: nil, to: base)
  let before = try stored(temporary)
  var lost: ObjectID?
  #expect(throws: Failure.self) {
    try repository.inOnePack {
      let commit = try repository.commit("lost", parents: [base])
      // Reading has libgit2 cache what must be forgotten.
      _ = try (repository.commit(commit), repository.tree(repository.commit(commit).tree))
      lost = commit
      throw Failure("stop")
    }
  }
  let commit = try #require(lost)
  #expect(!repository.contains(commit))
  #expect(code { try repository.commit(commit) } == .notFound)
  #expect(code { try repository.move("refs/heads/main", from: base, to: commit) } == .notFound)
  #expect(try stored(temporary) == before)
  #expect(try repository.reference("refs/heads/main") == base)
  #expect(try repository.commit(base).message == "base")
  #expect(try repository.inOnePack { try repository.commit("lost", parents: [base]) } == commit)
  try repository.move("refs/heads/main", from: base, to: commit)
  #expect(try temporary.complaints() == "")
}

@Test func referencesStandStillWhileAPackIsOpen() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let base = try repository.commit("base")
  #expect(
    code { try repository.inOnePack { try repository.move("refs/heads/main", from: nil, to: base) } } == .packIsOpen)
  #expect(try repository.reference("refs/heads/main") == nil)
}

@Test func packOfNothingIsNoPack() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  #expect(try repository.inOnePack { try repository.inOnePack { 1 } } == 1)
  #expect(try stored(temporary) == ["count: 0", "in-pack: 0", "packs: 0", "garbage: 0"])
}
