internal import Drafting
internal import Git

/// The commits of a negotiation as lines: main, each delegation's branch, the kept drafts.
///
/// Only names and places are kept; a commit is read when it is looked at.
struct VerifiedHistory {
  let negotiation: Negotiation

  /// Oldest first.
  private(set) var main: [ObjectID] = []
  private(set) var mainPlaces: [ObjectID: Int] = [:]
  private(set) var branches: [DelegationCode: BranchLine] = [:]

  /// The kept drafts, oldest first.
  private(set) var kept: [ObjectID] = []

  /// Those that revisions mark and the branch `consolidated` does not reach.
  private(set) var lostDrafts: [ObjectID] = []

  /// Commits that other references reach alone.
  private(set) var others: [ObjectID] = []

  /// Whether a commit cannot be read: what its line was is not known then.
  private(set) var isTorn = false

  /// What is wrong with references.
  private(set) var findings: [Finding] = []

  let objects: VerifiedObjects
  var repository: Repository { objects.repository }

  /// - Cost: reads each commit once.
  init(_ negotiation: Negotiation) throws {
    self.negotiation = negotiation
    objects = VerifiedObjects(negotiation.repository)
    main = line(from: negotiation.main.commit) { $0.parents.first }.reversed()
    for (place, commit) in main.enumerated() { mainPlaces[commit] = place }
    for reference in try repository.references(under: ReferenceNames.delegations) {
      let name = String(reference.name.dropFirst(ReferenceNames.delegations.count))
      guard let code = try? DelegationCode(name), let delegation = negotiation.registry[code] else {
        findings.append(
          Finding(
            .unknownBranch, reference: reference.name, "the file 'delegations' on main has no delegation '\(name)'"))
        continue
      }
      branches[code] = branch(of: delegation, tip: reference.id)
    }
    try findKeptDrafts()
    try findOthers()
  }

  /// How many commits there are to look at.
  var count: Int { main.count + branches.values.reduce(0) { $0 + $1.commits.count } + kept.count + others.count }

  /// Notes in which commits of a branch a paragraph's file changes.
  mutating func note(_ commit: VerifiedCommit) {
    guard case .branch(let code, let position) = commit.line else { return }
    if commit.stored.parents.count < 2 {
      for identifier in Set(commit.named()).union(commit.files.keys) {
        branches[code]?.acts[identifier, default: []].append(position)
      }
    }
    for (identifier, file) in commit.files {
      branches[code]?.touches[identifier, default: []].append(
        .init(position: position, file: file.new, isMerge: commit.stored.parents.count > 1))
    }
  }

  /// What is wrong where something names a commit of a delegation's branch; `nil` where the branch has it.
  ///
  /// - Parameters:
  ///   - digits: the commit's hash, or the beginning of it; `nil` where only the branch is named.
  ///   - by: what names it: `rev/2 names`.
  func loss(of digits: String?, on code: String, named by: String) -> Finding? {
    guard let code = try? DelegationCode(code), negotiation.registry[code] != nil else { return nil }
    let reference = ReferenceNames.delegation(code)
    guard let line = branches[code] else {
      return Finding(.lostBranch, reference: reference, "there is no such branch, and \(by) a commit of it")
    }
    guard let digits else { return nil }
    let positions = line.positions(of: digits)
    if positions.count > 1 {
      return Finding(
        .trailers, reference: reference, "several of its commits begin with \(digits.prefix(7)), which \(by)")
    }
    if !positions.isEmpty { return nil }
    return Finding(
      .lostCommit, reference: reference, "the branch does not reach the commit \(digits.prefix(7)), which \(by)")
  }

  private mutating func branch(of delegation: Delegation, tip: ObjectID) -> BranchLine {
    let places = mainPlaces
    var line = BranchLine(delegation: delegation)
    var parents: [[ObjectID]] = []
    line.commits = self.line(from: tip) { commit in
      parents.append(commit.parents)
      return commit.parents.first.flatMap { places[$0] == nil ? $0 : nil }
    }.reversed()
    // A branch that is main's own state has no commit of its own.
    if line.commits.count == 1, let place = places[tip] {
      line.commits = []
      line.root = place
      return line
    }
    parents.reverse()
    line.root = parents.first?.first.flatMap { places[$0] }
    var base = line.root ?? 0
    for (position, commit) in line.commits.enumerated() {
      if position < parents.count, parents[position].count > 1, let place = places[parents[position][1]] {
        base = place
      }
      line.bases.append(base)
      line.positions[commit] = position
    }
    return line
  }

  /// The commits from one on, each found by the one before; one that cannot be read ends it.
  private mutating func line(from tip: ObjectID, _ next: (Commit) -> ObjectID?) -> [ObjectID] {
    var found: [ObjectID] = []
    var following: ObjectID? = tip
    while let id = following {
      do throws(GitError) {
        following = next(try repository.commit(id))
        found.append(id)
      } catch {
        isTorn = true
        following = nil
      }
    }
    return found
  }

  private mutating func findKeptDrafts() throws {
    var tips: [ObjectID] = []
    let branch = try repository.reference(ReferenceNames.consolidated)
    if let branch { tips.append(branch) }
    for reference in try repository.references(under: ReferenceNames.revision("")) {
      // What a tag marks is its own check's business.
      if let commit = try? repository.commit(markedBy: reference.id) { tips.append(commit) }
    }
    var seen: Set<ObjectID> = []
    for tip in tips where !seen.contains(tip) && !isElsewhere(tip) {
      if tip != branch { lostDrafts.append(tip) }
      let (known, history) = (seen, self)
      let fresh = line(from: tip) { commit in
        guard let last = commit.parents.last, commit.parents.count > 1, !known.contains(last) else { return nil }
        return history.isElsewhere(last) ? nil : last
      }
      seen.formUnion(fresh)
      kept += fresh.reversed()
    }
  }

  private func isElsewhere(_ commit: ObjectID) -> Bool {
    mainPlaces[commit] != nil || branches.values.contains { $0.positions[commit] != nil }
  }

  private mutating func findOthers() throws {
    let known = Set([ReferenceNames.main, ReferenceNames.consolidated, ReferenceNames.pendingRevision])
    var tips: [ObjectID] = []
    for reference in try repository.references(under: "refs/") where !known.contains(reference.name) {
      let isBranch = reference.name.hasPrefix("refs/heads/") && !reference.name.hasPrefix(ReferenceNames.delegations)
      if isBranch {
        findings.append(Finding(.unknownBranch, reference: reference.name, "no branch of a negotiation has this name"))
      }
      do throws(GitError) {
        tips.append(try repository.commit(markedBy: reference.id))
      } catch {
        // A tag of something else than a commit is nobody's business; what is not there is.
        if error.code == .wrongKind { continue }
        findings.append(Finding(.damagedObject, reference: reference.name, error.description))
      }
    }
    let found = Set(main).union(kept).union(branches.values.flatMap(\.commits))
    if tips.allSatisfy(found.contains) { return }
    do throws(GitError) {
      others = try repository.commits(from: tips, order: .oldestFirst).filter { !found.contains($0) }
    } catch {
      isTorn = true
    }
  }
}
