import Commands
import Testing

/// The programs that show manuals are asked what they think of ours. Texts are chosen to be mistaken for requests.
@Suite("The manual beside the programs that show it")
struct ManualTests {
  @Test(.enabled(if: bash("command -v mandoc") != "", "mandoc is not installed"))
  func mandocFindsNothingToSay() {
    #expect(bash("mandoc -Tlint <<< \(quoted(hostile.manual()))") == "")
    #expect(bash("mandoc -Tlint <<< \(quoted(sample.manual()))") == "")
  }

  @Test(.enabled(if: bash("command -v groff") != "", "groff is not installed"))
  func groffFindsNothingToSay() {
    #expect(bash("groff -man -ww -Tutf8 <<< \(quoted(hostile.manual())) 2>&1 >/dev/null") == "")
    #expect(bash("groff -man -ww -Tutf8 <<< \(quoted(sample.manual())) 2>&1 >/dev/null") == "")
  }

  @Test(.enabled(if: bash("command -v groff") != "", "groff is not installed"))
  func wordsAreShownAsTheyAre() {
    let shown = bash("groff -man -P-cbou -Tutf8 -rLL=300n <<< \(quoted(hostile.manual()))")
    for text in [
      ".dot ' \\n \\fB \" -x ~/a^b `c` é – 😀", "bad --text '.x \\n' ~ ^ -- \"y\"", "--dot .PLACE", ".TH is text.",
    ] {
      #expect(shown.contains(text), "\(text) in\n\(shown)")
    }
  }

  private var hostile: Program<Int> {
    Program(
      "bad", version: "0", date: "2026-11-23", "Try the manual",
      discussion: ".dot ' \\n \\fB \" -x ~/a^b `c` é – 😀\n\n.TH is text.",
      groups: [
        CommandGroup(
          "All things",
          [
            Command(
              "a", "First", examples: [Example("bad --text '.x \\n' ~ ^ -- \"y\"", "Quote all")],
              option("--dot", String.self, ".starts with a dot", placeholder: ".PLACE")
            ) { _, _ in .done }
          ])
      ]
    ) { _ in 0 }
  }
}
