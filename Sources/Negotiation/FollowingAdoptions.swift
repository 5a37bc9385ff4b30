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

  /// How an amendment reads on the words that it amends, once a decision has made these the chair's: as they were then, or
  /// as what its proposer had made of the same proposal by the time it was taken whole.
  ///
  /// - Returns: `nil` where the decision did not take them, or the proposer and the amender changed the same words.
  func amendment(
    _ text: String, of own: Paragraph, on words: String, taken new: String, by message: CommitMessage,
    _ identifier: ParagraphIdentifier
  ) throws -> String? {
    if words == new { return text }
    let repository = snapshot.repository
    guard message.action == .adopt, let amended = own.amended,
      message.takenWhole.contains(amended.code.description), let named = message.adopted(of: amended.code).first,
      let tip = try? repository.object(startingWith: named),
      let file = try Snapshot(repository, commit: tip).file(of: identifier),
      try amended.hasStood(until: tip, as: file, on: identifier, in: repository)
    else { return nil }
    let result = Merging.carried(text, from: words, to: new)
    return result.outcome == .inConflict ? nil : result.text
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
