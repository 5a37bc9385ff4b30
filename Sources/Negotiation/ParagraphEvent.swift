package import Drafting
package import Git
package import Merging

/// One thing that happened to a paragraph: a line of its history.
package struct ParagraphEvent: Sendable {
  package var commit: ObjectID

  /// When it happened, in seconds since 1970-01-01 00:00 UTC, and the offset of the clock in minutes.
  package var time: Int
  package var offsetMinutes: Int

  /// The delegation on whose branch it happened; `nil` for the chair.
  package var delegation: Delegation?

  /// Who acted, as the commit names its author.
  package var author: String

  /// Who ran the program.
  package var committer: String

  /// What the commit says it did; `nil` for a commit of another program.
  package var action: Action?

  /// The identifier, and the place that the paragraph had after it (before it, where it went).
  package var identifier: ParagraphIdentifier
  package var place: DraftOrder.Place?

  /// The place before, where it is another.
  package var formerPlace: DraftOrder.Place?

  /// Whether the paragraph came, went, or stands both before and after.
  package var presence: Presence

  /// The words before and after, as one bracketed text; without a bracket where no word changed.
  package var words: BracketedText

  package var statusBefore: Status?
  package var statusAfter: Status?

  /// The delegation whose proposal was amended or supported.
  package var on: String?
  package var reason: String?

  package enum Presence: Sendable {
    case came
    case went
    case stayed
  }
}
