internal import Drafting
internal import Git

/// A decision about a status changes that status alone, a rejection no word, a revision the symbol.
struct DecisionCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard case .main(let place) = commit.line, place > 0 else { return [] }
    switch commit.message.action {
    case .approve?, .pend?, .agree?, .reopen?: return try statuses(commit, history.negotiation.registry)
    case .reject?: return rejection(commit, history)
    case .revise?: return try revision(commit, history)
    case .adopt?, .place?, .split?, .join?, .renumber?, .undo?: return []
    default: return []
    }
  }

  private func statuses(_ commit: VerifiedCommit, _ registry: DelegationRegistry) throws -> [Finding] {
    var findings: [Finding] = []
    if commit.isReordered { findings.append(commit.finding(.decision, "a decision about a status moves a paragraph")) }
    for (_, file) in commit.files.sorted(by: { $0.key < $1.key }) {
      guard var (old, new) = try commit.paragraphs(file) as? (Paragraph, Paragraph) else {
        findings.append(
          commit.finding(.decision, path: file.path, "a decision about a status adds or takes away the paragraph"))
        continue
      }
      if try !isDecided(new.status, commit, registry) {
        findings.append(commit.finding(.decision, path: file.path, "the status is not what the commit says"))
      }
      (old.status, new.status) = (.open, .open)
      if old != new {
        findings.append(commit.finding(.decision, path: file.path, "a decision about a status changes more than it"))
      }
    }
    return findings
  }

  private func isDecided(
    _ status: Status, _ commit: VerifiedCommit, _ registry: DelegationRegistry
  ) throws -> Bool {
    let said = status.reason?.split(whereSeparator: \.isNewline).joined(separator: " ")
    return switch (commit.message.action, status) {
    case (.approve?, .approved), (.reopen?, .open): true
    case (.pend?, .pending): said == commit.message.first(.reason)
    case (.agree?, .agreedAdReferendum): try isAgreed(said, commit, registry)
    default: false
    }
  }

  /// The delegations that have to confirm what is agreed stand in the file by their names; the reason where none has.
  private func isAgreed(_ said: String?, _ commit: VerifiedCommit, _ registry: DelegationRegistry) throws -> Bool {
    let codes = commit.message.values(.on)
    if codes.isEmpty { return said == commit.message.first(.reason) }
    let delegations = codes.compactMap { code in (try? DelegationCode(code)).flatMap { registry[$0] } }
    let language = try commit.snapshot().settings().language
    return delegations.count == codes.count
      && said == delegations.map { $0.name(in: language) }.joined(separator: ", ")
  }

  private func rejection(_ commit: VerifiedCommit, _ history: VerifiedHistory) -> [Finding] {
    if commit.stored.tree != commit.parent?.tree {
      return [commit.finding(.decision, "a rejection changes the chair's text")]
    }
    let parts = (commit.message.first(.rejected) ?? "").split(separator: " ").map(String.init)
    guard parts.count == 2, parts[0] == commit.message.first(.on) else {
      return [commit.finding(.trailers, "a rejection that does not say whose proposal it rejects")]
    }
    return []
  }

  private func revision(_ commit: VerifiedCommit, _ history: VerifiedHistory) throws -> [Finding] {
    if let other = commit.differences.first(where: { $0.path != DraftSettings.path }) {
      return [commit.finding(.decision, path: other.path, "a revision changes the text")]
    }
    guard let parent = commit.parent else { return [] }
    var before = try Snapshot(history.repository, commit: parent.id).settings()
    let after = try commit.snapshot().settings()
    let revised = after.symbol.map { before.revised($0) }
    before.symbol = after.symbol
    guard before == after || revised == after, after.symbol == commit.message.first(.symbol) else {
      return [commit.finding(.decision, path: DraftSettings.path, "the symbol is not what the commit says")]
    }
    return []
  }
}
