package import Drafting
package import Git
internal import Merging

/// What one delegation wants changed in the chair's text.
///
/// Where main has moved on since the branch last followed it, the changes are those that the branch will have once it
/// follows: a branch that follows late reads like one that followed at once.
package struct StandingChanges {
  package let delegation: Delegation

  /// The tip of the delegation's branch.
  package let snapshot: Snapshot

  /// The state of main that the changes are told against.
  package internal(set) var base: Snapshot

  /// The paragraphs whose file differs from the base's: the file there and here (`nil` where it is not).
  ///
  /// The words are those of ``paragraph(_:)``; the file here is the one that they were carried over from.
  package internal(set) var files: [ParagraphIdentifier: (base: ObjectID?, own: ObjectID?)]

  /// The delegation's order of the draft and that of the base; `nil` where they are the same.
  package internal(set) var order: (base: DraftOrder, own: DraftOrder)?

  /// The paragraphs whose words were carried over to words of main's that the branch does not have yet.
  var carried: [ParagraphIdentifier: Paragraph] = [:]

  /// The delegation's positions that are not those of its branch any more, since the paragraph was joined with another;
  /// `nil` where it has none.
  var positions: [ParagraphIdentifier: Position?] = [:]

  /// The state of main that the branch itself was last brought up to.
  let root: Snapshot

  /// The files in which the branch itself differs from that state of main, there and here.
  var rootFiles: [ParagraphIdentifier: (base: ObjectID?, own: ObjectID?)] = [:]

  /// What became of each proposal on the way from there to the base.
  var outcomes: [ParagraphIdentifier: FollowedChange] = [:]

  /// The chair's commits on that way, in hexadecimal, that rewrote references.
  var rewritings: [String] = []

  /// Whether the branch itself must be brought up to main.
  var isBehind: Bool { root.commit != base.commit }

  /// The paragraph as the delegation would have it; `nil` where it would not have it.
  package func paragraph(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    guard let file = files[identifier] else { return try base.paragraph(identifier) }
    if file.own == nil { return nil }
    return try carried[identifier] ?? snapshot.paragraph(identifier)
  }

  /// The order as the delegation would have it.
  package func ownOrder() throws -> DraftOrder { try order?.own ?? base.order() }
}

/// A delegation's branch and where it stands to main.
struct StandingBranch {
  let delegation: Delegation
  let snapshot: Snapshot
  let base: Snapshot

  /// See ``StandingChanges/order``.
  ///
  /// - Cost: reads both orders whole, where they are not the same.
  func order() throws -> (base: DraftOrder, own: DraftOrder)? {
    let repository = snapshot.repository
    let isSame =
      try repository.entry(at: "outline", in: base.tree) == repository.entry(at: "outline", in: snapshot.tree)
    return isSame ? nil : (try base.order(), try snapshot.order())
  }

  /// Whether main has moved on since.
  func isBehind(_ main: Snapshot) -> Bool { base.commit != main.commit }
}

extension Negotiation {
  /// What a delegation wants changed; `nil` where it has no branch.
  ///
  /// - Parameter only: the paragraphs in question; all for `nil`. The order is whole in any case.
  /// - Cost: follows the number of folders that differ from main, not the length of the draft; with `only`, the number
  ///   of folders in which those stand.
  package func standingChanges(
    of delegation: Delegation, tip: ObjectID? = nil, only: Set<ParagraphIdentifier>? = nil
  ) throws -> StandingChanges? {
    guard let branch = try branch(of: delegation, tip: tip) else { return nil }
    var path = MainPath(repository)
    return try changes(on: branch, only: only, along: &path)
  }

  /// The standing changes of every delegation that has a branch, in the order of their codes.
  ///
  /// - Parameter isRemembered: see ``branches(isRemembered:)``.
  package func allStandingChanges(
    only: Set<ParagraphIdentifier>? = nil, isRemembered: Bool = false
  ) throws -> [StandingChanges] {
    var path = MainPath(repository)
    return try branches(isRemembered: isRemembered).map { try changes(on: $0, only: only, along: &path) }
  }

  private func changes(
    on branch: StandingBranch, only: Set<ParagraphIdentifier>?, along path: inout MainPath
  ) throws -> StandingChanges {
    guard branch.isBehind(main) else {
      guard let only else { return try changes(on: branch) }
      return try changes(on: branch, within: Set(only.map(\.folder)), only: only)
    }
    var result = try followed(try changes(on: branch), along: &path)
    if let only { result.files = result.files.filter { only.contains($0.key) } }
    return result
  }

  /// What a branch says, against the state of main that it was last brought up to.
  ///
  /// - Parameter trees: where the folders of main are kept from one branch to the next.
  func branchChanges(
    of delegation: Delegation, tip: ObjectID, _ trees: TreeCache = TreeCache()
  ) throws -> StandingChanges {
    try changes(on: branch(of: delegation, at: tip), trees)
  }

  /// The same in those folders alone in which main has changed something, or decided on it, since then: all that a branch
  /// needs to follow. One that has an order of its own is read whole.
  func branchChanges(
    of delegation: Delegation, tip: ObjectID, touchedAlong path: inout MainPath, _ trees: TreeCache
  ) throws -> StandingChanges {
    let branch = try branch(of: delegation, at: tip)
    guard try branch.order() == nil else { return try changes(on: branch, trees) }
    let folders = try path.folders(after: branch.base.commit, to: main.commit)
    return try fileChanges(on: branch, within: folders, trees)
  }

  /// The branches of all delegations that have one, in the order of their codes.
  ///
  /// - Parameter isRemembered: keeps what was found out, so that it is not looked for again.
  func branches(isRemembered: Bool = false) throws -> [StandingBranch] {
    var memory = BranchMemory(self)
    let branches = try delegationTips().map { try branch(of: $0.delegation, at: $0.tip, &memory) }
    if isRemembered { memory.keep(branches) }
    return branches
  }

  private func branch(of delegation: Delegation, tip: ObjectID?) throws -> StandingBranch? {
    guard let tip = try tip ?? repository.reference(ReferenceNames.delegation(delegation.code)) else { return nil }
    return try self.branch(of: delegation, at: tip)
  }

  private func branch(
    of delegation: Delegation, at tip: ObjectID, _ memory: inout BranchMemory
  ) throws -> StandingBranch {
    if let known = memory[tip] {
      return StandingBranch(delegation: delegation, snapshot: known.snapshot, base: known.base)
    }
    return try branch(of: delegation, at: tip)
  }

  private func branch(of delegation: Delegation, at tip: ObjectID) throws -> StandingBranch {
    let snapshot = try Snapshot(repository, commit: tip)
    guard let common = try repository.mergeBase(main.commit, tip) else {
      throw NegotiationError(
        .damaged, "the branch 'delegations/\(delegation.code)' has no commit in common with main",
        hint: "'amend verify' checks everything.")
    }
    return self.branch(
      of: delegation, snapshot, on: common == main.commit ? main : try Snapshot(repository, commit: common))
  }

  /// A delegation's branch at one of its commits, and the state of main that it was brought up to by then.
  func branch(of delegation: Delegation, _ snapshot: Snapshot, on base: Snapshot) -> StandingBranch {
    StandingBranch(delegation: delegation, snapshot: snapshot, base: base)
  }

  /// What a branch changes in the paragraphs of some folders (`00`, `ven-00`), or in all of them.
  ///
  /// - Parameter only: leaves out other paragraphs in those folders.
  func changes(
    on branch: StandingBranch, within folders: Set<String>? = nil, only: Set<ParagraphIdentifier>? = nil,
    _ trees: TreeCache = TreeCache()
  ) throws -> StandingChanges {
    var changes = try fileChanges(on: branch, within: folders, only: only, trees)
    changes.order = try branch.order()
    return changes
  }

  /// What a branch changes in paragraphs, without its order of the draft.
  func fileChanges(
    on branch: StandingBranch, within folders: Set<String>?, only: Set<ParagraphIdentifier>? = nil,
    _ trees: TreeCache = TreeCache()
  ) throws -> StandingChanges {
    var files: [ParagraphIdentifier: (base: ObjectID?, own: ObjectID?)] = [:]
    let differences = try repository.differences(between: branch.base.tree, and: branch.snapshot.tree, trees) { path in
      path == "paragraphs"
        || path.utf8.starts(with: "paragraphs/".utf8) && folders?.contains(String(path.dropFirst(11))) ?? true
    }
    for difference in differences {
      guard let identifier = ParagraphIdentifier(path: difference.path), only?.contains(identifier) ?? true else {
        continue
      }
      files[identifier] = (difference.old, difference.new)
    }
    return StandingChanges(
      delegation: branch.delegation, snapshot: branch.snapshot, base: branch.base, files: files, order: nil,
      root: branch.base, rootFiles: files)
  }
}
