package import Drafting
internal import Git

extension Negotiation {
  /// The commit in which its delegation last wrote each standing proposal: by paragraph, then by the delegation's code.
  ///
  /// - Cost: compares each commit on the delegations' branches with the one before it, until every proposal is found.
  package func proposalCommits(
    _ changes: [StandingChanges], of only: Set<ParagraphIdentifier>? = nil
  ) throws -> [ParagraphIdentifier: [String: String]] {
    var found: [ParagraphIdentifier: [String: String]] = [:]
    for change in changes {
      let code = change.delegation.code.description
      var wanted = Set(change.files.keys.filter { only?.contains($0) ?? true })
      for id in try repository.commits(from: [change.snapshot.commit], hiding: [main.commit], order: .newestFirst) {
        if wanted.isEmpty { break }
        let commit = try repository.commit(id)
        // A merge carries words over; whoever wrote them did so before.
        if commit.parents.count > 1 { continue }
        let parent = try commit.parents.first.map { try repository.commit($0).tree }
        for difference in try repository.differences(between: parent, and: commit.tree) {
          guard let identifier = ParagraphIdentifier(path: difference.path), wanted.remove(identifier) != nil else {
            continue
          }
          found[identifier, default: [:]][code] = id.description
        }
      }
    }
    return found
  }
}

extension Negotiation {
  /// The commit in which its delegation last asked for what it wants of a paragraph: words, or another place. Where those
  /// words come from a paragraph that this one was split from or joined with, it is the proposal on that one.
  ///
  /// - Returns: `nil` where no commit of the delegation's own on its branch says so.
  /// - Cost: goes back along the branch as far as that commit.
  func proposalCommit(_ change: StandingChanges, on identifier: ParagraphIdentifier) throws -> ObjectID? {
    if change.files[identifier] == nil { return try moveCommit(change, of: identifier) }
    if let newest = try proposalOrigins(of: identifier, in: change).first { return newest }
    return try proposalCommits([change], of: [identifier])[identifier]?.values.first.flatMap { ObjectID($0) }
  }

  /// The proposals whose words are taken: several where the paragraph was joined out of others, each with one.
  func takenCommits(_ change: StandingChanges, on identifier: ParagraphIdentifier) throws -> [ObjectID] {
    let origins = try proposalOrigins(of: identifier, in: change)
    if !origins.isEmpty { return origins }
    return [try proposalCommit(change, on: identifier) ?? change.snapshot.commit]
  }

  /// The delegation's last commit that asks for a paragraph and changes the order.
  func moveCommit(_ change: StandingChanges, of identifier: ParagraphIdentifier) throws -> ObjectID? {
    try moveCommits(change, of: identifier, limit: 1).first
  }

  /// The delegation's commits that ask for a paragraph and change the order, the newest first, since it withdrew what it
  /// asked for before, or that was decided on.
  func moveCommits(
    _ change: StandingChanges, of identifier: ParagraphIdentifier, limit: Int = .max
  ) throws -> [ObjectID] {
    var found: [ObjectID] = []
    for id in try repository.commits(from: [change.snapshot.commit], hiding: [main.commit], order: .newestFirst) {
      let commit = try repository.commit(id)
      let message = CommitMessage(text: commit.message)
      if !found.isEmpty, message.identifiersEnded.contains(identifier) { break }
      guard commit.parents.count == 1, message.asks(about: identifier) else { continue }
      let before = try repository.commit(commit.parents[0]).tree
      if try repository.entry(at: "outline", in: before)?.id != repository.entry(at: "outline", in: commit.tree)?.id {
        found.append(id)
        if found.count == limit { break }
      }
    }
    return found
  }
}

extension CommitMessage {
  /// Whether it says that it is about a paragraph.
  package func names(_ identifier: ParagraphIdentifier) -> Bool { values(.identifier).contains(identifier.description) }

  /// Whether a delegation asks for something on a paragraph with it.
  func asks(about identifier: ParagraphIdentifier) -> Bool {
    (action == .propose || action == .support || action == .importing) && names(identifier)
  }

  /// The paragraphs on which nothing is left of what a delegation asked for before: it took that back, or followed the
  /// decision on it.
  var identifiersEnded: [ParagraphIdentifier] {
    if action == .withdraw { return legibleIdentifiers }
    return outcomes.filter { [.satisfied, .rejected, .void].contains($0.outcome) }.map(\.identifier)
  }
}
