package import Drafting
package import Git
internal import Merging

extension Negotiation {
  /// Everything that happened to a paragraph on main and on every delegation's branch, oldest first.
  ///
  /// - Cost: looks at every commit once; three tree reads for each.
  package func events(of identifier: ParagraphIdentifier) throws -> [ParagraphEvent] {
    let branches = try repository.references(under: "refs/heads/").filter { $0.name != ReferenceNames.consolidated }
    var events: [ParagraphEvent] = []
    for commit in try repository.commits(from: branches.map(\.id), order: .oldestFirst) {
      if let event = try event(identifier, in: repository.commit(commit)) { events.append(event) }
    }
    // Within one second, what answers another's proposal comes after what does not.
    return events.enumerated()
      .sorted {
        ($0.element.time, $0.element.on == nil ? 0 : 1, $0.offset) < (
          $1.element.time, $1.element.on == nil ? 0 : 1, $1.offset
        )
      }
      .map(\.element)
  }

  /// What a commit did to each paragraph, in the order of the draft.
  package func events(of commit: ObjectID) throws -> [ParagraphEvent] {
    let commit = try repository.commit(commit)
    let parent = try commit.parents.first.map { try repository.commit($0).tree }
    var identifiers: Set<ParagraphIdentifier> = []
    for difference in try repository.differences(between: parent, and: commit.tree) {
      if let identifier = ParagraphIdentifier(path: difference.path) { identifiers.insert(identifier) }
    }
    for name in CommitMessage(text: commit.message).values(.identifier) {
      if let identifier = try? ParagraphIdentifier(name) { identifiers.insert(identifier) }
    }
    let places = try Snapshot(repository, commit: commit.id).order().places.enumerated()
    let positions = Dictionary(places.map { ($0.element.entry.identifier, $0.offset) }, uniquingKeysWith: { $1 })
    return
      try identifiers
      .sorted { (positions[$0] ?? .max, $0) < (positions[$1] ?? .max, $1) }
      .compactMap { try event($0, in: commit) }
  }

  /// What a commit did to one paragraph; `nil` where that is nothing.
  private func event(_ identifier: ParagraphIdentifier, in commit: Commit) throws -> ParagraphEvent? {
    let now = try Snapshot(repository, commit: commit.id)
    let before = try commit.parents.first.map { try Snapshot(repository, commit: $0) }
    let file = try now.file(of: identifier)
    let oldFile = try before?.file(of: identifier)
    let isReordered = try outlinesDiffer(before?.tree, now.tree)
    let message = CommitMessage(text: commit.message)
    // A rejection and a position change no words; the commit names the paragraph.
    let isNamed =
      message.action.map { [.reject, .reserve, .oppose, .withdraw].contains($0) } ?? false
      && message.values(.identifier).contains(identifier.description)
    guard file != oldFile || isReordered || isNamed else { return nil }
    for other in commit.parents.dropFirst() where try Snapshot(repository, commit: other).file(of: identifier) == file {
      return nil
    }
    let place = isReordered || file != oldFile || isNamed ? try now.order().place(of: identifier) : nil
    let formerPlace = isReordered ? try before?.order().place(of: identifier) : place
    var isMoved = false
    if isReordered, place != nil, formerPlace != nil {
      isMoved = try place != formerPlace || self.isMoved(identifier, from: before?.order(), to: now.order())
    }
    guard file != oldFile || isMoved || isNamed else { return nil }

    let paragraph = try now.paragraph(identifier)
    let old = try before?.paragraph(identifier)
    // What the chair decided is told once, on main; that a branch took it over is no event of its own.
    if message.action == .follow, !isMoved, paragraph?.text == old?.text { return nil }
    let delegation = registry.delegations.first { $0.signatureEmail == commit.author.email }
    let label = delegation?.label ?? "Chair"
    return ParagraphEvent(
      commit: commit.id, time: Int(commit.committer.seconds), offsetMinutes: commit.committer.offsetMinutes,
      delegation: delegation, author: commit.author.name, committer: commit.committer.name, action: message.action,
      identifier: identifier, place: place ?? formerPlace, formerPlace: isMoved ? formerPlace : nil,
      presence: old == nil ? .came : paragraph == nil ? .went : .stayed,
      words: delegation == nil && old == nil
        ? BracketedText(text: paragraph?.text ?? "")
        : consolidated(base: old?.text ?? "", versions: [Version(label: label, text: paragraph?.text ?? "")]),
      statusBefore: old?.status, statusAfter: paragraph?.status, on: message.first(.on), reason: message.first(.reason))
  }

  private func outlinesDiffer(_ first: ObjectID?, _ second: ObjectID) throws -> Bool {
    guard let first else { return true }
    return try repository.entry(at: "outline", in: first)?.id != repository.entry(at: "outline", in: second)?.id
  }

  private func isMoved(_ identifier: ParagraphIdentifier, from old: DraftOrder?, to new: DraftOrder) -> Bool {
    guard let old else { return false }
    return new.changes(since: old).moved.contains { $0.identifier == .paragraph(identifier) }
  }
}

extension Delegation {
  /// The e-mail address that stands for the delegation in a commit.
  var signatureEmail: String { "\(code.identifierPrefix)@delegations.invalid" }
}
