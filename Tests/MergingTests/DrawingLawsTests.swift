import Merging
import Testing

/// The laws on rivals that share long beginnings and ends.
struct DrawingLawsTests {
  /// A base, and versions that put sentences like each other into it.
  private func versions(_ generator: inout Generator) -> (base: String, versions: [Version]) {
    let words = ["the", "States", "shall", "protect", "(all)", "victims,", "and", "“their”", "families", ";", "of  it"]
    let some = { (count: Int, generator: inout Generator) in
      (0..<count).map { _ in generator.pick(words) }.joined(separator: " ")
    }
    let base = generator.below(4) == 0 ? "" : "alpha beta, gamma delta."
    let (head, tail) = (some(3 + generator.below(6), &generator), some(generator.below(6), &generator))
    let versions = ["Arg", "Bra", "Chile", "Méx"].prefix(2 + generator.below(3)).map { label in
      let middle = some(generator.below(4), &generator)
      let inserted = [generator.below(6) == 0 ? "" : head, middle, tail].filter { !$0.isEmpty }.joined(separator: " ")
      let text =
        base.isEmpty
        ? inserted : generator.below(2) == 0 ? "alpha beta, \(inserted) gamma delta." : "alpha beta, \(inserted) delta."
      return Version(label: label, text: text)
    }
    return (base, versions)
  }

  private func forEachCase(_ body: (UInt64, String, [Version], BracketedText) -> Void) {
    for seed in 0..<1000 as Range<UInt64> {
      var generator = Generator(seed: seed)
      let (base, versions) = versions(&generator)
      body(seed, base, versions, consolidated(base: base, versions: versions))
    }
  }

  @Test func everyReadingIsRecovered() {
    var drawn = 0
    forEachCase { seed, base, versions, tree in
      #expect(tree.reading(of: nil).utf8.elementsEqual(base.utf8), "seed \(seed): \(oas(tree))")
      for version in versions {
        let read = tree.reading(of: version.label)
        #expect(read.utf8.elementsEqual(version.text.utf8), "seed \(seed), \(version): \(oas(tree)) read \(read)")
      }
      tree.forEachBracket { bracket in
        for side in bracket.alternatives where side.content.bracketCount > 0 { drawn += 1 }
      }
    }
    #expect(drawn > 100)
  }

  @Test func nobodyIsNamedInsideWhoIsNotNamedOutside() {
    forEachCase { seed, _, _, tree in
      tree.forEachBracket { bracket in
        for side in bracket.alternatives {
          #expect(side.content.labels.isSubset(of: side.labels), "seed \(seed): \(oas(tree))")
        }
      }
    }
  }

  @Test func mergingTheReadingsAgainGivesTheSameTreeInAnyOrder() {
    forEachCase { seed, _, versions, tree in
      var generator = Generator(seed: seed)
      let readings = versions.map { Version(label: $0.label, text: tree.reading(of: $0.label)) }
      #expect(
        consolidated(base: tree.reading(of: nil), versions: readings.shuffled(using: &generator)) == tree,
        "seed \(seed): \(oas(tree))")
    }
  }

  @Test func aCosponsorChangesNoShape() {
    forEachCase { seed, base, versions, tree in
      for version in versions {
        for cosponsor in ["Aaa", "Zzz"] {
          let joined = consolidated(base: base, versions: versions + [Version(label: cosponsor, text: version.text)])
          #expect(
            joined.removing(cosponsor).sidesUnordered == tree.sidesUnordered,
            "seed \(seed): \(oas(tree)) became \(oas(joined))")
        }
      }
    }
  }

  @Test func fiveWordsAtLeastAreSaved() {
    let count = { (text: String) in text.split { $0 == " " }.count { $0.contains(where: \.isLetter) } }
    forEachCase { seed, _, _, tree in
      for case .bracket(let bracket) in tree.pieces {
        for side in bracket.alternatives where side.content.bracketCount > 0 {
          let written = side.content.pieces.reduce(0) { sum, piece in
            switch piece {
            case .text(let text): sum + count(text)
            case .bracket(let inner): sum + inner.alternatives.reduce(0) { $0 + count($1.content.reading(of: nil)) }
            }
          }
          let apart = Set(side.labels.map(side.content.reading)).reduce(0) { $0 + count($1) }
          #expect(written + 5 <= apart, "seed \(seed): \(oas(tree))")
        }
      }
    }
  }
}
