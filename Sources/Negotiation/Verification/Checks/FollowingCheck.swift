internal import Drafting
internal import Git

/// A branch that followed main holds its proposals carried over, and says what became of them: following is done again.
struct FollowingCheck: RepositoryCheck {
  private var merges: [Merge] = []

  private struct Merge {
    /// The place on main of the state that is followed.
    var place: Int
    var code: DelegationCode
    var position: Int
  }

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard commit.message.action == .follow, case .branch(let code, let position) = commit.line, position > 0,
      let line = history.branches[code], line.bases[position] > line.bases[position - 1]
    else { return [] }
    merges.append(Merge(place: line.bases[position], code: code, position: position))
    return []
  }

  /// - Cost: merges are taken in main's order, so that each decision is read about once, whoever follows it.
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    var findings: [Finding] = []
    var path = MainPath(history.repository)
    var start = 0
    for merge in merges.sorted(by: { ($0.place, $0.code) < ($1.place, $1.code) }) {
      if merge.place >= start + Self.window {
        path = MainPath(history.repository)
        start = merge.place
      }
      if let finding = try check(merge, history, &path) { findings.append(finding) }
    }
    return findings
  }

  /// How many decisions are kept in memory.
  private static let window = 32

  private func check(_ merge: Merge, _ history: VerifiedHistory, _ path: inout MainPath) throws -> Finding? {
    guard let line = history.branches[merge.code] else { return nil }
    let changes = try history.changes(
      of: line, at: merge.position - 1, whenMainWasAt: merge.place, along: &path)
    let files = try history.negotiation.mergedFiles(changes) { try history.repository.name(of: $0) }
    let commit = try history.repository.commit(line.commits[merge.position])
    if let place = try history.objects.difference(of: commit.tree, from: changes.base.tree, changedBy: files) {
      return Finding(
        .following, commit: commit.id, path: place,
        "not what comes of following main; another version of the program may have followed otherwise")
    }
    let (said, message) = (CommitMessage(text: commit.message), changes.followingMessage)
    if said.values(.outcome) != message.values(.outcome) {
      return Finding(
        .trailers, commit: commit.id,
        "its trailers 'Outcome' do not say what became of the proposals; another version of the program may have told it "
          + "otherwise")
    }
    if said.values(.rewritten) != message.values(.rewritten) {
      return Finding(
        .trailers, commit: commit.id,
        "its trailers 'Rewritten' do not say which references it rewrote; another version of the program may have told "
          + "it otherwise")
    }
    return nil
  }
}
