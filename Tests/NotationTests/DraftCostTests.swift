import Drafting
import Notation
import Testing

/// Texts that could cost more than their length, `count` times over.
private let hard: [(name: String, text: @Sendable (Int) -> String)] = [
  (
    "paragraphs",
    { count in
      (1...count).map { "\($0). To urge the [Ven: member ~~other~~] states; APPROVED\n\n" }.joined()
    }
  ),
  ("one line", { String(repeating: "To urge [Ven: the ~~a~~] states 1/ ", count: $0) }),
  ("open brackets", { String(repeating: "[Ven: x ", count: $0) }),
  ("open brackets, a paragraph each", { String(repeating: "1. [Ven: x\n\n", count: $0) }),
  ("statuses", { String(repeating: "APPROVED ", count: $0) }),
  ("orders", { String(repeating: "PLACE WITH PARAGRAPH 2 ", count: $0) }),
  ("lines of statuses", { String(repeating: "APPROVED\n", count: $0) }),
  ("backslashes", { String(repeating: "\\", count: $0 * 8) }),
  ("stars", { String(repeating: "*a **b ", count: $0) }),
  ("notes", { count in (1...count).map { "\($0)/ note\n" }.joined() }),
  ("lone marks", { String(repeating: "x\n/\n", count: $0) }),
  (
    "announcements",
    { String(repeating: "PROPOSAL OF MEXICO FOR A NEW PARAGRAPH:\n\nTo go.\n\n", count: $0 / 8) }
  ),
  ("empty lines", { String(repeating: "\n", count: $0 * 8) }),
  ("short lines", { String(repeating: "a\n", count: $0) }),
]

@Test(arguments: hard.map(\.name), DraftFormat.allCases)
func costGrowsWithTheLength(name: String, format: DraftFormat) throws {
  let make = try #require(hard.first { $0.name == name }).text
  let clock = ContinuousClock()
  func cost(_ count: Int) -> Duration {
    let text = make(count)
    return clock.measure {
      let draft = DraftReader(registry: .standard, format: format).read(text).draft
      _ = DraftWriter(format: format, notation: .oas, registry: .standard).write(draft)
    }
  }
  let (small, large) = (cost(250), cost(2_000))
  // Eight times the length; a square would be sixty-four times the cost.
  #expect(large < small * 30 + .milliseconds(40), "\(name): \(small) → \(large)")
}
