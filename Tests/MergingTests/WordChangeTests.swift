import Merging
import Testing

struct WordChangeTests {
  @Test func oneHunkIsOneRunOfDeletedAndOneOfInsertedWords() {
    #expect(
      wordChanges(from: "and of others profiting from", to: "and of individuals profiting openly from") == [
        WordChange(kind: .kept, text: "and of "), WordChange(kind: .deleted, text: "others"),
        WordChange(kind: .inserted, text: "individuals"), WordChange(kind: .kept, text: " profiting "),
        WordChange(kind: .inserted, text: "openly "), WordChange(kind: .kept, text: "from"),
      ])
  }

  @Test func equalTextsAreOneKeptRun() {
    #expect(wordChanges(from: "a b", to: "a b") == [WordChange(kind: .kept, text: "a b")])
    #expect(wordChanges(from: "", to: "") == [])
  }

  @Test func theRunsJoinedAreBothTexts() {
    for seed in 0..<800 as Range<UInt64> {
      let some = GeneratedCase(seed: seed)
      for version in some.versions.values {
        let changes = wordChanges(from: some.base, to: version)
        let old = changes.filter { $0.kind != .inserted }.map(\.text).joined()
        let new = changes.filter { $0.kind != .deleted }.map(\.text).joined()
        #expect(old.utf8.elementsEqual(some.base.utf8) && new.utf8.elementsEqual(version.utf8), "seed \(seed)")
      }
    }
  }
}
