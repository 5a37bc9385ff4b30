package import Drafting

/// A paragraph with the origin of each of its words.
package struct ParagraphBlame: Sendable {
  package var place: DraftOrder.Place
  package var status: Status

  /// The text from left to right; with its brackets where the consolidated paragraph was asked for. Words of the chair's
  /// text that were struck stand where they stood.
  package var pieces: [BlamePiece]

  /// The footnotes, in the order in which the draft has them.
  package var notes: [BlameNote]
}

/// A footnote with the origin of each of its words; one that a delegation alone has stands in a bracket of its own.
package struct BlameNote: Hashable, Sendable {
  /// As it stands in the text; `nil` for what is left of notes that the chair's text has no more.
  package var mark: String?
  package var pieces: [BlamePiece]
}

/// What stands one after the other in a credited text.
package indirect enum BlamePiece: Hashable, Sendable {
  case words(CreditedWords)
  /// Words that stood here in the chair's text and were struck; no part of the text.
  case former(CreditedWords)
  case bracket(BlameBracket)
}

/// One place of disagreement.
package struct BlameBracket: Hashable, Sendable {
  package var alternatives: [Side]

  /// The words of the base at this place; `nil` for an insertion.
  package var struck: [BlamePiece]?

  package struct Side: Hashable, Sendable {
    /// Everyone who wants it.
    package var labels: [String]
    package var pieces: [BlamePiece]
  }
}

/// Words one after the other that have the same history.
package struct CreditedWords: Hashable, Sendable {
  /// The words with the white space round them, so that what stands in one text joined is that text.
  package var text: String
  package var credit: WordCredit
}

/// What is known of some words.
package struct WordCredit: Hashable, Sendable {
  /// Who wrote them, where they stand.
  package var broughtIn: Deed

  /// Who proposed just the same in the draft that was imported, where all comes at once.
  package var together: [Deed] = []

  /// Where the same words had stood in an earlier wording of the paragraph, from which they had gone: the first time.
  package var first: Deed?

  /// Who last moved them within the paragraph.
  package var moved: Deed?

  /// The chair's decision that put them into the text, where somebody else wrote them.
  package var adopted: Deed?

  /// Everyone who struck them, or would strike them, whoever did so first before the others; nobody for words that stand.
  package var struck: [Deed] = []

  /// Those of them by which the words are struck though they came in later: they are in conflict with the decision that
  /// brought the words (``arrival``), or were until another one decided for them (``struckBy``).
  package var inConflict: [Deed] = []

  /// Those of them by which the words are struck with a proposal that they amend and whose proposer strikes the words since.
  package var following: [Deed] = []

  /// The chair's decision that took them out of the text, where somebody else struck them.
  package var struckBy: Deed?

  /// The first revision that has them, its tag without `rev/`; `nil` where none has yet.
  package var revision: String?

  /// What brought them into the text where they stand.
  package var arrival: Deed { adopted ?? broughtIn }
}
