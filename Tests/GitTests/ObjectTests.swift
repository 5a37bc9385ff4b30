import Git
import TestSupport
import Testing

@Test func identifierIsReadAndWrittenAndSortsAsItsText() throws {
  let texts = ["00ff", "8000", "7fff", "00fe"].map { $0 + String(repeating: "a", count: 35) + "1" }
  let ids = try texts.map { try #require(ObjectID($0)) }
  #expect(ids.map(\.hex) == texts)
  #expect(ids.sorted().map(\.hex) == texts.sorted())
  #expect(ids[0].short == "00ffaaa")
  #expect(ObjectID(texts[0].uppercased()) == ids[0])
  #expect(
    [
      ObjectID(""), ObjectID(texts[0] + "0"), ObjectID(String(texts[0].dropLast())),
      ObjectID("g" + texts[0].dropFirst()),
    ] == [nil, nil, nil, nil])
}

@Test func blobIsWhatGitSaysItIs() throws {
  let temporary = try TemporaryRepository()
  for content in ["", "text\n", "Ñandú\0\r\n", String(repeating: "long ", count: 100_000)] {
    let id = try temporary.repository.writeBlob(content)
    #expect(try temporary.git("hash-object", "--stdin", input: Array(content.utf8)) == id.hex + "\n")
    #expect(try temporary.repository.blob(id) == Array(content.utf8))
    #expect(try temporary.repository.text(id) == content)
    #expect(try temporary.git("cat-file", "blob", id.hex) == content)
  }
}

@Test func textThatIsNoUnicodeIsReportedWithItsByte() throws {
  let temporary = try TemporaryRepository()
  let id = try temporary.repository.writeBlob([0x61, 0xC3, 0xB1, 0xFF, 0x62])
  let error = #expect(throws: GitError.self) { try temporary.repository.text(id) }
  #expect(error?.description == "cannot read the text \(id): not UTF-8 at byte 3")
  #expect(error?.code == .damaged)
}

@Test func objectIsFoundByItsBeginning() throws {
  let temporary = try TemporaryRepository()
  var byPrefix: [String: [ObjectID]] = [:]
  try temporary.repository.inOnePack {
    for number in 0..<2000 {
      let id = try temporary.repository.writeBlob("\(number)")
      byPrefix[String(id.hex.prefix(4)), default: []].append(id)
    }
  }
  let lone = try #require(byPrefix.first { $0.value.count == 1 })
  let shared = try #require(byPrefix.first { $0.value.count > 1 })
  #expect(try temporary.repository.object(startingWith: lone.key) == lone.value[0])
  #expect(try temporary.repository.object(startingWith: lone.value[0].hex) == lone.value[0])
  #expect(code { try temporary.repository.object(startingWith: shared.key) } == .ambiguous)
  #expect(code { try temporary.repository.object(startingWith: "abc") } == .invalidName)
  #expect(code { try temporary.repository.object(startingWith: "wxyz") } == .invalidName)
  #expect(code { try temporary.repository.object(startingWith: String(repeating: "0", count: 40)) } == .notFound)
}

@Test func commitIsWhatGitSaysItIs() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let tree = try repository.tree(from: nil, changing: ["a": repository.writeBlob("1")])
  let author = Signature(name: "Vénézuéla", email: "ven@example.org", seconds: 1_700_000_000, offsetMinutes: -270)
  let first = try repository.writeCommit(
    tree: tree, parents: [], author: author, committer: .fixed, message: "Uno\n\nOn: VEN\n")
  let second = try repository.writeCommit(
    tree: tree, parents: [first], author: author, committer: .fixed, message: "Two\n")
  let merge = try repository.writeCommit(
    tree: tree, parents: [second, first], author: author, committer: .fixed, message: "")
  #expect(
    try temporary.git("cat-file", "commit", merge.hex) == """
      tree \(tree)
      parent \(second)
      parent \(first)
      author Vénézuéla <ven@example.org> 1700000000 -0430
      committer Test <test@example.org> 1773570600 +0000


      """)
  let read = try repository.commit(first)
  #expect(read.id == first && read.tree == tree && read.parents == [])
  #expect(read.author == author && read.committer == .fixed && read.message == "Uno\n\nOn: VEN\n")
  #expect(try repository.commit(merge).parents == [second, first])
  try repository.move("refs/heads/main", from: nil, to: merge)
  #expect(try temporary.complaints() == "")
}

@Test func commitRefusesWhatItCannotHold() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let blob = try repository.writeBlob("1")
  let tree = try repository.tree(from: nil, changing: ["a": blob])
  let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
  func write(_ tree: ObjectID, _ parents: [ObjectID], _ name: String, _ message: String) -> GitError.Code? {
    code {
      try repository.writeCommit(
        tree: tree, parents: parents, author: Signature(name: name, email: "a@b", seconds: 0), committer: .fixed,
        message: message)
    }
  }
  #expect(write(tree, [], "A", "m") == nil)
  #expect(write(tree, [], "A", "m\0") == .invalidName)
  #expect(write(tree, [], "A\nB", "m") == .invalidName)
  #expect(write(tree, [], "A <B>", "m") == .invalidName)
  #expect(write(tree, [], "", "m") == .invalidName)
  #expect(write(blob, [], "A", "m") == .wrongKind)
  #expect(write(tree, [tree], "A", "m") == .wrongKind)
  #expect(write(tree, [missing], "A", "m") == .notFound)
}

@Test func annotatedTagLeadsToItsCommit() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let commit = try repository.writeCommit(
    tree: repository.tree(from: nil, changing: ["a": repository.writeBlob("1")]), parents: [], author: .fixed,
    committer: .fixed, message: "m")
  let tag = try repository.writeTag("rev/2", of: commit, tagger: .fixed, message: "Revision 2\n")
  try repository.move([
    ReferenceMove("refs/heads/main", from: nil, to: commit), ReferenceMove("refs/tags/rev/2", from: nil, to: tag),
  ])
  #expect(try temporary.git("rev-parse", "rev/2^{commit}") == commit.hex + "\n")
  #expect(try temporary.git("describe") == "rev/2\n")
  let read = try repository.tag(tag)
  #expect(read.id == tag && read.target == commit && read.name == "rev/2")
  #expect(read.tagger == .fixed && read.message == "Revision 2\n")
  #expect(try repository.commit(markedBy: tag) == commit)
  #expect(try repository.commit(markedBy: commit) == commit)
  #expect(try temporary.complaints() == "")
}

@Test func damagedObjectIsReported() throws {
  let temporary = try TemporaryRepository()
  let id = try temporary.repository.writeBlob("text")
  let file = temporary.path + "/objects/" + id.hex.prefix(2) + "/" + id.hex.dropFirst(2)
  removeFolder(file)
  try write([1, 2, 3], toFile: file)
  #expect(code { try Repository.open(at: temporary.path).blob(id) } == .damaged)
}

/// libgit2 alone never stops reading such a file.
@Test(.timeLimit(.minutes(15))) func objectThatIsCutOffIsReported() throws {
  let temporary = try TemporaryRepository()
  let text = String((0..<400).map { Character(UnicodeScalar(97 + UInt8($0 * $0 % 26))) })
  let id = try temporary.repository.writeBlob(text)
  let file = temporary.path + "/objects/" + id.hex.prefix(2) + "/" + id.hex.dropFirst(2)
  let whole = try bytes(ofFile: file)
  for count in 0..<whole.count {
    removeFolder(file)
    try write(Array(whole.prefix(count)), toFile: file)
    #expect(code { try Repository.open(at: temporary.path).blob(id) } == .damaged, "\(count) bytes")
  }
  removeFolder(file)
  try write(whole, toFile: file)
  #expect(try Repository.open(at: temporary.path).blob(id) == Array(text.utf8))
}

@Test func objectThatStandsForAnotherIsReportedOnceHashesAreChecked() throws {
  let temporary = try TemporaryRepository()
  let id = try temporary.repository.writeBlob("text")
  let file = temporary.path + "/objects/" + id.hex.prefix(2) + "/" + id.hex.dropFirst(2)
  let other = try temporary.repository.writeBlob("other")
  removeFolder(file)
  try write(
    bytes(ofFile: temporary.path + "/objects/" + other.hex.prefix(2) + "/" + other.hex.dropFirst(2)), toFile: file)
  try Library.checkHashes()
  #expect(code { try Repository.open(at: temporary.path).blob(id) } == .damaged)
}

@Test func objectOfAnotherKindIsRefused() throws {
  let temporary = try TemporaryRepository()
  let repository = temporary.repository
  let blob = try repository.writeBlob("text")
  let tree = try repository.tree(from: nil, changing: [:])
  #expect(code { try repository.tree(blob) } == .wrongKind)
  #expect(code { try repository.blob(tree) } == .wrongKind)
  #expect(code { try repository.commit(tree) } == .wrongKind)
  #expect(code { try repository.tag(tree) } == .wrongKind)
  #expect(code { try repository.commit(markedBy: tree) } == .wrongKind)
}
