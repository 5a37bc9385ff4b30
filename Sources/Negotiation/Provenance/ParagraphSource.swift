package import Drafting

/// Where one paragraph comes from and what was done with it: a row of the table of sources.
package struct ParagraphSource: Sendable {
  package var identifier: ParagraphIdentifier

  /// Where it stands now; where it would stand, for one that is only proposed; `nil` where it is gone.
  package var place: DraftOrder.Place?
  package var isOnlyProposed: Bool

  /// Where it stood in the revision before, or as imported; `nil` where it did not.
  package var before: DraftOrder.Place?

  /// How it was printed when something was last done about it; `nil` where nothing was.
  package var lastAddress: String?

  /// The delegations that proposed, amended or supported words of it, in the order of their codes.
  package var contributors: [Contributor]

  /// How it came: `Imported draft`, `Split from operative/3, 2026-05-05`, and where it was moved from.
  package var origin: [String]

  /// What was done about it, in the order in which it happened.
  package var acts: [RecordedAct]

  /// The revisions in which something was done about it.
  package var revisions: [String]

  package struct Contributor: Hashable, Sendable {
    package var delegation: Delegation
    package var part: Part

    package enum Part: Int, Comparable, Sendable {
      case supported, amended, proposed, adopted

      package static func < (first: Part, second: Part) -> Bool { first.rawValue < second.rawValue }
    }
  }
}

/// The table of sources: every paragraph with where it comes from.
package struct SourcesTable: Sendable {
  /// In the order of the draft; paragraphs that are gone last.
  package var rows: [ParagraphSource]

  /// The revision whose numbers are those before, its tag without `rev/`; `nil` for the draft as it was imported.
  package var reference: String?

  /// Who is who.
  package var registry: DelegationRegistry
}
