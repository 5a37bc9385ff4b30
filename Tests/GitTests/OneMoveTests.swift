import Git
import TestSupport
import Testing

private struct Stop: Error {}

@Test func actsThatAreOneMoveTheirReferencesAtTheEnd() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move("refs/heads/main", from: nil, to: one)
  let other = try Repository.open(at: temporary.path)
  try repository.inOneMove(message: "") {
    let two = try repository.commit("2", parents: [one])
    try repository.move("refs/heads/main", from: one, to: two)
    #expect(try repository.reference("refs/heads/main") == two)
    #expect(throws: GitError.self) { try repository.move("refs/heads/main", from: one, to: two) }
    let three = try repository.commit("3", parents: [two])
    try repository.move("refs/heads/main", from: two, to: three)
    try repository.move("refs/heads/other", from: nil, to: three)
    #expect(try repository.references(under: "refs/heads/").map(\.id) == [three, three])
    // Nobody else sees anything of it yet.
    #expect(try other.references(under: "refs/").map(\.id) == [one])
  }
  let tips = try other.references(under: "refs/").map(\.id)
  #expect(tips == (try repository.references(under: "refs/").map(\.id)))
  #expect(tips.count == 2 && tips[0] == tips[1])
  #expect(try other.commits(from: tips, order: .newestFirst).count == 3)
  #expect(try temporary.complaints() == "")
}

@Test func actsThatAreOneAreAllForgottenWhereOneFails() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  try repository.move("refs/heads/main", from: nil, to: one)
  #expect(throws: Stop.self) {
    try repository.inOneMove(message: "") {
      try repository.move("refs/heads/main", from: one, to: try repository.commit("2", parents: [one]))
      throw Stop()
    }
  }
  // Or where somebody else was faster.
  #expect(throws: GitError.self) {
    try repository.inOneMove(message: "") {
      try repository.move("refs/heads/another", from: nil, to: try repository.commit("3", parents: [one]))
      try repository.move("refs/heads/main", from: one, to: try repository.commit("3", parents: [one]))
      let other = try Repository.open(at: temporary.path)
      try other.move("refs/heads/main", from: one, to: try other.commit("4", parents: [one]))
    }
  }
  let references = try repository.references(under: "refs/")
  #expect(references.map(\.name) == ["refs/heads/main"])
  #expect(try repository.commit(references[0].id).message == "4")
  #expect(try temporary.complaints() == "")
}

@Test(arguments: [true, false], [true, false])
func movesThatADeadProcessHadDecidedOnAreFinished(isDecided: Bool, byMoving: Bool) throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = (try repository.commit("1"), try repository.commit("2"))
  let names = ["refs/heads/a", "refs/heads/b", "refs/heads/c"]
  // The first has moved already, and somebody else has moved the last.
  for (name, id) in zip(names, [two, one, two]) { try repository.move(name, from: nil, to: id) }
  let here = try run("hostname", [], in: temporary.path, scratch: temporary.path).output.split(separator: "\n")[0]
  var lines = [String(here), "4194304"] + names
  lines +=
    names.dropLast().map { "move \(one) \(two) \($0)" } + ["move \(one) - \(names[2])", "move - \(two) refs/heads/d"]
  if isDecided { lines.append("decided") }
  try write(Array((lines.joined(separator: "\n") + "\n").utf8), toFile: temporary.path + "/amend-moving")
  try write([], toFile: temporary.path + "/refs/heads/b.lock")
  if byMoving {
    try repository.move("refs/heads/e", from: nil, to: one)
  } else {
    repository.finishMoves()
  }
  let expected = isDecided ? [two, two, two, two] : [two, one, two]
  #expect(try repository.references(under: "refs/").map(\.id) == expected + (byMoving ? [one] : []))
  // What it had not decided on is left to who moves the reference next.
  #expect(repository.lastingLocks() == (isDecided || byMoving ? [] : ["refs/heads/b.lock"]))
  // Once is enough.
  try repository.move("refs/heads/a", from: two, to: one)
  try Repository.open(at: temporary.path).finishMoves()
  #expect(try repository.reference("refs/heads/a") == one)
}
