import Commands
import Testing

@Suite("Mistakes on the command line")
struct MistakeTests {
  /// What is said, and the command whose help is named.
  @Test(
    "one clear line and the help to see",
    arguments: [
      (["propse"], "There is no command 'propse'. Did you mean 'propose'?", ""),
      (["propse", "--help"], "There is no command 'propse'. Did you mean 'propose'?", ""),
      (["frobnicate", "--what", "--ever"], "There is no command 'frobnicate'.", ""),
      (["help", "lgo"], "There is no command 'lgo'. Did you mean 'log'?", "help"),
      (["log", "--quite"], "There is no option '--quite'. Did you mean '--quiet'?", "log"),
      (["log", "-x"], "There is no option '-x'.", "log"),
      (["log", "a", "b"], "log takes no further argument: 'b'.", "log"),
      (["--repo"], "--repo FOLDER: the value is missing.", ""),
      (["merge", "b", "--depth"], "--depth N: the value is missing.", "merge"),
      (
        ["merge", "b", "--depth", "--format", "json"],
        "--depth needs a value. To give it '--format', write --depth=--format.", "merge"
      ),
      (["merge", "--depth", "x", "b"], "--depth takes a whole number, not 'x'.", "merge"),
      (
        ["merge", "b", "--format", "jsn"],
        "--format takes text, markdown or json, not 'jsn'. Did you mean 'json'?", "merge"
      ),
      (["merge", "b", "--format", "text", "--format=json"], "--format is given twice.", "merge"),
      (["merge"], "BASE is missing.", "merge"),
      (["log", "--quiet=yes"], "--quiet takes no value.", "log"),
      (["propose", "-p1", "--delete"], "--country CODE is missing.", "propose"),
      (["propose", "-cVEN", "--delete"], "--paragraph P is missing.", "propose"),
      (
        ["propose", "-cVNE", "-p1", "--delete"],
        "--country takes a delegation's code, such as VEN, not 'VNE'. Did you mean 'VEN'?", "propose"
      ),
      (["propose", "-cVEN", "-p1"], "One of --text, --file, --insert or --delete is missing.", "propose"),
      (["propose", "-cVEN", "-p1", "--text=a", "--delete"], "--text and --delete exclude each other.", "propose"),
      (["propose", "-cVEN", "-p1", "--insert", "a"], "--insert needs --after or --before.", "propose"),
      (["propose", "-cVEN", "-p1", "--insert=", "--after=a"], "--insert has nothing to put in.", "propose"),
      (["propose", "-cVEN", "-p1", "--delete", "--after", "a"], "--after needs --insert.", "propose"),
    ] as [([String], String, String)])
  func mistakesAreNamed(line: [String], message: String, command: String) {
    let (output, errors) = (MemorySink(), MemorySink())
    let status = sample.run(
      line, streams: Streams(input: Input(text: ""), output: Output(output), errors: Output(errors)))
    #expect(status == .wrongUsage)
    #expect(output.text == "")
    #expect(errors.text == "sample: \(message)\nSee 'sample \(command.isEmpty ? "" : command + " ")--help'.\n")
  }

  @Test func noCommandShowsTheShortHelpAsAnError() {
    let answer = answer()
    #expect(answer == Answer(status: 2, errors: sample.shortHelp(isStyled: false)))
  }

  @Test func whatACommandThrowsIsExplainedByTheProgram() {
    #expect(
      answer("log", "locked")
        == Answer(
          status: 3, errors: "sample: The desk is locked by another program.\nTry again once it has finished.\n"))
  }

  @Test func nearestTakesOneSlipInThreeLetters() {
    #expect(nearest(to: "consolidat", in: ["log", "consolidate"]) == "consolidate")
    #expect(nearest(to: "cnsolidat", in: ["log", "consolidate"]) == "consolidate")
    #expect(nearest(to: "cnslidt", in: ["log", "consolidate"]) == nil)
    #expect(nearest(to: "LGO", in: ["log", "long"]) == "log")
    #expect(nearest(to: "x", in: ["y", "xy"]) == "xy")
    #expect(nearest(to: "abcdef", in: ["uvwxyz"]) == nil)
    #expect(nearest(to: "", in: ["a"]) == nil)
    #expect(nearest(to: "a", in: []) == nil)
  }
}
