import Glibc
import TestSupport
import Testing

@testable import Git

@Test func fullDiskAndForbiddenFileAreKnownByTheSystemsWords() {
  func code(_ words: String) -> GitError.Code {
    GitError.code(status: -1, category: 2, message: "failed to write chunk: \(words)")
  }
  #expect(code("No space left on device") == .noSpace)
  #expect(code("Disk quota exceeded") == .noSpace)
  #expect(code("Permission denied") == .permission)
  #expect(code("Read-only file system") == .permission)
  #expect(code("Something else") == .other)
}

@Test func errorIsReadAsASentence() throws {
  let folder = try TemporaryFolder()
  try TemporaryRepository.forgetConfiguration()
  let error = #expect(throws: GitError.self) { try Repository.open(at: folder.path) }
  #expect(
    error
      == GitError(
        .notARepository, "open the repository at \(folder.path)", "could not find repository from '\(folder.path)'"))
  #expect(
    error?.description
      == "cannot open the repository at \(folder.path): could not find repository from '\(folder.path)'")
}
