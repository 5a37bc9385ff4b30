internal import Drafting
internal import Git

/// Goes back along a branch to where words were asked for.
struct ProposalOrigins {
  let repository: Repository
  let email: String

  /// A decision on main that cut a paragraph or joined two, or that undid one which did.
  private struct Restructuring {
    var commit: ObjectID
    var action: Action
    var pair: [ParagraphIdentifier]
    /// The decision that it undoes.
    var undone: ObjectID?

    /// The paragraphs that had the words of one before.
    func sources(of identifier: ParagraphIdentifier) -> [ParagraphIdentifier] {
      guard pair.contains(identifier) else { return [identifier] }
      let cuts = (action == .split) == (undone == nil)
      return cuts ? [pair[0]] : identifier == pair[0] ? pair : [identifier]
    }
  }

  func origins(
    of identifier: ParagraphIdentifier, at tip: ObjectID, upTo end: ObjectID? = nil
  ) throws -> [ObjectID] {
    if let end {
      let base = try followed(at: tip)
      let steps = try restructurings(after: base, upTo: end, of: identifier)
      if !steps.isEmpty { return try origins(of: identifier, before: steps, at: tip, base, after: nil) }
    }
    var next = tip
    while true {
      let commit = try repository.commit(next)
      guard commit.author.email == email, let parent = commit.parents.first else { return [] }
      if commit.parents.count > 1 {
        let base = try followed(at: parent)
        let steps = try restructurings(after: base, upTo: commit.parents[1], of: identifier)
        if !steps.isEmpty { return try origins(of: identifier, before: steps, at: parent, base, after: next) }
        if let before = try self.branch(before: commit, bringingBack: identifier, base) {
          return try origins(of: identifier, at: before)
        }
      } else {
        let message = CommitMessage(text: commit.message)
        if message.names(identifier) {
          if message.action == .withdraw { return [] }
          if message.asks(about: identifier), try file(identifier, next) != file(identifier, parent) { return [next] }
        }
      }
      next = parent
    }
  }

  /// - Parameters:
  ///   - steps: what was done to the paragraph, the newest first.
  ///   - branch: what the delegation had then, on main at `base`.
  ///   - merge: what it had once it followed; `nil` where it has not.
  private func origins(
    of identifier: ParagraphIdentifier, before steps: [Restructuring], at branch: ObjectID, _ base: ObjectID,
    after merge: ObjectID?
  ) throws -> [ObjectID] {
    var sources = [identifier]
    var passed: Set<ObjectID> = []
    for step in steps where !passed.contains(step.commit) {
      if let undone = step.undone {
        if steps.contains(where: { $0.commit == undone }) {
          passed.insert(undone)
          continue
        }
        // What is as it was before all that, words or a deletion, comes from there.
        if let merge, steps.count == 1, let before = try self.branch(before: undone, from: branch),
          try text(identifier, before) == text(identifier, merge)
        {
          return try origins(of: identifier, at: before)
        }
      }
      sources = sources.flatMap { step.sources(of: $0) }
    }
    if sources.count > 1 {
      let standing = try sources.filter { try file($0, branch) != file($0, base) }
      if !standing.isEmpty { sources = standing }
    }
    return try sources.flatMap { try origins(of: $0, at: branch) }
  }

  /// The branch right before the decision that ended what it asked for, where a merge brings that back and it had asked for
  /// nothing else since.
  private func branch(
    before merge: Commit, bringingBack identifier: ParagraphIdentifier, _ base: ObjectID
  ) throws -> ObjectID? {
    guard CommitMessage(text: merge.message).outcome(of: identifier) == .reinstated,
      let parent = merge.parents.first, try file(identifier, parent) == file(identifier, base),
      let undone = try undone(by: merge, on: identifier)
    else { return nil }
    return try branch(before: undone, from: parent)
  }

  /// The decision on a paragraph that the last undoing undoes which a branch follows with a merge.
  func undone(by merge: Commit, on identifier: ParagraphIdentifier) throws -> ObjectID? {
    guard let parent = merge.parents.first else { return nil }
    let base = try followed(at: parent)
    var next = merge.parents.last
    while let id = next, id != base {
      let commit = try repository.commit(id)
      let message = CommitMessage(text: commit.message)
      if message.names(identifier), let undone = message.first(.undoes).flatMap({ ObjectID($0) }) { return undone }
      next = commit.parents.first
    }
    return nil
  }

  /// The branch right before it followed a decision.
  private func branch(before decision: ObjectID, from tip: ObjectID) throws -> ObjectID? {
    try merge(of: decision, from: tip)?.parents.first
  }

  /// The commit by which a branch followed a decision.
  func merge(of decision: ObjectID, from tip: ObjectID) throws -> Commit? {
    var next = tip
    while true {
      let commit = try repository.commit(next)
      guard commit.author.email == email, let parent = commit.parents.first,
        try repository.isAncestor(decision, of: next)
      else { return nil }
      if commit.parents.count > 1, try !repository.isAncestor(decision, of: parent) { return commit }
      next = parent
    }
  }

  /// The commit of main that a branch has followed to.
  func followed(at tip: ObjectID) throws -> ObjectID { try repository.chairsCommit(followedAt: tip, by: email) }

  private func restructurings(
    after base: ObjectID, upTo end: ObjectID, of identifier: ParagraphIdentifier
  ) throws -> [Restructuring] {
    var found: [Restructuring] = []
    var family: Set<ParagraphIdentifier> = [identifier]
    var next: ObjectID? = end
    while let id = next, id != base {
      let commit = try repository.commit(id)
      next = commit.parents.first
      let message = CommitMessage(text: commit.message)
      guard var action = message.action else { continue }
      var undone: ObjectID?
      if action == .undo {
        guard let done = message.first(.undoes).flatMap({ ObjectID($0) }),
          let other = CommitMessage(text: try repository.commit(done).message).action
        else { continue }
        (action, undone) = (other, done)
      }
      let pair = try message.values(.identifier).map { try ParagraphIdentifier($0) }
      guard action == .split || action == .join, pair.count == 2, !family.isDisjoint(with: pair) else { continue }
      family.formUnion(pair)
      found.append(Restructuring(commit: id, action: action, pair: pair, undone: undone))
    }
    return found
  }

  func file(_ identifier: ParagraphIdentifier, _ commit: ObjectID) throws -> ObjectID? {
    try Snapshot(repository, commit: commit).file(of: identifier)
  }

  private func text(_ identifier: ParagraphIdentifier, _ commit: ObjectID) throws -> String? {
    try Snapshot(repository, commit: commit).paragraph(identifier)?.text
  }
}

extension Repository {
  /// The commit of main that a delegation's branch had followed to at one of its commits.
  ///
  /// - Parameter email: the delegation's, by which it signs.
  /// - Cost: goes back along the branch as far as it followed.
  func chairsCommit(followedAt tip: ObjectID, by email: String) throws -> ObjectID {
    var next = tip
    while true {
      let commit = try commit(next)
      if commit.parents.count > 1 { return commit.parents[1] }
      guard commit.author.email == email, let parent = commit.parents.first else { return next }
      next = parent
    }
  }
}
