internal import Drafting
internal import Git

/// The commits of one delegation's branch, from the state of main where it begins.
struct BranchLine {
  let delegation: Delegation

  /// Oldest first.
  var commits: [ObjectID] = []
  var positions: [ObjectID: Int] = [:]

  /// The place on main where the branch begins; `nil` where it begins elsewhere.
  var root: Int?

  /// The place on main of the state that the branch was last brought up to, after each commit; it never falls on a sound
  /// branch.
  var bases: [Int] = []

  /// The commits that change a paragraph's file, oldest first.
  var touches: [ParagraphIdentifier: [Touch]] = [:]

  /// The positions of the delegation's own acts on a paragraph, oldest first.
  var acts: [ParagraphIdentifier: [Int]] = [:]

  struct Touch {
    var position: Int
    /// The file after it; `nil` where it takes the paragraph away.
    var file: ObjectID?
    var isMerge: Bool
  }

  /// The place on main that the branch stood on before a commit.
  func base(before position: Int) -> Int? { position == 0 ? root : bases[position - 1] }

  /// The positions of the commits whose hashes begin so: none where the branch has none, several where the digits are too
  /// few.
  ///
  /// - Cost: a look-up for a whole hash; a pass over the branch for a part of one.
  func positions(of digits: String) -> [Int] {
    if let commit = ObjectID(digits) { return positions[commit].map { [$0] } ?? [] }
    let missing = max(0, ObjectID.digitCount - digits.utf8.count)
    guard let first = ObjectID(digits + String(repeating: "0", count: missing)),
      let last = ObjectID(digits + String(repeating: "f", count: missing))
    else { return [] }
    return commits.indices.filter { (first...last).contains(commits[$0]) }
  }

  /// The position of the last commit that the branch had when main stood at a place; `nil` where it had none.
  func position(whenMainWasAt place: Int) -> Int? {
    var (low, high) = (0, bases.count)
    while low < high {
      let middle = (low + high) / 2
      if bases[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The positions at which a decision that came right after that place may have seen the branch: the last, and those right
  /// before acts on the paragraph that were under way in the moment of the decision; the newest first.
  ///
  /// An act that the branch was read after, before main came to stand at the place, was not.
  ///
  /// - Parameter position: the commit that the decision names: it has seen that.
  func states(seen position: Int, of identifier: ParagraphIdentifier, whenMainWasAt place: Int) -> [Int] {
    guard let last = self.position(whenMainWasAt: place) else { return [] }
    let late = (acts[identifier] ?? []).filter { act in
      act > position && act <= last && (act + 1 >= bases.count || bases[act + 1] >= place)
    }
    return [last] + late.reversed().map { $0 - 1 }
  }
}

extension VerifiedHistory {
  /// Whether a branch had moved a paragraph when main stood at a place: at its last state then, or at one that its
  /// delegation has left since. Every branch has to be known.
  func moved(_ identifier: ParagraphIdentifier, by line: BranchLine, whenMainWasAt place: Int) throws -> Bool {
    guard let last = line.position(whenMainWasAt: place) else { return false }
    let acts = (line.acts[identifier] ?? []).filter { $0 <= last }
    var path = MainPath(repository)
    return try ([last] + acts.reversed().flatMap { [$0, $0 - 1] }).contains { position in
      guard position >= 0 else { return false }
      let changes = try changes(of: line, at: position, whenMainWasAt: place, along: &path)
      return try changes.moves(identifier) || changes.ownOrder().moved.contains(identifier)
    }
  }

  /// What a delegation wanted at a commit of its branch, when main stood at a place: carried over where main had moved on.
  func changes(
    of line: BranchLine, at position: Int, whenMainWasAt place: Int, along path: inout MainPath
  ) throws -> StandingChanges {
    let base = try Snapshot(repository, commit: main[line.bases[position]])
    let snapshot = try Snapshot(repository, commit: line.commits[position])
    let branch = negotiation.branch(of: line.delegation, snapshot, on: base)
    return try negotiation.followed(negotiation.changes(on: branch, objects.trees), along: &path, to: main[place])
  }
}
