internal import Drafting
internal import Git

extension Negotiation {
  /// Checks all that can be checked about the repository at `path`; nothing is written.
  ///
  /// What is damaged is a finding and no error: whatever else can be looked at still is. Where a commit is lost, or what
  /// main says of the negotiation, the objects are looked at one by one, and not what they do together.
  ///
  /// - Parameters:
  ///   - program: names the program, as for ``written(_:language:program:progress:)``.
  ///   - blameWriter: writes the table of a paragraph's credits, to compare with those that are kept.
  ///   - progress: called with the number of commits looked at and of all.
  /// - Throws: where there is no negotiation, or the disk and the permissions do not allow it.
  /// - Cost: reads each object once for its hash, and each commit's difference from the one before it a few times; all of
  ///   it again where something is damaged.
  package static func verify(
    at path: String, program: String, blameWriter: BlameForm.Writer? = nil, progress: ((Int, Int) -> Void)? = nil
  ) throws -> VerificationReport {
    let repository = try repository(at: path)
    try Library.checkHashes()
    var report: VerificationReport?
    var obstacle = Finding(.damagedObject, "a commit of a branch cannot be read")
    do {
      let history = try VerifiedHistory(Negotiation(at: path))
      if !history.isTorn {
        var verification = Verification(history: history, program: program, blameWriter: blameWriter)
        report = try verification.run(progress)
      }
    } catch let error as GitError {
      guard !error.hidesContent || !repository.damagedReferences().isEmpty else { throw error }
      obstacle = Finding(.damagedObject, error.description)
    } catch let error as NegotiationError {
      // Delegations that have branches had a draft once.
      let stood = !repository.legibleReferences(under: ReferenceNames.delegations).isEmpty
      guard error.code == .damaged || (error.code == .notANegotiation && stood) else { throw error }
      let message = error.code == .damaged ? error.message : "it has no file 'draft', or no file 'delegations'"
      obstacle = Finding(.damagedFile, reference: ReferenceNames.main, message)
    }
    if let report, !report.findings.contains(where: { $0.code == .damagedObject }) { return report }
    let objects = try ReachedObjects(repository)
    return try report.map(objects.completing) ?? objects.report(obstacle)
  }
}

/// A verification as it goes on.
struct Verification {
  private var history: VerifiedHistory
  private var checks: [any RepositoryCheck]
  private var findings: [Finding] = []
  private var known: Set<Finding> = []

  /// What is checked, one thing after the other. Signatures will be one more.
  static func checks(program: String, blameWriter: BlameForm.Writer?) -> [any RepositoryCheck] {
    [
      TreeCheck(), FileCheck(), OutlineCheck(), MovedCheck(), LineCheck(), AuthorCheck(), TrailerCheck(),
      SubjectCheck(), PositionCheck(), StatusCheck(), ProposedOrderCheck(), SupportCheck(), WithdrawalCheck(),
      FollowingCheck(), DecisionCheck(), RestructuringCheck(), UndoCheck(), AdoptionCheck(), KeptDraftCheck(),
      RevisionCheck(), NamedCommitCheck(),
      WrittenDraftCheck(program: program), SearchIndexCheck(program: program),
      HistoryIndexCheck(), KeptBlameCheck(program: program, writer: blameWriter), LockCheck(), StorageCheck(),
    ]
  }

  init(history: VerifiedHistory, program: String, blameWriter: BlameForm.Writer?) {
    self.history = history
    checks = Verification.checks(program: program, blameWriter: blameWriter)
  }

  mutating func run(_ progress: ((Int, Int) -> Void)?) throws -> VerificationReport {
    add(history.findings)
    let total = history.count
    var done = 0
    for (id, line) in lines() {
      try look(at: id, line)
      done += 1
      progress?(done, total)
    }
    for index in checks.indices { try attempt(nil) { try $0.checks[index].conclude($0.history) } }
    let revisions = try history.repository.references(under: ReferenceNames.revision("")).count
    var notes: [String] = []
    if try HistoryIndex.isOfAnotherVersion(in: history.repository) {
      notes.append(
        "amend/\(HistoryIndex.name) is of another version of amend; the next command that tells a history makes it again."
      )
    }
    return VerificationReport(
      commits: total, branches: history.branches.count, revisions: revisions, notes: notes, findings: findings)
  }

  private func lines() -> [(ObjectID, VerifiedCommit.Line)] {
    var all: [(ObjectID, VerifiedCommit.Line)] = history.main.enumerated().map { ($0.element, .main($0.offset)) }
    for (code, line) in history.branches.sorted(by: { $0.key < $1.key }) {
      all += line.commits.enumerated().map { ($0.element, .branch(code, $0.offset)) }
    }
    return all + history.kept.map { ($0, .kept) } + history.others.map { ($0, .other) }
  }

  private mutating func look(at id: ObjectID, _ line: VerifiedCommit.Line) throws {
    var commit: VerifiedCommit?
    try attempt(id) {
      commit = try VerifiedCommit($0.history.objects, id, line)
      return []
    }
    guard let commit else { return }
    history.note(commit)
    for index in checks.indices { try attempt(id) { try $0.checks[index].look(at: commit, in: $0.history) } }
  }

  private mutating func add(_ new: [Finding]) {
    for finding in new where known.insert(finding).inserted { findings.append(finding) }
  }

  /// Does a part of the work; what the repository or a file refuses is a finding, told once however many meet it.
  private mutating func attempt(
    _ commit: ObjectID?, _ body: (inout Verification) throws -> [Finding]
  ) throws {
    do {
      add(try body(&self))
    } catch let error as GitError {
      guard !error.hidesContent else { throw error }
      if !findings.contains(where: { $0.code == .damagedObject }) {
        add([Finding(.damagedObject, commit: commit, error.description)])
      }
    } catch let error as NegotiationError {
      addDamage(error.message, commit)
    } catch let error as DraftingError {
      addDamage(error.message, commit)
    }
  }

  private mutating func addDamage(_ message: String, _ commit: ObjectID?) {
    let known: Set<Finding.Code> = [.damagedObject, .damagedFile, .outline, .unknownFile, .unknownBranch]
    guard !findings.contains(where: { known.contains($0.code) }) else {
      return
    }
    add([Finding(.damagedFile, commit: commit, message)])
  }
}
