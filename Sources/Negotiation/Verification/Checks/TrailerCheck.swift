internal import Drafting
internal import Git

/// The paragraphs that a commit names are those that it changes, under the numbers that they had.
struct TrailerCheck: RepositoryCheck {
  /// The addresses of all paragraphs, by the outlines that say them: nearly every commit leaves those alone.
  private var knownAddresses: [ObjectID: [ParagraphIdentifier: String]] = [:]

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    let repeated = commit.line == .other ? nil : Self.single.first { commit.message.values($0).count > 1 }
    if let repeated { return [commit.finding(.trailers, "it has several trailers '\(repeated.rawValue)'")] }
    guard let action = commit.message.action, let scope = Scope(action, commit.line) else { return [] }
    let texts = commit.message.values(.identifier)
    let named = commit.named()
    guard texts.count == named.count, commit.message.values(.paragraph).count == named.count else {
      return [commit.finding(.trailers, "its trailers 'Paragraph' and 'Identifier' do not belong together")]
    }
    var findings: [Finding] = []
    let known = Set(named)
    for (identifier, file) in commit.files.sorted(by: { $0.key < $1.key }) where !known.contains(identifier) {
      findings.append(commit.finding(.trailers, path: file.path, "changed, and no trailer names it"))
    }
    for difference in commit.differences
    where difference.path == DraftSettings.path || difference.path == DelegationRegistry.path {
      findings.append(commit.finding(.trailers, path: difference.path, "changed by '\(action.rawValue)'"))
    }
    if commit.isReordered, try movesOthers(commit, than: known) {
      findings.append(commit.finding(.trailers, "it moves or renumbers paragraphs that no trailer names"))
    }
    if scope == .mustChange {
      for identifier in named where try !changes(identifier, commit) {
        findings.append(commit.finding(.trailers, path: identifier.path, "named by a trailer, and not changed"))
      }
    }
    for (identifier, address) in zip(named, commit.message.values(.paragraph)) {
      if let printed = try printed(identifier, commit, history), !printed.contains(address),
        try !isPrinted(identifier, as: address, whereOthersHaveIt: commit, history)
      {
        findings.append(
          commit.finding(
            .trailers, path: identifier.path, "printed as \(printed[0]) then, and its trailer says '\(address)'"))
      }
    }
    return findings
  }

  /// What a commit says once at most.
  private static let single: [CommitMessage.Key] = [.action, .reason, .meeting, .undoes, .symbol, .document]

  /// What a commit may say about paragraphs.
  private enum Scope {
    /// Every paragraph that it names is changed by it.
    case mustChange
    case mayChange

    init?(_ action: Action, _ line: VerifiedCommit.Line) {
      switch (action, line) {
      case (_, .kept), (_, .other), (.importing, .main), (.initialize, _): return nil
      case (.follow, _), (.undo, _), (.keep, _), (.revise, _), (.renumber, _): return nil
      case (.importing, _), (.reject, _): self = .mayChange
      default: self = .mustChange
      }
    }
  }

  /// Whether others than the paragraphs that it names stand elsewhere, besides what is to stand behind those.
  private func movesOthers(_ commit: VerifiedCommit, than named: Set<ParagraphIdentifier>) throws -> Bool {
    let (order, old) = (try commit.order(), try commit.oldOrder())
    let all = named.union(old.followers(of: named))
    return order.without(all) != old.without(all)
  }

  private func changes(_ identifier: ParagraphIdentifier, _ commit: VerifiedCommit) throws -> Bool {
    if commit.files[identifier] != nil { return true }
    if commit.differences.contains(where: { $0.path == Position.path(of: identifier) }) { return true }
    guard commit.isReordered else { return false }
    let (order, old) = (try commit.order(), try commit.oldOrder())
    return order.places(identifier, otherThan: old)
      || order.moved.contains(identifier) != old.moved.contains(identifier)
      || order.anchors[identifier] != old.anchors[identifier]
  }

  /// The addresses that a paragraph had at that moment; `nil` where only another delegation had it.
  private mutating func printed(
    _ identifier: ParagraphIdentifier, _ commit: VerifiedCommit, _ history: VerifiedHistory
  ) throws -> [String]? {
    var commits = [commit.id]
    if let parent = commit.parent { commits.append(parent.id) }
    if case .branch(let code, let position) = commit.line, let line = history.branches[code] {
      commits.append(history.main[line.bases[position]])
    }
    let addresses = try commits.compactMap { try address(of: identifier, at: $0, history.repository) }
    return addresses.isEmpty ? nil : addresses
  }

  /// Whether a paragraph that the chair's text does not have was printed so at that moment, as another delegation has it:
  /// where several keep one that is gone, the draft prints it in one place.
  private mutating func isPrinted(
    _ identifier: ParagraphIdentifier, as address: String, whereOthersHaveIt commit: VerifiedCommit,
    _ history: VerifiedHistory
  ) throws -> Bool {
    guard case .branch(let code, let position) = commit.line, let own = history.branches[code] else { return false }
    let place = own.bases[position]
    if try self.address(of: identifier, at: history.main[place], history.repository) != nil { return false }
    for (other, line) in history.branches where other != code {
      guard let last = line.position(whenMainWasAt: place) else { continue }
      for position in (0...last).reversed() {
        if try self.address(of: identifier, at: line.commits[position], history.repository) == address { return true }
        if line.bases[position] < place { break }
      }
    }
    return false
  }

  private mutating func address(
    of identifier: ParagraphIdentifier, at commit: ObjectID, _ repository: Repository
  ) throws -> String? {
    let snapshot = try Snapshot(repository, commit: commit)
    guard let outlines = try repository.entry(at: "outline", in: snapshot.tree)?.id else { return nil }
    if let addresses = knownAddresses[outlines] { return addresses[identifier] }
    let addresses = Dictionary(
      try snapshot.order().places.map { ($0.entry.identifier, $0.address) }, uniquingKeysWith: { first, _ in first })
    if knownAddresses.count >= 64 { knownAddresses = [:] }
    knownAddresses[outlines] = addresses
    return addresses[identifier]
  }
}
