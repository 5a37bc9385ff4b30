import Commands
import Testing

@Suite("What a shell offers")
struct CandidateTests {
  @Test(
    "words at the cursor",
    arguments: [
      (["pr"], ["propose"]),
      (["m"], ["merge", "manual"]),
      (["--repo", "x", "lo"], ["log"]),
      (["propose", "--country", ""], ["VEN", "MEX", "CHL", "BRA"]),
      (["propose", "-c", "V"], ["VEN"]),
      (["propose", "--country=V"], ["--country=VEN"]),
      (["propose", "-p", ""], ["annex:1"]),
      (["--repo", "x", "propose", "-p", "operative/1-"], ["operative/1-bis"]),
      (["propose", "--text", ""], []),
      (["propose", "--text", "a", "--d"], []),
      (["propose", "--d"], ["--delete"]),
      (["propose", "-cVEN", "--co"], []),
      (["propose", "-p", "1", "--pa"], ["--paragraph"]),
      (["merge", "base", "--format", "m"], ["markdown"]),
      (["completions", ""], ["bash", "zsh", "fish"]),
      (["help", "lo"], ["log"]),
      (["log", "a", ""], ["--repo", "--quiet", "--help", "--version"]),
      (["log", "a", "--", ""], []),
      (["nothing", ""], ["propose", "merge", "log", "help", "manual", "completions"]),
    ] as [([String], [String])])
  func wordsFitTheirPlace(words: [String], expected: [String]) {
    guard case .words(let offered) = sample.candidates(for: words) else {
      Issue.record("files are offered")
      return
    }
    #expect(offered.map(\.word) == expected)
  }

  @Test func filesAndFoldersAreLeftToTheShell() {
    #expect(sample.candidates(for: ["merge", "b"]) == .files(prefix: ""))
    #expect(sample.candidates(for: ["merge", "b", "c", "d"]) == .files(prefix: ""))
    #expect(sample.candidates(for: ["propose", "--file=b"]) == .files(prefix: "--file="))
    #expect(sample.candidates(for: ["--repo", ""]) == .folders(prefix: ""))
  }

  @Test func theScriptsAreAnsweredALineAWord() {
    #expect(
      answer("__complete", "m")
        == Answer(output: "words\nmerge\tMerge plain files\nmanual\tPrint the manual as a man page\n"))
    #expect(answer("__complete", "propose", "--file=").output == "files\t--file=\n")
    #expect(answer("__complete").output.hasPrefix("words\npropose\t"))
  }
}
