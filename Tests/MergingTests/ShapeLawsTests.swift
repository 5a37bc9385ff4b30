import Merging
import Testing

/// The laws about who stands where in the tree, on generated texts.
struct ShapeLawsTests {
  private func versions(_ texts: [String: String]) -> [Version] {
    texts.map { Version(label: $0.key, text: $0.value) }
  }

  private func forEachCase(_ body: (UInt64, GeneratedCase, BracketedText) -> Void) {
    for seed in 0..<500 as Range<UInt64> {
      let some = GeneratedCase(seed: seed)
      body(seed, some, consolidated(base: some.base, versions: versions(some.versions)))
    }
  }

  @Test func mergingTheReadingsAgainGivesTheSameTree() {
    forEachCase { seed, some, tree in
      let readings = some.versions.keys.map { Version(label: $0, text: tree.reading(of: $0)) }
      #expect(consolidated(base: tree.reading(of: nil), versions: readings) == tree, "seed \(seed)")
    }
  }

  @Test func identicalVersionsShareLabelsEverywhere() {
    forEachCase { seed, some, tree in
      for (label, text) in some.versions {
        for (other, same) in some.versions where same.utf8.elementsEqual(text.utf8) {
          tree.forEachBracket { bracket in
            for side in bracket.alternatives {
              #expect(side.labels.contains(label) == side.labels.contains(other), "seed \(seed): \(oas(tree))")
            }
          }
        }
        if text.utf8.elementsEqual(some.base.utf8) { #expect(!tree.names(label), "seed \(seed)") }
      }
    }
  }

  @Test func aCosponsorChangesNoShape() {
    forEachCase { seed, some, tree in
      for (label, text) in some.versions {
        for cosponsor in ["Zzz", "Aaa"] {
          var texts = some.versions
          texts[cosponsor] = text
          let joined = consolidated(base: some.base, versions: versions(texts))
          #expect(
            joined.removing(cosponsor).sidesUnordered == tree.sidesUnordered,
            "seed \(seed), \(label): \(oas(tree)) became \(oas(joined))")
        }
      }
    }
  }

  @Test func onePlaceHasOneBracket() {
    forEachCase { seed, _, tree in
      func check(_ text: BracketedText) {
        for (left, right) in zip(text.pieces, text.pieces.dropFirst()) {
          guard case .bracket = left, case .bracket = right else { continue }
          Issue.record("seed \(seed): two brackets stand against each other in \(oas(tree))")
        }
        text.forEachBracket { $0.struck.map(check) }
      }
      check(tree)
    }
  }

  @Test func insertionsAtOnePlaceShareABracket() {
    func check(_ text: BracketedText, _ seed: UInt64, _ whole: BracketedText) {
      for (index, piece) in text.pieces.enumerated().dropFirst(2) {
        guard case .bracket(let right) = piece, case .text(let between) = text.pieces[index - 1],
          case .bracket(let left) = text.pieces[index - 2]
        else { continue }
        let isOnePlace = left.struck == nil && right.struck == nil && Spacing.trimmed(between).isEmpty
        #expect(!isOnePlace, "seed \(seed): \(oas(whole))")
      }
      text.forEachBracket { $0.struck.map { check($0, seed, whole) } }
    }
    forEachCase { seed, _, tree in check(tree, seed, tree) }
    let crowded = consolidated(
      base: "alpha alpha:",
      versions: versions(["Arg": "", "Bra": "the", "Chile": ":alpha", "Mex": "alpha alpha", "Per": "the alpha alpha:"]))
    check(crowded, 0, crowded)
  }

  @Test func sidesAndLabelsStandInOrderAndContentIsTrimmed() {
    forEachCase { seed, _, tree in
      tree.forEachBracket { bracket in
        let isEmpty = bracket.alternatives.map(\.content.isEmpty)
        #expect(isEmpty.dropLast().allSatisfy { !$0 }, "seed \(seed): only the last side may be empty in \(oas(tree))")
        for side in bracket.alternatives {
          let text = side.content.reading(of: nil)
          #expect(Spacing.trimmed(text).utf8.elementsEqual(text.utf8), "seed \(seed)")
          #expect(side.labels == side.labels.sorted { fold($0) < fold($1) }, "seed \(seed)")
          #expect(!side.labels.isEmpty, "seed \(seed)")
        }
        let firsts = bracket.alternatives.filter { !$0.content.isEmpty }.map { fold($0.labels[0]) }
        #expect(firsts == firsts.sorted(), "seed \(seed): \(oas(tree))")
      }
    }
  }

  /// Only as much as the labels of the generator need.
  private func fold(_ label: String) -> String { label.lowercased().replacing("é", with: "e") }

  @Test func undisputedWordsStandOutside() {
    for seed in 0..<500 as Range<UInt64> {
      var generator = Generator(seed: seed)
      let words = (0..<20).map { "word\($0)" }
      var versions: [Version] = []
      var disputed: Set<Int> = []
      for label in ["Arg", "Bra", "Per"] {
        var own = words
        for _ in 0..<2 {
          let place = generator.below(words.count)
          own[place] = "\(label)\(place)"
          disputed.insert(place)
        }
        versions.append(Version(label: label, text: own.joined(separator: " ")))
      }
      let tree = consolidated(base: words.joined(separator: " "), versions: versions)
      let outside = tree.pieces.flatMap { piece -> [Substring] in
        guard case .text(let text) = piece else { return [] }
        return text.split(separator: " ")
      }
      let wanted = words.indices.filter { !disputed.contains($0) }.map { words[$0] }
      #expect(outside.map(String.init) == wanted, "seed \(seed): \(oas(tree))")
    }
  }
}

extension BracketedText {
  /// Without a label wherever it stands.
  func removing(_ label: String) -> BracketedText {
    BracketedText(
      pieces.map { piece in
        guard case .bracket(let bracket) = piece else { return piece }
        return .bracket(
          Bracket(
            alternatives: bracket.alternatives.map {
              Alternative(labels: $0.labels.filter { $0 != label }, content: $0.content.removing(label))
            }, struck: bracket.struck?.removing(label)))
      })
  }

  /// With the sides of each bracket as a set: their order follows the labels and is no matter of shape.
  var sidesUnordered: String {
    pieces.map { piece in
      guard case .bracket(let bracket) = piece else { return oas(BracketedText([piece])) }
      let sides = bracket.alternatives.map { "\($0.labels): \($0.content.sidesUnordered)" }.sorted()
      return "[\(sides) ~~\(bracket.struck?.sidesUnordered ?? "")~~]"
    }.joined(separator: "¦")
  }
}
