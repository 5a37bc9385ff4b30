internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// What a delegation wants, each of its amendments as it reads on the proposal that it amends now.
  ///
  /// A branch has an amendment as it was written. Where its proposer has changed the proposal since, the amendment is
  /// carried over to that (``Amendments``), as in the consolidated draft.
  ///
  /// - Parameter others: what another delegation wants of a paragraph; `nil` where it has no branch.
  func followingAmended(
    _ changes: StandingChanges, others: (DelegationCode, ParagraphIdentifier) throws -> StandingChanges?
  ) throws -> StandingChanges {
    var result = changes
    for identifier in changes.files.keys { try follow(&result, on: identifier, others: others) }
    return result
  }

  /// The same beside what the others have now.
  ///
  /// - Parameter only: the paragraph in question: amendments on others are left as they were written; all for `nil`.
  func followingAmended(
    _ changes: StandingChanges, only: ParagraphIdentifier? = nil
  ) throws -> StandingChanges {
    guard let only else { return try followingAmended(changes, others: standing) }
    var result = changes
    try follow(&result, on: only, others: standing)
    return result
  }

  private func follow(
    _ changes: inout StandingChanges, on identifier: ParagraphIdentifier,
    others: (DelegationCode, ParagraphIdentifier) throws -> StandingChanges?
  ) throws {
    let chain = try amendedProposals(in: changes, on: identifier, others: others)
    guard chain.count > 1, var words = chain.last?.paragraph else { return }
    for link in chain.dropLast().reversed() {
      let old = try main.amendedWords(of: link.paragraph, identifier)
      words =
        old.map { $0.text == words.text } ?? true
        ? link.paragraph : link.paragraph.carried(from: old, to: words).paragraph
    }
    if words != chain[0].paragraph { changes.carried[identifier] = words }
  }

  /// An amendment on the proposal that it amends as that stands now; as it is where both cannot stand, or it amends nobody.
  func followingAmended(_ own: Paragraph, _ identifier: ParagraphIdentifier) throws -> Paragraph {
    guard let amended = own.amended, let theirs = try standing(amended.code, on: identifier),
      theirs.files[identifier] != nil, try hasStood(amended, until: theirs, on: identifier),
      let now = try theirs.paragraph(identifier),
      let then = try main.amendedWords(of: own, identifier), then.text != now.text
    else { return own }
    var (paragraph, outcome) = own.carried(from: then, to: now)
    if outcome == .inConflict { return own }
    paragraph.amended = Paragraph.AmendedProposal(
      code: amended.code, commit: theirs.snapshot.commit.description, rewritings: theirs.rewritings)
    return paragraph
  }

  /// Whose amendments go along with what a delegation has just proposed: their words read otherwise without an act of
  /// theirs.
  ///
  /// - Parameter changes: those of all delegations on the paragraph.
  func remarkOnAmenders(
    of delegation: Delegation, in changes: [StandingChanges], on identifier: ParagraphIdentifier
  ) throws -> String? {
    guard let own = changes.first(where: { $0.delegation.code == delegation.code }),
      try own.paragraph(identifier) != nil
    else { return nil }
    let amenders = try changes.filter { try amendedDelegation(by: $0, on: identifier, among: [own]) == delegation.code }
    guard let first = amenders.first else { return nil }
    let names = amenders.map { $0.delegation.names[0] }.joined(separator: ", ")
    return amenders.count == 1
      ? "The amendment of \(names) goes along with it ('amend reading --country \(first.delegation.code)')."
      : "The amendments of \(names) go along with it."
  }

  /// What a delegation wants of a paragraph now.
  func standing(_ code: DelegationCode, on identifier: ParagraphIdentifier) throws -> StandingChanges? {
    try registry[code].flatMap { try standingChanges(of: $0, only: [identifier]) }
  }

  /// Where the words come from that a delegation's amendment amends: the proposal as it was then, or, where it has changed
  /// since, the commits in which its proposer asked for what it says now; then the same of what that amends in turn.
  ///
  /// - Parameter edit: what is taken of that: a change of which nothing is taken counts as none.
  func amendedCommits(
    _ change: StandingChanges, on identifier: ParagraphIdentifier, in edit: ChairEdit
  ) throws -> [(code: DelegationCode, commit: ObjectID)] {
    let chain = try amendedProposals(in: change, on: identifier, others: standing)
    var commits: [(code: DelegationCode, commit: ObjectID)] = []
    for (place, link) in chain.enumerated() {
      guard let amended = link.paragraph.amended else { break }
      if place + 1 < chain.count,
        try main.amendedWords(of: link.paragraph, identifier)?.text != chain[place + 1].paragraph.text,
        try chain[place + 1].changes.shares(identifier, with: edit.paragraph(identifier), in: edit.order)
      {
        commits += try takenCommits(chain[place + 1].changes, on: identifier).map { (amended.code, $0) }
      } else {
        commits += try amendedOrigins(amended, on: identifier).map { (amended.code, $0) }
      }
    }
    // What stands no more amended something too.
    var next = try chain.last?.paragraph.amended.flatMap { try self.amended(by: $0, on: identifier) }
    while let amended = next, !commits.contains(where: { $0.code == amended.code }) {
      commits += try amendedOrigins(amended, on: identifier).map { (amended.code, $0) }
      next = try self.amended(by: amended, on: identifier)
    }
    return commits
  }

  /// What a proposal amended in turn that an amendment names.
  private func amended(
    by proposal: Paragraph.AmendedProposal, on identifier: ParagraphIdentifier
  ) throws -> Paragraph.AmendedProposal? {
    guard let commit = ObjectID(proposal.commit), repository.contains(commit) else { return nil }
    return try Snapshot(repository, commit: commit).paragraph(identifier)?.amended
  }

  /// A delegation's words for a paragraph, then those that they amend, those that these amend, and so on, as far as they
  /// stand; none where it has no words. Who stands on a circle of amendments amends nobody.
  func amendedProposals(
    in changes: StandingChanges, on identifier: ParagraphIdentifier,
    others: (DelegationCode, ParagraphIdentifier) throws -> StandingChanges?
  ) throws -> [(changes: StandingChanges, paragraph: Paragraph)] {
    var chain: [(changes: StandingChanges, paragraph: Paragraph)] = []
    var next: StandingChanges? = changes
    while let current = next, current.files[identifier] != nil, let paragraph = try current.paragraph(identifier) {
      chain.append((current, paragraph))
      guard let code = paragraph.amended?.code else { break }
      if let first = chain.firstIndex(where: { $0.changes.delegation.code == code }) {
        chain.removeSubrange((first + 1)...)
        break
      }
      next = try others(code, identifier)
      if let amended = paragraph.amended, let theirs = next, try !hasStood(amended, until: theirs, on: identifier) {
        break
      }
    }
    return chain
  }
}
