internal import Git

/// Every object that the references still reach, looked at by itself: what can be told where one of them cannot be read.
struct ReachedObjects {
  private let repository: Repository
  private var trees = TreeCheck()
  private var files = FileCheck()
  private var findings: [Finding] = []

  /// Those that can be read.
  private var commits: [Commit] = []
  private var seen: Set<ObjectID> = []

  /// - Throws: where the disk and the permissions do not allow it.
  /// - Cost: reads each object once.
  init(_ repository: Repository) throws {
    self.repository = repository
    let references = repository.legibleReferences(under: "refs/")
    try look(from: references.filter { Self.isOwn($0.name) }, isOwn: true)
    try look(from: references.filter { !Self.isOwn($0.name) }, isOwn: false)
    if !findings.isEmpty {
      findings += repository.unpairedPacks().map { Finding(.damagedPack, path: $0.path, $0.complaint) }
    }
  }

  /// Whether a negotiation has such a reference.
  private static func isOwn(_ name: String) -> Bool {
    [ReferenceNames.main, ReferenceNames.consolidated, ReferenceNames.pendingRevision].contains(name)
      || name.hasPrefix(ReferenceNames.delegations) || name.hasPrefix(ReferenceNames.revision(""))
  }

  /// - Parameter isOwn: whether files must be those of a negotiation, and not only whole.
  private mutating func look(from references: [(name: String, id: ObjectID)], isOwn: Bool) throws {
    var waiting: [ObjectID] = []
    for reference in references {
      let isRead = try attempt(reference: reference.name) { each throws(GitError) in
        waiting.append(try each.repository.commit(markedBy: reference.id))
      }
      // Told of the reference, and not once more of what comes after the commit.
      if !isRead { seen.insert(reference.id) }
    }
    let start = commits.count
    while let id = waiting.popLast() {
      guard seen.insert(id).inserted else { continue }
      try attempt(commit: id) { each throws(GitError) in
        let commit = try each.repository.commit(id)
        each.commits.append(commit)
        waiting += commit.parents
      }
    }
    // What is wrong is told of the commit in which it shows first.
    for commit in commits[start...].sorted(by: { $0.committer.seconds < $1.committer.seconds }) {
      var files = files
      findings += trees.look(at: commit.tree, of: commit.id, repository) { path, blob in
        let form = isOwn ? FileForm(path: path, nil) : nil
        return files.look(at: blob, path: path, form, of: commit.id, repository)
      }
      self.files = files
    }
  }

  /// Does a part of the work; what cannot be read is a finding.
  ///
  /// - Returns: whether it could be done.
  @discardableResult
  private mutating func attempt(
    reference: String? = nil, commit: ObjectID? = nil, _ body: (inout Self) throws(GitError) -> Void
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      try body(&self)
      return true
    } catch {
      // A tag of something else than a commit is nobody's business.
      if error.code == .wrongKind, reference != nil { return true }
      if error.hidesContent { throw error }
      findings.append(Finding(.damagedObject, commit: commit, reference: reference, error.description))
      return false
    }
  }

  /// A report of what was found here, where the history is torn.
  ///
  /// - Parameter obstacle: why the history cannot be looked at, told where nothing else tells it.
  func report(_ obstacle: Finding) throws -> VerificationReport {
    var findings = findings + LockCheck().findings(in: repository) + StorageCheck().findings(in: repository)
    // Where references cannot be read it is not known which there are.
    let isKnown = !findings.contains {
      $0.code == .damagedReference && [ReferenceNames.main, nil].contains($0.reference)
    }
    if isKnown, try repository.reference(ReferenceNames.main) == nil {
      findings.append(
        Finding(.lostBranch, reference: ReferenceNames.main, "there is no such branch, and delegations have theirs"))
    } else if findings.isEmpty {
      findings.append(obstacle)
    }
    return VerificationReport(
      commits: commits.count, branches: repository.legibleReferences(under: ReferenceNames.delegations).count,
      revisions: repository.legibleReferences(under: ReferenceNames.revision("")).count,
      notes: [
        "Who did what, and what follows from it, cannot be checked before the repository is whole again: restore it from a "
          + "copy, or fetch from one ('git fetch'), and verify it again."
      ],
      findings: findings)
  }

  /// A report on the history, with every damaged object, and not only the first that something met.
  func completing(_ report: VerificationReport) -> VerificationReport {
    let damaged = findings.filter { $0.code == .damagedObject || $0.code == .damagedPack }
    if damaged.isEmpty { return report }
    var report = report
    report.findings = damaged + report.findings.filter { $0.code != .damagedObject }
    return report
  }
}
