import AmendCommands
import Commands
import Git
import TestSupport
import Testing

/// A folder with files and repositories, in which the program is run; what it said is written down.
final class Room {
  let folder: TemporaryFolder

  /// What was typed and what came of it, one command after the other: `!` before each line of the error stream, and the
  /// exit status behind `=`.
  private(set) var transcript = ""
  private var minutes = 0

  init() throws {
    try TemporaryRepository.forgetConfiguration()
    folder = try TemporaryFolder()
  }

  /// Runs one command line in this process. `ROOM` in a word stands for the folder, and in what is written down too.
  @discardableResult
  func amend(_ words: String..., input: String = "", environment: [String: String] = [:]) -> Answer {
    amend(words, input: input, environment: environment)
  }

  @discardableResult
  func amend(_ words: [String], input: String = "", environment: [String: String] = [:]) -> Answer {
    minutes += 1
    var variables = [
      "AMEND_NAME": "Ana Secretary", "AMEND_EMAIL": "ana@example.org", "AMEND_REPO": folder("talks"),
      "AMEND_DATE": "2026-03-15T\(10 + minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):00Z",
      "TMPDIR": folder.path,
    ]
    variables.merge(environment) { _, new in new }
    let (output, errors) = (MemorySink(), MemorySink())
    let status = amendProgram.run(
      words.map { $0.replacing("ROOM", with: folder.path) },
      streams: Streams(
        input: Input(text: input), output: Output(output), errors: Output(errors), environment: { variables[$0] }))
    let answer = Answer(
      status: status.code, output: output.text.replacing(folder.path, with: "ROOM"),
      errors: errors.text.replacing(folder.path, with: "ROOM"))
    transcript += "$ amend \(words.map(quoted).joined(separator: " "))\n" + answer.written + "\n"
    return answer
  }

  /// Has nothing written down yet.
  func forget() { transcript = "" }

  /// Makes a file in the folder.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws { try TestSupport.write(bytes, toFile: folder(name)) }

  func read(_ name: String) throws -> String { String(decoding: try bytes(ofFile: folder(name)), as: UTF8.self) }

  /// Runs git on the negotiation.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let outcome = try run(
      "git", arguments, environment: TemporaryRepository.environment(home: folder.path), in: folder("talks"),
      scratch: folder.path)
    #expect(outcome.status == 0, "git \(arguments): \(outcome.errors)")
    return outcome.output + outcome.errors
  }

  /// Every file of the negotiation with the sum of its bytes.
  func content() throws -> String {
    // What is derived from the repository may be kept beside it by any command.
    let list = "find . -type f -not -path './amend/*' -print0 | LC_ALL=C sort -z | xargs -0r sha1sum"
    return try run("sh", ["-c", list], in: folder("talks"), scratch: folder.path).output
  }

  /// A room in which ``draft`` is imported, with nothing written down yet.
  static func withTalks() throws -> Room {
    let room = try Room()
    try room.write(draft, to: "draft.txt")
    let answer = room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
    #expect(answer.status == 0, "\(answer.errors)")
    room.forget()
    return room
  }

  /// Mexico proposes a word of the first paragraph, Chile supports that, and Peru amends it.
  func proposeSupportAndAmend() {
    amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    amend("support", "--country", "CHL", "--of", "MEX", "--paragraph", "OP1")
    amend(
      "propose", "--country", "PER", "--paragraph", "OP1", "--on", "MEX", "--insert", "vulnerable", "--before",
      "individuals", "--reason", "Article 34")
  }

  static let draft = """
    DRAFT DECLARATION ON WATER

    THE GENERAL ASSEMBLY,

    1. Recalling the Charter of the Organization; APPROVED

    2. Recognizing that women, men and [Mex: individuals ~~others~~] take part in the work; PENDING – Consultations with Brazil

    RESOLVE:

    1. To protect all persons and others.

    1 bis. [Ven: To urge the member states [Chile: and observers] to continue.]

    2. To take note of the report of the Secretariat.

    3. To thank the host country. APPROVED

    """
}

/// What the program said.
struct Answer: Hashable {
  var status: Int32
  var output: String
  var errors: String

  var written: String {
    let errors = errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "! \($0)\n" }
    return output + (output.isEmpty || output.hasSuffix("\n") ? "" : "\n") + errors.joined() + "= \(status)\n"
  }
}

private func quoted(_ word: String) -> String {
  word.contains { " '\"[]~\n".contains($0) } ? "'\(word.replacing("\n", with: "⏎"))'" : word
}

/// Compares with the golden file, or rewrites it where `AMEND_RECORD` is `1`.
func expectGolden(_ text: String, _ file: String, at location: SourceLocation = #_sourceLocation) throws {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/Golden/\(file)"
  if environmentVariable("AMEND_RECORD") == "1" { return try write(Array(text.utf8), toFile: path) }
  let golden = String(decoding: try bytes(ofFile: path), as: UTF8.self)
  #expect(text == golden, sourceLocation: location)
}
