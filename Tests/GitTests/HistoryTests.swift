import Git
import TestSupport
import Testing

@Test(arguments: 1...8 as ClosedRange<UInt64>) func historyIsTheOneThatGitTells(seed: UInt64) throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  var random = SeededGenerator(seed: seed)
  var commits: [ObjectID] = []
  var parents: [ObjectID: [ObjectID]] = [:]
  for number in 0..<25 {
    let chosen = Set(
      (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in commits.randomElement(using: &random) }
    )
    .sorted()
    let commit = try repository.commit("\(number)", parents: chosen, at: Int64(number))
    commits.append(commit)
    parents[commit] = chosen
    try repository.move("refs/heads/\(number)", from: nil, to: commit)
  }
  for _ in 0..<10 {
    let pick = (0..<3).map { _ in commits.randomElement(using: &random) ?? commits[0] }
    let git = try temporary.git("rev-list", pick[0].hex, pick[1].hex, "^" + pick[2].hex).split(separator: "\n").map(
      String.init)
    let newest = try repository.commits(from: [pick[0], pick[1]], hiding: [pick[2]], order: .newestFirst)
    #expect(newest.map(\.hex).sorted() == git.sorted(), "seed \(seed)")
    for (index, commit) in newest.enumerated() {
      #expect(newest[..<index].allSatisfy { parents[commit]?.contains($0) == false }, "seed \(seed)")
    }
    let oldest = try repository.commits(from: [pick[0], pick[1]], hiding: [pick[2]], order: .oldestFirst)
    #expect(oldest == newest.reversed(), "seed \(seed)")
    #expect(
      try repository.commits(from: [pick[0], pick[1]], hiding: [pick[2]], order: .newestFirst, limit: 2)
        == Array(newest.prefix(2)), "seed \(seed)")
    let bases = try temporary.attempt(["merge-base", "--all", pick[0].hex, pick[1].hex]).output
      .split(separator: "\n").map(String.init)
    let base = try repository.mergeBase(pick[0], pick[1])
    #expect(base.map { bases.contains($0.hex) } ?? bases.isEmpty, "seed \(seed)")
    let isAncestor = try temporary.attempt(["merge-base", "--is-ancestor", pick[0].hex, pick[1].hex]).status == 0
    #expect(try repository.isAncestor(pick[0], of: pick[1]) == isAncestor, "seed \(seed)")
  }
}

@Test func missingCommitIsAnErrorAndNoAnswer() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let one = try repository.commit("1")
  let tree = try repository.commit(one).tree
  let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
  #expect(code { try repository.mergeBase(one, missing) } == .notFound)
  #expect(code { try repository.isAncestor(one, of: missing) } == .notFound)
  #expect(code { try repository.commits(from: [missing], order: .oldestFirst) } == .notFound)
  #expect(code { try repository.commits(from: [tree], order: .oldestFirst) } == .wrongKind)
  #expect(try repository.commits(from: [], order: .oldestFirst) == [])
}
