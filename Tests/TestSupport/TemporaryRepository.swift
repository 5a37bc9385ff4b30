package import Git

/// A repository in a folder of its own, with an empty git configuration and a clock that stands still.
///
/// The folder is removed when the last reference goes: keep the value alive to the end of the test.
package final class TemporaryRepository {
  package let folder: TemporaryFolder

  /// The folder of the repository.
  package let path: String

  /// The repository, opened for the test's own thread; other tasks open ``path`` themselves.
  package let repository: Repository

  package init(isBare: Bool = true) throws {
    try TemporaryRepository.forgetConfiguration()
    folder = try TemporaryFolder()
    path = folder("repository")
    repository = try Repository.create(at: path, isBare: isBare)
  }

  /// A repository that something else makes.
  ///
  /// - Parameter make: makes it at the path it is given, where nothing stands yet.
  package init(making make: (_ path: String) throws -> Void) throws {
    try TemporaryRepository.forgetConfiguration()
    folder = try TemporaryFolder()
    path = folder("repository")
    try make(path)
    repository = try Repository.open(at: path)
  }

  /// Has libgit2 read no configuration of the person or the machine, in this process, from now on.
  ///
  /// Called by every `TemporaryRepository`; call it where a test opens a repository without one.
  package static func forgetConfiguration() throws {
    try isConfigurationForgotten.get()
  }

  private static let isConfigurationForgotten = Result { try Library.readConfiguration(from: "/dev/null/nowhere") }

  /// Runs git on the repository.
  ///
  /// - Returns: what it wrote to its standard output.
  /// - Throws: ``Failure`` with what it wrote on standard error, where it does not end with 0.
  @discardableResult
  package func git(_ arguments: String..., input: [UInt8] = []) throws -> String {
    let outcome = try attempt(arguments, input: input)
    if outcome.status != 0 {
      throw Failure("git \(arguments.joined(separator: " ")): \(outcome.status)\n\(outcome.output)\(outcome.errors)")
    }
    return outcome.output
  }

  /// Runs git on the repository, however it may end.
  package func attempt(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    try run(
      "git", arguments, environment: TemporaryRepository.environment(home: folder.path), input: input, in: path,
      scratch: folder.path)
  }

  /// What `git fsck --strict` complains of; empty where all is well, also where there is no reference yet.
  package func complaints() throws -> String {
    let outcome = try attempt(["fsck", "--strict", "--no-dangling", "--no-progress"])
    let lines = (outcome.output + outcome.errors).split(separator: "\n").filter { !$0.hasPrefix("notice: ") }
    return lines.isEmpty && outcome.status != 0 ? "status \(outcome.status)" : lines.joined(separator: "\n")
  }

  /// Every file of the repository with the sum of its bytes, and every folder: two that are equal hold the same bytes.
  package func content() throws -> String {
    let list = "find . -type d | LC_ALL=C sort; find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha1sum"
    return try run("sh", ["-c", list], in: path, scratch: folder.path).output
  }

  /// An environment in which git reads no configuration and knows who and when it is.
  package static func environment(home: String) -> [String: String] {
    let (clock, person) = ("\(Signature.fixed.seconds) +0000", Signature.fixed)
    return [
      "HOME": home, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "GIT_AUTHOR_NAME": person.name, "GIT_AUTHOR_EMAIL": person.email, "GIT_AUTHOR_DATE": clock,
      "GIT_COMMITTER_NAME": person.name, "GIT_COMMITTER_EMAIL": person.email, "GIT_COMMITTER_DATE": clock,
    ]
  }
}

extension Signature {
  /// Who acts in tests, always at the same moment: 15 March 2026, 10:30 UTC.
  package static let fixed = Signature(name: "Test", email: "test@example.org", seconds: 1_773_570_600)

  /// The same person some seconds later.
  package func later(by seconds: Int64) -> Signature {
    Signature(name: name, email: email, seconds: self.seconds + seconds, offsetMinutes: offsetMinutes)
  }
}
