internal import Git

/// Copies into which the branches of delegations did not come along at all: 'git clone --single-branch' makes such ones.
extension Negotiation {
  /// Refuses a negotiation in which no delegation has a branch, though the chair has decided on what one proposed.
  ///
  /// - Throws: `NegotiationError.incomplete`, with what to type.
  /// - Cost: none where a delegation has a branch; else it reads main, commit by commit.
  package func refuseBranchesLeftOut() throws {
    if try repository.hasReferences(under: ReferenceNames.delegations) { return }
    var next: ObjectID? = main.commit
    while let id = next {
      let commit = try repository.commit(id)
      let message = CommitMessage(text: commit.message)
      if let proposal = message.first(.adopted) ?? message.first(.rejected) {
        throw NegotiationError(
          .incomplete,
          "no delegation has a branch in \(repository.path), though commit \(id.short) decides on what "
            + "\(proposal.prefix { $0 != " " }) proposed",
          hint: "The branches are lost, or did not come along: copy the negotiation with 'git clone --mirror'.")
      }
      next = commit.parents.first
    }
  }

  /// What a person should know of a copy: that no delegation has a branch there, or has done more elsewhere.
  package func remarksOnCopy() throws -> [String] {
    if try !repository.hasReferences(under: ReferenceNames.delegations),
      let original = try repository.addressesOfRemotes().first
    {
      return [
        "No delegation has a branch in this copy of \(original). Where one has a branch there, it did not come along: copy it "
          + "with 'git clone --mirror'."
      ]
    }
    return try remarksOnActsElsewhere()
  }
}
