import Merging
import Testing

/// The laws of the merge, on generated texts; the seed of a failure makes its case again.
struct LawsTests {
  private func forEachCase(_ count: UInt64 = 1000, _ body: (UInt64, GeneratedCase) -> Void) {
    for seed in 0..<count { body(seed, GeneratedCase(seed: seed)) }
  }

  private func merge(_ some: GeneratedCase) -> BracketedText {
    consolidated(
      base: some.base, versions: some.versions.sorted { $0.key < $1.key }.map { Version(label: $0.key, text: $0.value) }
    )
  }

  @Test func everyReadingIsRecoveredByteForByte() {
    forEachCase { seed, some in
      let tree = merge(some)
      #expect(tree.reading(of: nil).utf8.elementsEqual(some.base.utf8), "seed \(seed): \(some) \(oas(tree))")
      for label in GeneratedCase.labels {
        let wanted = some.versions[label] ?? some.base
        let read = tree.reading(of: label)
        #expect(
          read.utf8.elementsEqual(wanted.utf8),
          "seed \(seed), \(label): \(some) \(oas(tree)) read \(read.debugDescription)")
      }
    }
  }

  @Test func theOrderOfTheVersionsChangesNothing() {
    forEachCase { seed, some in
      var generator = Generator(seed: seed)
      let versions = some.versions.map { Version(label: $0.key, text: $0.value) }
      let one = consolidated(base: some.base, versions: versions.shuffled(using: &generator))
      let other = consolidated(base: some.base, versions: versions.shuffled(using: &generator))
      #expect(one == other, "seed \(seed)")
    }
  }

  @Test func amendmentsAreRecoveredByteForByte() {
    forEachCase(1500) { seed, _ in
      let (base, versions) = GeneratedCase.amendments(seed: seed)
      let tree = consolidated(base: base, versions: versions)
      #expect(tree.reading(of: nil).utf8.elementsEqual(base.utf8), "seed \(seed): \(versions) \(oas(tree))")
      for version in versions {
        let read = tree.reading(of: version.label)
        #expect(
          read.utf8.elementsEqual(version.text.utf8),
          "seed \(seed), \(version.label): \(base.debugDescription) \(versions) \(oas(tree)) read \(read.debugDescription)"
        )
      }
    }
  }

  /// What a merger remembers of one paragraph must not show in the next.
  @Test func aMergerAnswersAsIfItWereNew() {
    var merger = Merger()
    forEachCase { seed, some in
      let versions = some.versions.map { Version(label: $0.key, text: $0.value) }
      let amended = GeneratedCase.amendments(seed: seed)
      #expect(
        merger.consolidated(base: some.base, versions: versions)
          == consolidated(base: some.base, versions: versions), "seed \(seed)")
      #expect(
        merger.consolidated(base: amended.base, versions: amended.versions)
          == consolidated(base: amended.base, versions: amended.versions), "seed \(seed), amended")
    }
  }
}
