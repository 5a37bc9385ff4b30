import Git
import TestSupport
import Testing

/// Every file below a tree.
private func files(_ repository: Repository, _ tree: ObjectID, _ path: String = "") throws -> [String: ObjectID] {
  var found: [String: ObjectID] = [:]
  for entry in try repository.tree(tree) {
    if entry.isFolder {
      found.merge(try files(repository, entry.id, path + entry.name + "/")) { first, _ in first }
    } else {
      found[path + entry.name] = entry.id
    }
  }
  return found
}

@Test(arguments: 1...20 as ClosedRange<UInt64>) func treeEditingIsDictionaryEditing(seed: UInt64) throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  var random = SeededGenerator(seed: seed)
  let blobs = try (0..<5).map { try repository.writeBlob("\($0)") }
  // Names that sort differently as files and as folders; no name is both.
  let folders = ["", "a/", "a-b/", "a.b/", "ñ/", "a/a/", "a/a/a/"]
  let paths = folders.flatMap { folder in ["x", "x.y", "x-", "é"].map { folder + $0 } }
  var model: [String: ObjectID] = [:]
  var tree: ObjectID?
  for _ in 0..<15 {
    let before = (model, tree)
    var changes: [String: ObjectID?] = [:]
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      changes[paths.randomElement(using: &random) ?? ""] = .some(
        Bool.random(using: &random) ? blobs.randomElement(using: &random) : nil)
    }
    if Int.random(in: 0..<6, using: &random) == 0 { changes["a"] = .some(nil) }
    if changes["a"] != nil { model = model.filter { !$0.key.hasPrefix("a/") } }
    for (path, blob) in changes { model[path] = blob }
    let edited = try repository.tree(from: tree, changing: changes)
    #expect(try files(repository, edited) == model, "seed \(seed)")
    #expect(try repository.tree(from: nil, changing: model.mapValues { $0 }) == edited, "seed \(seed)")
    let expected = Set(before.0.keys).union(model.keys).filter { before.0[$0] != model[$0] }
      .map { FileDifference(path: $0, old: before.0[$0], new: model[$0]) }
    let found = try repository.differences(between: before.1, and: edited)
    #expect(Set(found) == Set(expected) && found.count == expected.count, "seed \(seed)")
    for path in paths { #expect(try repository.entry(at: path, in: edited)?.id == model[path], "seed \(seed)") }
    let listed = try temporary.git("-c", "core.quotePath=false", "ls-tree", "-r", "--full-tree", edited.hex)
    let lines = Set(model.map { "100644 blob \($0.value)\t\($0.key)" })
    #expect(Set(listed.split(separator: "\n").map(String.init)) == lines, "seed \(seed)")
    tree = edited
  }
  let commit = try repository.writeCommit(
    tree: tree ?? repository.tree(from: nil, changing: [:]), parents: [], author: .fixed, committer: .fixed,
    message: "m")
  try repository.move("refs/heads/main", from: nil, to: commit)
  #expect(try temporary.complaints() == "")
}

@Test func differencesAreThoseThatGitSees() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.writeBlob("1"), repository.writeBlob("2"))
  let old = try repository.tree(from: nil, changing: ["a": one, "b/c": one, "b/d": one, "e/f/g": one, "h": one])
  let new = try repository.tree(
    from: old, changing: ["a": nil, "a/x": one, "b/c": two, "e": nil, "i": two])
  #expect(
    try repository.differences(between: old, and: new) == [
      FileDifference(path: "a", old: one, new: nil), FileDifference(path: "a/x", old: nil, new: one),
      FileDifference(path: "b/c", old: one, new: two), FileDifference(path: "e/f/g", old: one, new: nil),
      FileDifference(path: "i", old: nil, new: two),
    ])
  let git = try temporary.git("diff-tree", "-r", "--no-renames", "--name-only", old.hex, new.hex)
  #expect(git.split(separator: "\n").sorted() == ["a", "a/x", "b/c", "e/f/g", "i"])
  #expect(try repository.differences(between: nil, and: old).map(\.path) == ["a", "b/c", "b/d", "e/f/g", "h"])
  #expect(try repository.differences(between: old, and: nil).map(\.old) == [one, one, one, one, one])
}

@Test func fileAndFolderOfOneNameAreRefused() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let blob = try repository.writeBlob("1")
  let tree = try repository.tree(from: nil, changing: ["a": blob, "b/c": blob])
  #expect(code { try repository.tree(from: tree, changing: ["a/x": blob]) } == .exists)
  #expect(code { try repository.tree(from: tree, changing: ["b": blob]) } == .exists)
  #expect(code { try repository.tree(from: nil, changing: ["b": blob, "b/c": blob]) } == .exists)
  #expect(code { try repository.tree(from: nil, changing: ["b": tree]) } == .wrongKind)
}

@Test(arguments: ["", "/a", "a/", "a//b", ".", "a/../b", ".git/config", "a/.GIT", "git~1", "a␀b"])
func pathThatGitCannotStoreIsRefused(path: String) throws {
  let temporary = try TemporaryRepository()
  let blob = try temporary.repository.writeBlob("1")
  // The sign for NUL stands for NUL, which would cut the report of the test short.
  let path = path == "a␀b" ? "a\0b" : path
  #expect(code { try temporary.repository.tree(from: nil, changing: [path: blob]) } == .invalidName)
}

@Test func executableFileStaysExecutable() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let (one, two) = try (repository.writeBlob("1"), repository.writeBlob("2"))
  let made = try temporary.git("mktree", input: Array("100755 blob \(one)\trun\n".utf8))
  let tree = try repository.tree(from: ObjectID(made.dropLast()), changing: ["run": two])
  let entry = try #require(try repository.entry(at: "run", in: tree))
  #expect(entry.kind == .executable && entry.id == two && !entry.isFolder && entry.name == "run")
}
