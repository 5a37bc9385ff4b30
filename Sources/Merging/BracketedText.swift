/// A text with its disagreements: what the merge produces, what the notations write, and what their reader reads.
///
/// The text pieces hold their white space exactly as it stands in the written draft, so that a reading can be taken
/// from this value and from the written text by the same rules (``reading(of:)``).
///
/// `participation [Chile: and coordination] of` is
/// `[.text("participation "), .bracket(Chile: "and coordination", struck nil), .text(" of")]`.
package struct BracketedText: Hashable, Sendable {
  /// What stands one after the other. No text piece is empty, and no two text pieces are neighbours.
  package var pieces: [Piece]

  package enum Piece: Hashable, Sendable {
    case text(String)
    case bracket(Bracket)
  }

  package init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// A text that nobody disputes; nothing where it is empty.
  package init(text: String) {
    pieces = text.isEmpty ? [] : [.text(text)]
  }
}

/// One place of disagreement.
package struct Bracket: Hashable, Sendable {
  /// What each side would have here, ordered by first label (capitals and accents ignored), an empty one last. Never empty.
  package var alternatives: [Alternative]

  /// The words of the base at this place, with the brackets that amend them; `nil` where the base has nothing (an insertion).
  package var struck: BracketedText?

  package init(alternatives: [Alternative], struck: BracketedText?) {
    self.alternatives = alternatives
    self.struck = struck
  }
}

/// What the delegations of one label list would have in a bracket.
package struct Alternative: Hashable, Sendable {
  /// Who wants it, in alphabetical order, capitals and accents ignored; never empty.
  package var labels: [String]

  /// The words they want, with the brackets of those who would amend them; empty where they want nothing.
  package var content: BracketedText

  package init(labels: [String], content: BracketedText) {
    self.labels = labels
    self.content = content
  }
}

extension BracketedText {
  package var isEmpty: Bool { pieces.isEmpty }

  /// Every label that stands anywhere in the text, at any depth.
  package var labels: Set<String> {
    var found: Set<String> = []
    forEachBracket { bracket in
      for alternative in bracket.alternatives { found.formUnion(alternative.labels) }
    }
    return found
  }

  /// Whether something in the text is asked for by all of these labels together.
  package func isAsked(byAll labels: Set<String>) -> Bool {
    var isFound = false
    forEachBracket { bracket in
      if bracket.alternatives.contains(where: { labels.isSubset(of: $0.labels) }) { isFound = true }
    }
    return isFound
  }

  /// The number of brackets at any depth: the places of disagreement.
  package var bracketCount: Int {
    var count = 0
    forEachBracket { _ in count += 1 }
    return count
  }

  /// Calls `body` with each bracket, outer before inner, from left to right.
  package func forEachBracket(_ body: (Bracket) -> Void) {
    for case .bracket(let bracket) in pieces {
      body(bracket)
      for alternative in bracket.alternatives { alternative.content.forEachBracket(body) }
      bracket.struck?.forEachBracket(body)
    }
  }
}
