internal import Drafting
internal import Git

extension Negotiation {
  /// Whose words an adoption takes: the delegations named, those whose proposals they amended, and those whose proposals
  /// they support in the same words.
  func credits(
    _ changes: [StandingChanges], on identifier: ParagraphIdentifier
  ) throws -> [CommitMessage.Trailer] {
    var trailers: [CommitMessage.Trailer] = []
    for change in changes {
      for commit in try takenCommits(change, on: identifier) {
        trailers.append(.init(.adopted, "\(change.delegation.code) \(commit.short)"))
      }
      for (code, commit) in try amendedCommits(change, on: identifier)
      where !changes.contains(where: { $0.delegation.code == code }) {
        trailers.append(.init(.adopted, "\(code) \(commit.short)"))
      }
    }
    for change in changes {
      for theirs in try supported(by: change, on: identifier) {
        let code = theirs.delegation.code
        if trailers.contains(where: { $0.value.hasPrefix("\(code) ") }) { continue }
        trailers += try takenCommits(theirs, on: identifier).map { .init(.adopted, "\(code) \($0.short)") }
      }
    }
    return trailers
  }

  /// The proposals that a delegation supports and that ask for the very same still, each with the one that it supports in
  /// turn.
  private func supported(by changes: StandingChanges, on identifier: ParagraphIdentifier) throws -> [StandingChanges] {
    var chain = [changes]
    while let last = chain.last, let commit = try proposalCommit(last, on: identifier) {
      let message = CommitMessage(text: try repository.commit(commit).message)
      guard message.action == .support, let code = message.first(.on).flatMap({ try? DelegationCode($0) }),
        !chain.contains(where: { $0.delegation.code == code }),
        let theirs = try standing(code, on: identifier).map({ try followingAmended($0, only: identifier) }),
        try changes.asksForTheSame(as: theirs, of: identifier)
      else { break }
      chain.append(theirs)
    }
    return Array(chain.dropFirst())
  }
}

extension StandingChanges {
  /// Whether two delegations want the same words for a paragraph, and the same place.
  fileprivate func asksForTheSame(as other: StandingChanges, of identifier: ParagraphIdentifier) throws -> Bool {
    guard (files[identifier] == nil) == (other.files[identifier] == nil), moves(identifier) == other.moves(identifier),
      !moves(identifier) || order?.own.predecessor(of: identifier) == other.order?.own.predecessor(of: identifier)
    else { return false }
    return try paragraph(identifier)?.text == other.paragraph(identifier)?.text
  }
}
