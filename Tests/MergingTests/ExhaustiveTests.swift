import Merging
import Testing

/// Every small text over two words, and every pair of versions.
struct ExhaustiveTests {
  private func texts(upTo length: Int) -> [String] {
    var texts = [""]
    var longest = [""]
    for _ in 0..<length {
      longest = longest.flatMap { text in ["a", "b"].map { text.isEmpty ? $0 : text + " " + $0 } }
      texts += longest
    }
    return texts
  }

  @Test func everyTextOfUpToFiveWordsAndEveryVersionOfUpToSix() {
    for base in texts(upTo: 5) {
      for version in texts(upTo: 6) {
        let tree = consolidated(base: base, versions: [Version(label: "A", text: version)])
        #expect(tree.reading(of: nil) == base && tree.reading(of: "A") == version, "\(oas(tree))")
      }
    }
  }

  @Test func everyTextOfUpToFiveWordsAndEveryPairOfVersionsOfUpToFour() {
    for base in texts(upTo: 5) {
      for (index, first) in texts(upTo: 4).enumerated() {
        for second in texts(upTo: 4).dropFirst(index) {
          let tree = consolidated(
            base: base, versions: [Version(label: "A", text: first), Version(label: "B", text: second)])
          #expect(
            tree.reading(of: nil) == base && tree.reading(of: "A") == first && tree.reading(of: "B") == second,
            "\(oas(tree))")
        }
      }
    }
  }
}
