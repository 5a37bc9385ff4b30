internal import Git

/// What was found out about the tips of branches: where each parted from main, and the trees there. A commit's name says
/// all of it once and for ever, but finding it out reads commits, of which an import makes long ones.
///
/// Kept beside the repository, for one state of main.
struct BranchMemory {
  private let repository: Repository
  private let main: Snapshot
  private var known: [ObjectID: (snapshot: Snapshot, base: Snapshot)] = [:]
  private static let file = "branches"

  subscript(tip: ObjectID) -> (snapshot: Snapshot, base: Snapshot)? { known[tip] }

  init(_ negotiation: Negotiation) {
    repository = negotiation.repository
    main = negotiation.main
    guard let content = repository.derived(Self.file) else { return }
    var reader = RecordReader(content)
    guard reader.name() == main.commit else { return }
    while !reader.isAtEnd {
      guard let tip = reader.name(), let tree = reader.name(), let base = reader.name(), let baseTree = reader.name()
      else { return }
      known[tip] = (
        Snapshot(repository, commit: tip, tree: tree),
        base == main.commit ? main : Snapshot(repository, commit: base, tree: baseTree)
      )
    }
  }

  /// Keeps what these branches say, where anything of it is new.
  func keep(_ branches: [StandingBranch]) {
    guard branches.contains(where: { known[$0.snapshot.commit] == nil }) else { return }
    var output = RecordOutput()
    output.append(main.commit)
    for branch in branches {
      for id in [branch.snapshot.commit, branch.snapshot.tree, branch.base.commit, branch.base.tree] {
        output.append(id)
      }
    }
    repository.keepDerived(Self.file, output.bytes)
  }
}
