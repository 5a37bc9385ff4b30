internal import Drafting
internal import Git

/// Finds the first revision that has a commit.
struct RevisionFinder {
  private let repository: Repository
  private let revisions: [(revision: Revision, mainTime: Int)]
  private var known: [ObjectID: String?] = [:]

  init(_ negotiation: Negotiation) throws {
    repository = negotiation.repository
    revisions = try negotiation.revisions().map {
      ($0, Int(try negotiation.repository.commit($0.main).committer.seconds))
    }
  }

  /// The name of the first revision in whose chair's text, or in whose state of a delegation's branch, a commit is.
  ///
  /// - Cost: looks at the commits between two revisions, once for each commit asked for.
  mutating func first(with deed: Deed, on branch: DelegationCode?) throws -> String? {
    if let found = known[deed.commit] { return found }
    var name: String?
    for (revision, time) in revisions where branch != nil ? revision.time >= deed.time : time >= deed.time {
      let tip = branch.map { revision.tips[$0] } ?? revision.main
      if let tip, try repository.isAncestor(deed.commit, of: tip) {
        name = revision.name
        break
      }
    }
    known[deed.commit] = .some(name)
    return name
  }
}
