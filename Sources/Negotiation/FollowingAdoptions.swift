internal import Drafting
internal import Git
internal import Merging

extension StandingChanges {
  /// Whether a decision adopted what the delegation asks for on a paragraph, and not what it had asked for before.
  func adopts(_ identifier: ParagraphIdentifier, _ message: CommitMessage) throws -> Bool {
    let named = message.adopted(of: delegation.code)
    if named.isEmpty { return false }
    let walk = ProposalOrigins(repository: snapshot.repository, email: delegation.signatureEmail)
    let origins = try walk.origins(of: identifier, at: snapshot.commit, upTo: base.commit)
    return origins.isEmpty || origins.contains { origin in named.contains { origin.hex.hasPrefix($0) } }
  }

  /// Whether a decision took all that the delegation asks for on a paragraph, which is satisfied by that: the chair took an
  /// amendment as it read on what its proposer had made of the proposal by then, and the branch has it as it was written.
  func takesWhole(_ identifier: ParagraphIdentifier, _ message: CommitMessage) throws -> Bool {
    try message.action == .adopt && message.takenWhole.contains(delegation.code.description)
      && adopts(identifier, message)
  }
}

extension Carried.Conflict {
  /// Whether the new base says all that was wanted, among other words; what was to be deleted, it says no more.
  var isGranted: Bool {
    wanted.isEmpty ? !" \(now) ".contains(" \(was) ") : " \(now) ".contains(" \(wanted) ")
  }
}

extension CommitMessage {
  /// The commits of a delegation, as their hashes begin, whose words were adopted.
  fileprivate func adopted(of code: DelegationCode) -> [String] {
    values(.adopted).map { $0.split(separator: " ").map(String.init) }
      .filter { $0.count == 2 && $0[0] == code.description }.map { $0[1] }
  }
}
