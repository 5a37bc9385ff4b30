internal import Git

/// Numbers commits by their generation (``CommitRecord/generation``), parents before children.
struct Generations {
  private var known: [ObjectID: Int] = [:]

  init(_ found: [CommitScan.Found] = []) {
    for each in found { known[each.commit.id] = each.commit.generation }
  }

  /// - Parameter other: the generation of a commit that was not numbered here; `nil` where the repository does not have it,
  ///   which then counts for nothing.
  mutating func number(_ found: inout [CommitScan.Found], _ other: (ObjectID) throws -> Int?) throws {
    for index in found.indices {
      let before = try found[index].commit.parents.map { try known[$0] ?? other($0) ?? 0 }
      let generation = (before.max() ?? 0) + 1
      found[index].commit.generation = generation
      known[found[index].commit.id] = generation
    }
  }
}
