package import Drafting
package import Git

/// One commit as its trailers tell it: what the record of a negotiation consists of.
package struct RecordedAct: Sendable {
  package var deed: Deed
  package var message: CommitMessage

  /// The paragraphs it is about, and how they were printed then.
  package var identifiers: [ParagraphIdentifier]
  package var addresses: [String]

  /// Who ran the program, with the address.
  package var writer: String

  /// The commits it was made from.
  package var parents: [ObjectID]

  /// The first revision that has it, its tag without `rev/`; `nil` where none has yet.
  package var revision: String?

  /// The decision that undid it.
  package var undone: Deed?

  package var action: Action? { message.action }

  /// The delegations whose words the chair took, and the commits that it named.
  package var adopted: [(code: DelegationCode, commit: String)] { credits(.adopted) }

  /// The delegations whose proposals the chair rejected, and the tips of their branches then.
  package var rejected: [(code: DelegationCode, commit: String)] { credits(.rejected) }

  /// The delegation whose proposal was amended or supported.
  package var on: DelegationCode? { message.first(.on).flatMap { try? DelegationCode($0) } }

  /// How a paragraph was printed then; `nil` where the act does not say it.
  func address(of identifier: ParagraphIdentifier) -> String? {
    zip(identifiers, addresses).first { $0.0 == identifier }?.1
  }

  private func credits(_ key: CommitMessage.Key) -> [(code: DelegationCode, commit: String)] {
    message.values(key).compactMap { value in
      let parts = value.split(separator: " ").map(String.init)
      guard parts.count == 2, let code = try? DelegationCode(parts[0]) else { return nil }
      return (code, parts[1])
    }
  }
}

extension Negotiation {
  /// What happened on main and on every delegation's branch, the oldest first, revision by revision.
  ///
  /// - Parameter since: leaves out what that revision has.
  /// - Cost: reads each commit in question once, and no tree.
  package func record(since: Revision? = nil) throws -> [RecordedAct] {
    var stages = try revisions().map { (name: Optional($0.name), tips: $0.commits) }
    if let since, let index = stages.firstIndex(where: { $0.name == since.name }) {
      stages.removeFirst(index + 1)
    }
    return try record(of: stages + [(nil, [main.commit] + delegationTips().map(\.tip))], since: since)
  }

  /// What happened up to some states of all branches, each but for what those before it have.
  func record(of stages: [(name: String?, tips: [ObjectID])], since: Revision?) throws -> [RecordedAct] {
    let authors = Dictionary(
      registry.delegations.map { ($0.signatureEmail, $0) }, uniquingKeysWith: { first, _ in first })
    var acts: [RecordedAct] = []
    var hidden = since.map(\.commits) ?? []
    for stage in stages {
      for id in try repository.commits(from: stage.tips, hiding: hidden, order: .oldestFirst) {
        acts.append(Self.act(try repository.commit(id), authors, stage.name))
      }
      hidden += stage.tips
    }
    let places = Dictionary(
      acts.enumerated().map { ($0.element.deed.commit, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for act in acts {
      guard let name = act.message.first(.undoes), let id = ObjectID(name), let place = places[id] else { continue }
      acts[place].undone = act.deed
    }
    return acts
  }

  static func act(_ commit: Commit, _ authors: [String: Delegation], _ revision: String?) -> RecordedAct {
    let message = CommitMessage(text: commit.message)
    let deed = Deed(
      commit: commit.id, time: Int(commit.committer.seconds), offsetMinutes: commit.committer.offsetMinutes,
      delegation: authors[commit.author.email], author: commit.author.name, action: message.action,
      reason: message.first(.reason), meeting: message.first(.meeting))
    return RecordedAct(
      deed: deed, message: message,
      identifiers: message.values(.identifier).compactMap { try? ParagraphIdentifier($0) },
      addresses: message.values(.paragraph), writer: "\(commit.committer.name) <\(commit.committer.email)>",
      parents: commit.parents, revision: revision, undone: nil)
  }
}

extension Revision {
  /// The chair's text and every branch in it.
  var commits: [ObjectID] { [main] + tips.values.sorted() }
}
