package import Drafting

/// The names of a negotiation's branches and tags.
package enum ReferenceNames {
  /// The chair's text.
  package static let main = "refs/heads/main"

  /// Where delegations' branches stand.
  package static let delegations = "refs/heads/delegations/"

  /// The drafts that were kept.
  package static let consolidated = "refs/heads/consolidated"

  package static func delegation(_ code: DelegationCode) -> String { delegations + code.description }

  package static func revision(_ name: String) -> String { "refs/tags/rev/" + name }

  /// Where the tag of the revision that is about to be made waits until main has moved.
  static let pendingRevision = "refs/amend/revision"

  /// Where the tag of a revision stands after the chair has undone it.
  static func undoneRevision(_ name: String, _ tag: String) -> String { "refs/tags/undone/rev/\(name)/\(tag)" }
}
