import Git
import TestSupport
import Testing

@Test func newRepositoryIsBareAndItsHeadIsMain() throws {
  let temporary = try TemporaryRepository()
  #expect(temporary.repository.isBare)
  #expect(temporary.repository.path == temporary.path + "/")
  #expect(try temporary.repository.head() == "refs/heads/main")
  #expect(try temporary.git("symbolic-ref", "HEAD") == "refs/heads/main\n")
  #expect(try temporary.complaints() == "")
}

@Test func newRepositoryHasDescriptionAndMissingFoldersAreMade() throws {
  let folder = try TemporaryFolder()
  try TemporaryRepository.forgetConfiguration()
  _ = try Repository.create(at: folder("a/b/draft/"), description: "Draft resolution")
  #expect(try bytes(ofFile: folder("a/b/draft/description")) == Array("Draft resolution".utf8))
}

@Test func repositoryIsMadeInAnEmptyFolderAndNowhereElse() throws {
  let folder = try TemporaryFolder()
  try TemporaryRepository.forgetConfiguration()
  try write([1], toFile: folder("file"))
  #expect(code { try Repository.create(at: folder("file")) } == .exists)
  #expect(code { try Repository.create(at: folder.path) } == .exists)
  #expect(code { try Repository.create(at: folder("file/below")) } == .exists)
  removeFolder(folder("file"))
  _ = try Repository.create(at: folder.path)
  #expect(code { try Repository.create(at: folder.path) } == .exists)
}

@Test func failureWhileFillingLeavesNothing() throws {
  let folder = try TemporaryFolder()
  try TemporaryRepository.forgetConfiguration()
  #expect(throws: Failure.self) {
    _ = try Repository.create(at: folder("draft")) { repository in
      _ = try repository.writeBlob("text")
      throw Failure("stop")
    }
  }
  let scratch = try TemporaryFolder()
  #expect(try run("ls", ["-A"], in: folder.path, scratch: scratch.path).output == "")
}

@Test func repositoryIsFoundFromBelowAndOnlyThere() throws {
  let temporary = try TemporaryRepository(isBare: false)
  #expect(!temporary.repository.isBare)
  #expect(temporary.repository.path == temporary.path + "/.git/")
  #expect(try Repository.open(at: temporary.path).path == temporary.path + "/.git/")
  #expect(try Repository.discover(from: temporary.path + "/.git/refs").path == temporary.path + "/.git/")
  #expect(code { try Repository.open(at: temporary.path + "/.git/refs") } == .notARepository)
  #expect(code { try Repository.open(at: temporary.path + "/missing") } == .notARepository)
  #expect(code { try Repository.discover(from: "/proc") } == .notARepository)
}

@Test func configurationNamesThePerson() throws {
  let temporary = try TemporaryRepository()
  #expect(try temporary.repository.configuredIdentity().name == nil)
  try temporary.git("config", "user.name", "Ana María Ñ")
  try temporary.git("config", "user.email", "ana@example.org")
  let identity = try Repository.open(at: temporary.path).configuredIdentity()
  #expect(identity.name == "Ana María Ñ")
  #expect(identity.email == "ana@example.org")
}

/// The code of the error that `body` throws; `nil` where it throws none, or another kind.
func code<Value>(_ body: () throws -> Value) -> GitError.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? GitError)?.code
  }
}

/// What a killed process leaves goes when the same repository is made again; what a living one makes stays.
@Test func abandonedPartsAreTakenAway() throws {
  let folder = try TemporaryFolder()
  try TemporaryRepository.forgetConfiguration()
  let scratch = try TemporaryFolder()
  func names() throws -> [String] {
    try run("ls", ["-A"], in: folder.path, scratch: scratch.path).output.split(separator: "\n").map(String.init)
      .sorted()
  }
  // A copy of what stands there while one is made is what is left when its process is killed.
  _ = try Repository.create(at: folder("draft")) { _ in
    let partial = try #require(try names().first)
    _ = try run("cp", ["-r", partial, ".draft.partial-killed"], in: folder.path, scratch: scratch.path)
    _ = try Repository.create(at: folder("other")) { _ in }
    #expect(try names() == [partial, ".draft.partial-killed", "other"].sorted())
    removeFolder(folder("other"))
  }
  removeFolder(folder("draft"))
  #expect(try names() == [".draft.partial-killed"])
  _ = try Repository.create(at: folder("draft")) { _ in
    let partial = try #require(try names().first)
    #expect(throws: Failure.self) { _ = try Repository.create(at: folder("draft")) { _ in throw Failure("stop") } }
    #expect(try names() == [partial])
  }
  #expect(try names() == ["draft"])
}
