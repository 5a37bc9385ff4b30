package import Drafting
package import Git

/// What somebody did, as a record names it: who, when, by which commit.
package struct Deed: Hashable, Sendable {
  package var commit: ObjectID

  /// In seconds since 1970-01-01 00:00 UTC, and the offset of the clock in minutes.
  package var time: Int
  package var offsetMinutes: Int

  /// The delegation that acted; `nil` for the chair, and for whoever wrote with another program.
  package var delegation: Delegation?

  /// Who acted, as the commit names its author.
  package var author: String
  package var action: Action?
  package var reason: String?
  package var meeting: String?
}

extension Deed {
  package init(_ event: ParagraphEvent, meeting: String? = nil) {
    self.init(
      commit: event.commit, time: event.time, offsetMinutes: event.offsetMinutes, delegation: event.delegation,
      author: event.author, action: event.action, reason: event.reason, meeting: meeting)
  }

  /// Who acted, in one name: a delegation's in `language`, `the chair`, or an author's.
  package func actor(in language: Language) -> String {
    delegation?.name(in: language) ?? (author == "Chair" ? "the chair" : author)
  }
}
