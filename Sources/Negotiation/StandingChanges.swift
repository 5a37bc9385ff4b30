package import Drafting
package import Git
internal import Merging

/// What one delegation wants changed in the chair's text, as its branch stands.
package struct StandingChanges {
  package let delegation: Delegation

  /// The tip of the delegation's branch.
  package let snapshot: Snapshot

  /// The state of main that the branch was last brought up to.
  package let base: Snapshot

  /// The paragraphs whose file differs from the base's: the file there and here (`nil` where it is not).
  package let files: [ParagraphIdentifier: (base: ObjectID?, own: ObjectID?)]

  /// The delegation's order of the draft and that of the base; `nil` where they are the same.
  package let order: (base: DraftOrder, own: DraftOrder)?
}

extension Negotiation {
  /// What a delegation wants changed; `nil` where it has no branch.
  ///
  /// - Cost: follows the number of folders that differ from main, not the length of the draft.
  package func standingChanges(of delegation: Delegation, tip: ObjectID? = nil) throws -> StandingChanges? {
    guard let tip = try tip ?? repository.reference(ReferenceNames.delegation(delegation.code)) else { return nil }
    let snapshot = try Snapshot(repository, commit: tip)
    guard let common = try repository.mergeBase(main.commit, tip) else {
      throw NegotiationError(
        .damaged, "the branch 'delegations/\(delegation.code)' has no commit in common with main",
        hint: "'amend verify' checks everything.")
    }
    let base = common == main.commit ? main : try Snapshot(repository, commit: common)
    var files: [ParagraphIdentifier: (base: ObjectID?, own: ObjectID?)] = [:]
    var hasOtherOrder = false
    for difference in try repository.differences(between: base.tree, and: snapshot.tree) {
      if let identifier = ParagraphIdentifier(path: difference.path) {
        files[identifier] = (difference.old, difference.new)
      } else if difference.path.hasPrefix("outline/") {
        hasOtherOrder = true
      }
    }
    return StandingChanges(
      delegation: delegation, snapshot: snapshot, base: base, files: files,
      order: hasOtherOrder ? (try base.order(), try snapshot.order()) : nil)
  }

  /// The standing changes of every delegation that has a branch, in the order of their codes.
  package func allStandingChanges() throws -> [StandingChanges] {
    try delegationTips().compactMap { try standingChanges(of: $0.delegation, tip: $0.tip) }
  }
}
