internal import Git

/// The decisions that brought a proposal into conflict with words of the chair's, the oldest first.
///
/// A decision that ends the proposal ends the conflict with it. Where that is undone, both are what they were before.
struct ProposalConflict {
  private var decisions: [String] = []

  mutating func begin(by decision: ObjectID) { decisions.append(decision.hex) }

  /// Forgets decisions that are undone.
  mutating func forget(_ undone: Set<String>) { decisions.removeAll(where: undone.contains) }

  /// What a proposal is that nothing ends any more.
  var state: ProposalStory.State { decisions.isEmpty ? .standing : .inConflict }
}
