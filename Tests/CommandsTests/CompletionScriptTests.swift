import Commands
import Testing

/// The script is run in a real bash; the program it asks is a function that notes the question and gives the answer
/// that the real one gives to it.
@Suite("Completion in bash", .enabled(if: bash("echo here") == "here\n", "bash is not installed"))
struct CompletionScriptTests {
  /// - Parameters:
  ///   - pieces: the line as bash breaks it, at spaces and at `=` and `:`.
  ///   - asked: what the program must be asked about.
  @Test(
    "replies of the script",
    arguments: [
      ("sample pr", ["sample", "pr"], ["pr"], ["propose"]),
      ("sample propose -c ", ["sample", "propose", "-c", ""], ["propose", "-c", ""], ["VEN", "MEX", "CHL", "BRA"]),
      (
        "sample propose --country=V", ["sample", "propose", "--country", "=", "V"], ["propose", "--country=V"], ["VEN"]
      ),
      (
        "sample propose --country=", ["sample", "propose", "--country", "="], ["propose", "--country="],
        ["VEN", "MEX", "CHL", "BRA"]
      ),
      ("sample propose -p annex:", ["sample", "propose", "-p", "annex", ":"], ["propose", "-p", "annex:"], ["1"]),
      ("sample propose -p 'ann", ["sample", "propose", "-p", "'ann"], ["propose", "-p", "ann"], ["annex:1"]),
      // The cursor stands inside a word, and only what is before it counts.
      ("sample pr", ["sample", "prxyz"], ["pr"], ["propose"]),
      ("sample propose --file=/et", ["sample", "propose", "--file", "=", "/et"], ["propose", "--file=/et"], ["/etc"]),
    ] as [(String, [String], [String], [String])])
  func bashIsAnswered(line: String, pieces: [String], asked: [String], expected: [String]) {
    let reply = answer(to: asked)
    let script = """
      \(sample.completions(.bash))
      sample() { printf '<%s>' "$@" >&3; printf '%s' \(quoted(reply)); }
      COMP_LINE=\(quoted(line)) COMP_POINT=\(line.utf8.count)
      COMP_WORDS=(\(pieces.map(quoted).joined(separator: " "))) COMP_CWORD=\(pieces.count - 1)
      exec 3>&1
      _sample
      printf '\\n'; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let question = (["__complete"] + asked).map { "<\($0)>" }.joined()
    #expect(bash(script) == ([question] + expected).joined(separator: "\n") + "\n")
  }

  private func answer(to words: [String]) -> String {
    let (output, errors) = (MemorySink(), MemorySink())
    _ = sample.run(
      ["__complete"] + words, streams: Streams(input: Input(text: ""), output: Output(output), errors: Output(errors)))
    return output.text
  }
}
