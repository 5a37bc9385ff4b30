import Commands
import Testing

@testable import AmendCommands

@Suite("What is merged")
struct MergeInputTests {
  @Test func labelsThatCouldNotBeReadBackAreRefused() {
    let refused = ["", " ", "a, b", "A/B", "A;B", "Y: z", "[q]", "~~", "\\", "A ", " A", "A  B", "A\u{A0}B", "a\nb"]
    #expect(refused.compactMap(mergeLabel) == [])
    let kept = ["Mex", "St. Kitts", "T&T", "EE. UU.", "México", "ж", "日本", "–", "United States"]
    #expect(kept.compactMap(mergeLabel) == kept)
  }

  @Test func lineBreaksAreOfOneKindAndTheEndsHaveNoWhiteSpace() {
    #expect(mergeText("a b\r\nc\rd\n") == "a b\nc\nd")
    #expect(mergeText("\u{A0} a\u{2003}\u{3000}") == "a")
    #expect(mergeText(" \u{A0} ") == "")
  }
}
