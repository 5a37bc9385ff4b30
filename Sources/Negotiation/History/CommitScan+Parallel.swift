internal import Git
internal import Workers

extension CommitScan {
  /// What the commits of a walk did, found on every processor, and handed on part by part in the order of the walk.
  ///
  /// - Cost: each part opens the repository for itself and reads its first folders anew: some milliseconds, so parts are
  ///   long.
  static func eachPart(of commits: CommitWalk, in repository: Repository, _ take: ([Found]) throws -> Void) throws {
    let path = repository.path
    let orders = OrderCache()
    var commits = commits
    try workInOrder(threads: processorCount) { () throws -> [WalkedCommit]? in
      var part: [WalkedCommit] = []
      while part.count < partSize, let next = try commits.next() { part.append(next) }
      return part.isEmpty ? nil : part
    } work: { part in
      Result { () throws -> [Found] in
        let scan = CommitScan(try Repository.open(at: path), orders)
        return try part.map { try scan.found(in: $0) }
      }
    } take: { (found: Result<[Found], any Error>) in
      try take(found.get())
    }
  }

  private static let partSize = 512
}
