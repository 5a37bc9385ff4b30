package import Drafting
package import Git

/// A circulated state of the draft: the annotated tag `rev/2`.
///
/// The tag marks the consolidated draft that was kept, whose parents are main and every delegation's tip: whoever has the
/// tag has the whole revision.
package struct Revision: Hashable, Sendable {
  /// The part of the tag's name behind `rev/`: `2`.
  package var name: String
  package var symbol: String?
  package var main: ObjectID
  package var tips: [DelegationCode: ObjectID]
  /// The kept draft.
  package var draft: ObjectID
  /// In seconds since 1970-01-01 00:00 UTC.
  package var time: Int
}

extension Negotiation {
  /// The revisions, the oldest first.
  package func revisions() throws -> [Revision] {
    let prefix = ReferenceNames.revision("")
    var references = try repository.references(under: prefix)
    // A lock that a dead process left may keep it from its name.
    if let waiting = try waitingRevision(), !references.contains(where: { $0.name == waiting.name }) {
      references.append(waiting)
    }
    return try references.compactMap { reference -> (Int, Revision)? in
      let tag = try repository.tag(reference.id)
      let message = CommitMessage(text: tag.message)
      guard let name = message.first(.main), let main = ObjectID(name) else { return nil }
      var tips: [DelegationCode: ObjectID] = [:]
      for tip in message.values(.tip) {
        let parts = tip.split(separator: " ").map(String.init)
        if parts.count == 2, let code = try? DelegationCode(parts[0]), let id = ObjectID(parts[1]) { tips[code] = id }
      }
      let number = String(reference.name.dropFirst(prefix.count))
      let revision = Revision(
        name: number, symbol: message.first(.symbol), main: main, tips: tips, draft: tag.target,
        time: Int(tag.tagger?.seconds ?? 0))
      return (Int(number) ?? .max, revision)
    }.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.map(\.1)
  }
}

extension Negotiation {
  /// The draft as it was imported, where its symbol says itself that it is a revision: `CP/CSH-1048/09 rev. 1` is `rev/1`,
  /// though no tag of this negotiation marks it. Where the first revision that was made is rev. 2, it is `rev/1` as well.
  ///
  /// - Cost: reads the imported proposals of each branch.
  func importedRevision() throws -> (name: String, symbol: String, main: ObjectID, tips: [DelegationCode: ObjectID])? {
    guard let first = try repository.commits(from: [main.commit], order: .oldestFirst, limit: 1).first,
      case let symbol = try Snapshot(repository, commit: first).settings().symbol ?? "",
      let number = try Self.number(in: symbol) ?? numberBeforeTheFirst()
    else { return nil }
    var tips: [DelegationCode: ObjectID] = [:]
    for (delegation, tip) in try delegationTips() {
      for id in try repository.commits(from: [tip], hiding: [first], order: .oldestFirst) {
        guard CommitMessage(text: try repository.commit(id).message).action == .importing else { break }
        tips[delegation.code] = id
      }
    }
    return (String(number), symbol, first, tips)
  }

  /// The number that comes before that of the first revision that was made; `nil` where that is the first of all.
  private func numberBeforeTheFirst() throws -> Int? {
    try revisions().compactMap { Int($0.name) }.min().flatMap { $0 > 1 ? $0 - 1 : nil }
  }

  /// The revision of a name, the part of the tag behind `rev/`.
  ///
  /// - Throws: `NegotiationError.notFound` with the revisions that there are.
  package func revision(named name: String) throws -> Revision {
    let known = try revisions()
    if let found = known.first(where: { $0.name == name }) { return found }
    throw noRevision(named: name, among: known)
  }

  func noRevision(named name: String, among known: [Revision]) -> NegotiationError {
    NegotiationError(
      .notFound, "there is no revision 'rev/\(name)'",
      hint: known.isEmpty
        ? "'amend revise' makes the first one." : "There are \(known.map { "rev/\($0.name)" }.joined(separator: ", "))."
    )
  }
}
