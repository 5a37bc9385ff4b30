import Merging
import Testing

/// Texts on which an engine that compares each word with each other would hold the whole check up for hours: they are
/// merged in seconds, and everybody reads exactly their own.
struct AdversarialTests {
  private func isLossless(_ base: String, _ versions: [String]) -> Bool {
    let given = versions.enumerated().map { Version(label: "V\($0.offset)", text: $0.element) }
    let tree = consolidated(base: base, versions: given)
    return tree.reading(of: nil) == base && given.allSatisfy { tree.reading(of: $0.label) == $0.text }
  }

  private func words(_ pattern: [String], _ count: Int) -> String {
    (0..<count).map { pattern[$0 % pattern.count] }.joined(separator: " ")
  }

  @Test func tenThousandEqualWords() {
    let versions = [words(["word"], 9_000), words(["word"], 10_100), words(["word", "word", "other"], 10_000)]
    #expect(isLossless(words(["word"], 10_000), versions))
  }

  @Test func alternatingPatterns() {
    let versions = [words(["b", "a"], 10_000), words(["a", "b", "b"], 9_000), words(["a", "a", "b"], 10_500)]
    #expect(isLossless(words(["a", "b"], 10_000), versions))
  }

  @Test func longParagraph() {
    var text = (0..<50_000).map { "w\($0 * 7919 % 30_000)" }
    let base = text.joined(separator: " ")
    for place in stride(from: 100, to: text.count, by: 2_500) { text[place] = "changed" }
    #expect(isLossless(base, [text.joined(separator: " "), words(["entirely", "different"], 50_000)]))
  }

  @Test func thousandsOfVersions() {
    let text = (0..<40).map { "w\($0)" }
    let versions = (0..<1_024).map { number in
      text.enumerated().map { $0.offset == number % 40 ? "new\(number / 40)" : $0.element }.joined(separator: " ")
    }
    #expect(isLossless(text.joined(separator: " "), versions))
  }
}
