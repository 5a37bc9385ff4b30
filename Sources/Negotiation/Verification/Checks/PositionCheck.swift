internal import Drafting
internal import Git

/// Positions change only where a delegation reserves, opposes or withdraws, and then as the commit says; an amendment
/// names in its file the delegation that it amends.
struct PositionCheck: RepositoryCheck {
  /// Every paragraph that the chair or a delegation ever had.
  private var known: Set<ParagraphIdentifier> = []
  private var taken: [(identifier: ParagraphIdentifier, finding: Finding)] = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    let folder = Position.folder + "/"
    let changed = commit.differences.filter { $0.path.hasPrefix(folder) }
    note(changed, commit)
    switch commit.message.action {
    case .reserve?, .oppose?:
      return try positions(commit, changed, history) + others(commit, than: folder)
    case .withdraw?:
      return changed.filter { $0.new != nil }.map {
        commit.finding(.withdrawal, path: $0.path, "a withdrawal takes a position that was not there")
      }
    case .follow?, .importing?, nil: return []
    case .propose?:
      return try changed.map { commit.finding(.trailers, path: $0.path, "changed by 'propose'") }
        + amendments(commit)
    case .some(let action):
      return commit.line == .other
        ? [] : changed.map { commit.finding(.trailers, path: $0.path, "changed by '\(action.rawValue)'") }
    }
  }

  /// Once every branch is known: a position is one on a paragraph that somebody had.
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    taken.filter { !known.contains($0.identifier) }.map(\.finding)
  }

  private mutating func note(_ changed: [FileDifference], _ commit: VerifiedCommit) {
    if commit.line == .kept || commit.line == .other { return }
    known.formUnion(commit.files.keys)
    for difference in changed where difference.new != nil {
      let name = difference.path.dropFirst(Position.folder.count + 1)
      guard let identifier = try? ParagraphIdentifier(name) else { continue }
      let message = "a position on a paragraph that nobody ever had"
      taken.append((identifier, commit.finding(.trailers, path: difference.path, message)))
    }
  }

  private func positions(
    _ commit: VerifiedCommit, _ changed: [FileDifference], _ history: VerifiedHistory
  ) throws -> [Finding] {
    let named = Set(commit.named().map(Position.path))
    var findings: [Finding] = []
    for difference in changed {
      guard let file = difference.new, named.contains(difference.path),
        let position = Position(fileText: try history.repository.text(file)),
        position.kind.rawValue == commit.message.action?.rawValue,
        position.reason == commit.message.first(.reason).map(Paragraph.canonical)
      else {
        findings.append(
          commit.finding(
            .trailers, path: difference.path, "not the position that '\(commit.message.action?.rawValue ?? "")' says"))
        continue
      }
    }
    return findings
  }

  /// A position leaves words, orders and everything else as they were.
  private func others(_ commit: VerifiedCommit, than folder: String) -> [Finding] {
    commit.differences.filter { !$0.path.hasPrefix(folder) }.map {
      commit.finding(.trailers, path: $0.path, "changed by '\(commit.message.action?.rawValue ?? "")'")
    }
  }

  private func amendments(_ commit: VerifiedCommit) throws -> [Finding] {
    guard let on = commit.message.first(.on) else { return [] }
    return try commit.files.values.sorted { $0.path < $1.path }.compactMap { file in
      let new = try commit.paragraphs(file).new
      if let new, new.amended?.code.description != on {
        return commit.finding(.trailers, path: file.path, "it does not amend what \(on) proposes, as 'On' says")
      }
      return nil
    }
  }
}
