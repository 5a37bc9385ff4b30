import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// A commit as somebody makes it past the program, with git alone.
struct Forgery {
  var branch: String
  var author = "Chair <chair@delegations.invalid>"
  var message: String
  /// The content of each file; `nil` takes it away.
  var files: [String: String?] = [:]
  /// What it follows; the branch's tip where nothing is said.
  var parent: String?
  var others: [String] = []

  /// Makes it, and moves the branch there.
  func make(in round: DecisionRound) throws {
    var input = "commit \(branch)\nauthor \(author) 1773670600 +0000\n"
    input += "committer Somebody <somebody@example.org> 1773670600 +0000\n"
    input += data(message) + "from \(parent ?? branch + "^0")\n"
    for other in others { input += "merge \(other)\n" }
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      input += content.map { "M 100644 inline \(path)\n" + data($0) } ?? "D \(path)\n"
    }
    let outcome = try run(
      "git", ["fast-import", "--quiet", "--force"],
      environment: TemporaryRepository.environment(home: round.folder.path), input: Array(input.utf8), in: round.path,
      scratch: round.folder.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func data(_ text: String) -> String { "data \(text.utf8.count)\n\(text)\n" }
}

/// Compares lines; a failure shows both.
func expectLines(_ found: [String], _ expected: [String], at location: SourceLocation = #_sourceLocation) {
  #expect(found == expected, sourceLocation: location)
}

extension DecisionRound {
  /// What the program finds, a line a finding; a commit is named by what it says, or as a lost one, or by `…`.
  func findings() throws -> [String] {
    let repository = try Repository.open(at: path)
    return try Negotiation.verify(at: path, program: "test").findings.map { finding in
      let stored = finding.commit.map { try? repository.commit($0) }
      let commit = stored.map { $0.map { "'\(CommitMessage(text: $0.message).subject)' " } ?? "a lost commit " } ?? ""
      let place = [finding.reference, finding.path].compactMap { $0 }.joined(separator: " ")
      let line = "\(finding.code.rawValue): \(commit)\(place): \(finding.message)"
      return line.replacing(/\b[0-9a-f]{7}\b/, with: "…")
    }
  }

  /// The file as a branch has it.
  func file(_ path: String, on branch: String = "main") throws -> String { try git("show", "\(branch):\(path)") }

  /// Makes the last commit of a branch again, with another message or other files.
  func retell(_ branch: String, files: [String: String] = [:], _ change: (String) -> String = { $0 }) throws {
    let message = change(try git("log", "-1", "--format=%B", branch))
    let author = String(try git("log", "-1", "--format=%an <%ae>", branch).prefix { $0 != "\n" })
    var all: [String: String?] = files.mapValues { .some($0) }
    for path in try git("diff-tree", "-r", "--name-only", branch + "~1", branch).split(separator: "\n").map(String.init)
    where all[path] == nil {
      all[path] = .some(try file(path, on: branch))
    }
    let parent = String(try git("rev-parse", branch + "~1").prefix(ObjectID.digitCount))
    try Forgery(branch: "refs/heads/" + branch, author: author, message: message, files: all, parent: parent)
      .make(in: self)
  }

  func expectVerified(_ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) throws {
    let found = try findings()
    #expect(found == [], comment, sourceLocation: location)
  }
}
