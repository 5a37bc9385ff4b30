internal import Git
internal import Workers

extension CommitScan {
  /// What some commits did, found on every processor, and handed on part by part in the order of the commits.
  ///
  /// - Parameter commits: neighbours in a history next to each other, which share nearly all of their folders.
  /// - Cost: each part opens the repository for itself and reads its first folders and orders anew: some milliseconds,
  ///   so parts are long.
  static func eachPart(
    of commits: [ObjectID], in repository: Repository, _ take: ([Found]) throws -> Void
  ) throws {
    let path = repository.path
    let size = min(2048, max(256, commits.count / (4 * processorCount)))
    var start = 0
    try workInOrder(threads: processorCount) { () -> ArraySlice<ObjectID>? in
      guard start < commits.count else { return nil }
      defer { start += size }
      return commits[start..<min(start + size, commits.count)]
    } work: { part in
      Result { () throws -> [Found] in
        let scan = CommitScan(try Repository.open(at: path))
        return try part.map { try scan.found(in: $0) }
      }
    } take: { (found: Result<[Found], any Error>) in
      try take(found.get())
    }
  }
}
