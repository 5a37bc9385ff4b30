internal import Drafting
internal import Git

/// What the acts go on from in which words were last asked for.
extension ProposalOrigins {
  /// Those acts, and those that each goes on from, since there was something on the paragraph; also where a decision that
  /// is undone had ended them meanwhile.
  func acts(of identifier: ParagraphIdentifier, at tip: ObjectID, upTo end: ObjectID? = nil) throws -> [ObjectID] {
    var found = try acts(goingBackFrom: origins(of: identifier, at: tip, upTo: end), on: identifier)
    var passed = Set(found)
    var next = tip
    while !passed.isEmpty {
      let commit = try repository.commit(next)
      guard commit.author.email == email, let parent = commit.parents.first else { break }
      passed.remove(next)
      if let before = try branch(before: commit, mendingWhatEnded: identifier) {
        found += try acts(of: identifier, at: before).filter { !found.contains($0) }
      }
      next = parent
    }
    return found
  }

  /// Acts in which words of a paragraph were last asked for, and those that each goes on from.
  func acts(goingBackFrom origins: [ObjectID], on identifier: ParagraphIdentifier) throws -> [ObjectID] {
    var found: [ObjectID] = []
    var open = origins.map { (act: $0, identifier: identifier) }
    while let (act, asked) = open.popLast() {
      if found.contains(act) { continue }
      found.append(act)
      let commit = try repository.commit(act)
      guard let parent = commit.parents.first else { continue }
      let base = try followed(at: parent)
      // Words that came from another paragraph were asked for there.
      let named = CommitMessage(text: commit.message).legibleIdentifiers
      for other in named.contains(asked) ? [asked] : named
      where try file(other, act) != file(other, parent) && file(other, parent) != file(other, base) {
        open += try self.origins(of: other, at: parent).map { ($0, other) }
      }
    }
    return found
  }

  /// The branch right before the decision that ended what it asked for, where a merge brings that back, whatever it had asked
  /// for since.
  private func branch(before merge: Commit, mendingWhatEnded identifier: ParagraphIdentifier) throws -> ObjectID? {
    guard merge.parents.count > 1, let undone = try undone(by: merge, on: identifier),
      let end = try self.merge(of: undone, from: merge.parents[0]),
      CommitMessage(text: end.message).identifiersEnded.contains(identifier)
    else { return nil }
    return end.parents.first
  }
}
