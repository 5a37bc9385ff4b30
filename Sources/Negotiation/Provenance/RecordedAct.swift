package import Drafting
package import Git

/// One commit as its trailers tell it: what the record of a negotiation consists of.
package struct RecordedAct: Sendable {
  package var deed: Deed
  package var message: CommitMessage

  /// The paragraphs it is about, and how they were printed then.
  package var identifiers: [ParagraphIdentifier]
  package var addresses: [String]

  /// Who ran the program.
  package var committer: Signature
  package var writer: String { "\(committer.name) <\(committer.email)>" }

  /// The commits it was made from.
  package var parents: [ObjectID]

  /// How many of the chair's decisions it was made after; 0 where it was read from the repository alone.
  var decisionsSeen = 0

  /// The first revision that has it, its tag without `rev/`; `nil` where none has yet.
  package var revision: String?

  /// The decision that undid it.
  package var undone: Deed?

  /// Where the paragraph would stand, where that is what was proposed.
  package var landing: Landing?

  /// How the paragraph that it was about was printed then, where it is told of another one that has the words now.
  package var elsewhere: String?

  /// Whose proposals an import amends, by the paragraphs: its message does not say it.
  var amends: [ParagraphIdentifier: DelegationCode] = [:]

  package var action: Action? { message.action }

  /// Whether it proposes nothing but another place, as its message says.
  var isPlacement: Bool { action == .propose && message.subject.contains(" proposes another place for ") }

  /// The delegations whose words the chair took, and the commits that it named.
  package var adopted: [(code: DelegationCode, commit: String)] { credits(.adopted) }

  /// The delegations whose proposals the chair rejected, and the tips of their branches then.
  package var rejected: [(code: DelegationCode, commit: String)] { credits(.rejected) }

  /// The delegation whose proposal was amended or supported; of an import as far as it is about one paragraph.
  package var on: DelegationCode? {
    if action == .importing { return identifiers.count == 1 ? amends[identifiers[0]] : nil }
    return message.first(.on).flatMap { try? DelegationCode($0) }
  }

  /// How a paragraph was printed then; `nil` where the act does not say it.
  func address(of identifier: ParagraphIdentifier) -> String? {
    zip(identifiers, addresses).first { $0.0 == identifier }?.1
  }

  /// The act as far as it is about one of the paragraphs that it names.
  func about(_ identifier: ParagraphIdentifier) -> RecordedAct {
    if action == .follow {
      var act = self
      act.identifiers = [identifier]
      return act
    }
    guard action == .renumber || action == .importing, let index = identifiers.firstIndex(of: identifier),
      index < addresses.count
    else {
      return self
    }
    var act = self
    (act.identifiers, act.addresses) = ([identifier], [addresses[index]])
    return act
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
  /// - Cost: reads the index of the history, and no object of the repository once that is up to date.
  package func record() throws -> [RecordedAct] {
    let (commits, selection) = try withHistory { index in
      (try index.commits(), try EventSelection(EventFilter(), self, index))
    }
    let authors = delegationsByEmail
    var stages: [Int: [RecordedAct]] = [:]
    for (number, commit) in commits {
      let position = selection.position(of: number, commit)
      stages[position, default: []].append(RecordedAct(commit, authors, selection.name(at: position)))
    }
    return Self.markingUndone(stages.sorted { $0.key < $1.key }.flatMap(\.value))
  }

  /// What happened up to some states of all branches, each but for what those before it have.
  func record(of stages: [(name: String?, tips: [ObjectID])], since: Revision?) throws -> [RecordedAct] {
    let authors = delegationsByEmail
    var acts: [RecordedAct] = []
    var hidden = since.map(\.commits) ?? []
    for stage in stages {
      for id in try repository.commits(from: stage.tips, hiding: hidden, order: .oldestFirst) {
        acts.append(RecordedAct(try repository.commit(id), authors, stage.name))
      }
      hidden += stage.tips
    }
    return Self.markingUndone(acts)
  }

  private static func markingUndone(_ acts: [RecordedAct]) -> [RecordedAct] {
    var acts = acts
    let places = Dictionary(
      acts.enumerated().map { ($0.element.deed.commit, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for act in acts {
      guard let name = act.message.first(.undoes), let id = ObjectID(name), let place = places[id] else { continue }
      acts[place].undone = act.deed
    }
    // What a branch did to references it did with a decision of the chair's, and that may be undone.
    for index in acts.indices where acts[index].action == .follow && !acts[index].message.values(.rewritten).isEmpty {
      var next = acts[index].parents.last.flatMap { places[$0] }
      while let place = next, acts[place].message.first(.references) == nil {
        next = acts[place].parents.first.flatMap { places[$0] }
      }
      acts[index].undone = next.flatMap { acts[$0].undone }
    }
    return acts
  }

  var delegationsByEmail: [String: Delegation] {
    Dictionary(registry.delegations.map { ($0.signatureEmail, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Sequence<RecordedAct> {
  /// The commits that these acts undo.
  var undoneCommits: Set<String> { Set(compactMap { $0.message.first(.undoes) }) }

  /// The decision that took a delegation's words: the last one that names it and is not undone here. Where there is none,
  /// a proposal that the chair's text says is satisfied, and was not adopted.
  func adoption(of code: DelegationCode) -> RecordedAct? {
    let undone = undoneCommits
    return reversed().first { act in
      !undone.contains(act.deed.commit.hex) && act.adopted.contains { $0.code == code }
    }
  }
}

extension RecordedAct {
  init(_ commit: Commit, _ authors: [String: Delegation], _ revision: String?) {
    self.init(CommitRecord(commit, CommitMessage(text: commit.message)), authors, revision)
  }

  init(_ commit: CommitRecord, _ authors: [String: Delegation], _ revision: String?) {
    message = commit.message
    deed = Deed(
      commit: commit.id, time: commit.time, offsetMinutes: commit.offsetMinutes,
      delegation: authors[commit.authorEmail], author: commit.author, action: commit.action, reason: commit.reason,
      meeting: commit.meeting)
    identifiers = message.legibleIdentifiers
    addresses = message.values(.paragraph)
    committer = Signature(
      name: commit.committer, email: commit.committerEmail, seconds: Int64(commit.time),
      offsetMinutes: commit.offsetMinutes)
    parents = commit.parents
    decisionsSeen = commit.decisionsSeen
    self.revision = revision
  }
}

extension Revision {
  /// The chair's text and every branch in it.
  var commits: [ObjectID] { [main] + tips.values.sorted() }
}
