internal import Git

/// Copies into which the branches of delegations did not come along at all: 'git clone --single-branch' makes such ones.
extension Negotiation {
  /// What a person should know of a copy: that no delegation has a branch there, or has done more elsewhere.
  ///
  /// - Throws: `NegotiationError.incomplete`, with what to type, where no delegation has a branch, though the chair has
  ///   decided on what one proposed.
  /// - Cost: little where a delegation has a branch; else it reads main, commit by commit.
  package func remarksOnCopy() throws -> [String] {
    if try repository.hasReferences(under: ReferenceNames.delegations) { return try remarksOnActsElsewhere() }
    try refuseDecisionsOnNothing()
    return try repository.addressesOfRemotes().prefix(1).map { original in
      "No delegation has a branch in this copy of \(original). Where one has a branch there, it did not come along: copy it "
        + "with 'git clone --mirror'."
    }
  }

  /// Refuses a negotiation without branches of delegations where the chair has decided on what one proposed.
  private func refuseDecisionsOnNothing() throws {
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
}
