import Commands
import Testing

@Suite("Reading the command line")
struct ReadingTests {
  @Test(
    "the same line in other words",
    arguments: [
      ["propose", "--country", "VEN", "--paragraph", "17", "--text", "To urge"],
      ["propose", "--country=VEN", "--paragraph=17", "--text=To urge"],
      ["propose", "-c", "VEN", "-p", "17", "--text", "To urge"],
      ["propose", "-cVEN", "-p17", "--text", "To urge"],
      ["propose", "--text", "To urge", "-p", "17", "-c", "VEN"],
    ])
  func spellingsOfOneLineReadTheSame(line: [String]) {
    let (output, errors) = (MemorySink(), MemorySink())
    let status = sample.run(
      line, streams: Streams(input: Input(text: ""), output: Output(output), errors: Output(errors)))
    #expect(status == .done)
    #expect(output.text == "VEN [\"17\"] text(\"To urge\") - -\n")
    #expect(errors.text == "Proposed.\n")
  }

  @Test func programOptionsStandBeforeAndAfterTheCommand() {
    #expect(
      answer("--repo", "R", "-q", "propose", "-cVEN", "-p", "1", "--delete")
        == Answer(output: "VEN [\"1\"] deletion - R\n"))
    #expect(
      answer("propose", "-cVEN", "-p", "1", "--delete", "-q", "--repo=R")
        == Answer(output: "VEN [\"1\"] deletion - R\n"))
  }

  @Test func repeatedOptionsKeepTheirOrder() {
    #expect(
      answer("-q", "propose", "-cVEN", "-p", "2", "--delete", "-p", "1").output
        == "VEN [\"2\", \"1\"] deletion - -\n")
  }

  @Test func valuesMayBeEmptyAndHoldEqualsSignsAndDashes() {
    #expect(answer("-q", "propose", "-cVEN", "-p1", "--text=").output == "VEN [\"1\"] text(\"\") - -\n")
    #expect(answer("-q", "propose", "-cVEN", "-p1", "--text=a=b").output == "VEN [\"1\"] text(\"a=b\") - -\n")
    #expect(
      answer("-q", "propose", "-cVEN", "-p1", "--text=\u{301}a").output == "VEN [\"1\"] text(\"\\u{0301}a\") - -\n")
    #expect(answer("-q", "propose", "-cVEN", "-p1", "--text", "- a").output == "VEN [\"1\"] text(\"- a\") - -\n")
    #expect(answer("-q", "propose", "-cVEN", "-p1", "--text=--on").output == "VEN [\"1\"] text(\"--on\") - -\n")
  }

  @Test func aDashAndNegativeNumbersAreWords() {
    #expect(answer("merge", "-", "-5").output == "text 0 - [\"-5\"]\n")
    #expect(answer("merge", "--depth", "-5", "b", "c").output == "text -5 b [\"c\"]\n")
  }

  @Test func afterTwoDashesEverythingIsAWord() {
    #expect(answer("merge", "--", "--format", "--help", "--").output == "text 0 --format [\"--help\", \"--\"]\n")
  }

  @Test func defaultsAndMissingPositionalsAreRead() {
    #expect(answer("log").output == "log all -\n")
    #expect(answer("log", "17", input: "first\nsecond\n").output == "log 17 first\n")
    #expect(answer("merge", "b", "--format", "json") == Answer(status: 1, output: "json 0 b []\n"))
  }

  @Test func aGroupReadsItsArgumentsAsOneValue() {
    #expect(
      answer("-q", "propose", "-cVEN", "-p1", "--insert", "x", "--after", "y").output
        == "VEN [\"1\"] insertion(\"x\", after: Optional(\"y\"), before: nil) - -\n")
  }
}
