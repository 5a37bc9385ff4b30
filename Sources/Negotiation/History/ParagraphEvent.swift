package import Drafting
package import Git
package import Merging

/// One thing that happened to a paragraph: a line of its history.
package struct ParagraphEvent: Sendable {
  package var commit: ObjectID

  /// What the commit was made from.
  package var parents: [ObjectID]

  /// How long the longest way from a first commit to it is; 0 in what a single commit is asked.
  package var generation: Int

  /// How many of the chair's commits there are on the way to it, which is what it has seen of main; 0 likewise.
  package var decisions: Int

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

  /// The first line of the commit's message.
  package var subject: String { message.subject }

  /// What the commit's message says.
  package var message: CommitMessage

  /// The identifier, and the place that the paragraph had after it (before it, where it went).
  package var identifier: ParagraphIdentifier
  package var place: DraftOrder.Place?

  /// The place before, where it is another.
  package var formerPlace: DraftOrder.Place?

  /// Where it stands now, where it was moved and its number does not say so.
  package var landing: Landing?

  /// The paragraph of a split or a join that this one came out of or went into, or the other way round.
  package var related: ParagraphIdentifier?

  /// The place of that one: after a split, before a join.
  package var relatedPlace: DraftOrder.Place?

  /// Whether the paragraph came, went, or stands both before and after, as ``before`` and ``after`` say.
  package var presence: Presence

  /// The paragraph's file before and after; `nil` where there is none.
  package var oldFile: ObjectID?
  package var newFile: ObjectID?

  /// The paragraph before and after; `nil` where there is none. Where words are compared, an amendment of another's proposal
  /// has the words that it amends before it, with what its delegation had asked for besides, and behind its withdrawal; and
  /// what comes into conflict with the chair's text, or stands again, or is asked for anew in conflict, has that before it.
  package var before: Paragraph?
  package var after: Paragraph?

  /// The words before and after, as one bracketed text, with the footnotes, orders and remarks that changed behind it; without
  /// a bracket where no word changed. Where a branch followed the chair's text, that text, or the words that the delegation
  /// amends, and what it has beside them.
  package var words: BracketedText

  package var statusBefore: Status?
  package var statusAfter: Status?

  /// What became of the delegation's proposal on the paragraph, where its branch followed the chair's text and says that.
  package var outcome: FollowedChange.Outcome? { action == .follow ? message.outcome(of: identifier) : nil }

  /// The delegation whose proposal was amended or supported.
  package var on: String?
  package var reason: String?

  /// The decision that is undone.
  package var undoes: String? { message.first(.undoes) }

  /// The meeting in which the chair decided.
  package var meeting: String?

  /// The proposals that the chair took, as the commit names them: `VEN 3f2a9c1`.
  package var adopted: [String]

  /// The first revision that holds it, `2` for rev. 2; `nil` where none does yet.
  package var revision: String?

  package enum Presence: Sendable {
    case came
    case went
    case stayed
  }
}
