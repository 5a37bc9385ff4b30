internal import Git

/// Numbers commits by their generation and by what they have seen of main (``CommitRecord/generation``,
/// ``CommitRecord/decisions``), parents before children.
struct Generations {
  private var known: [ObjectID: Numbers] = [:]

  private struct Numbers {
    var generation = 0
    var decisions = 0

    init() {}

    init(_ commit: CommitRecord) { (generation, decisions) = (commit.generation, commit.decisions) }
  }

  init(_ found: [CommitScan.Found] = []) {
    for each in found { known[each.commit.id] = Numbers(each.commit) }
  }

  /// - Parameter other: a commit that was not numbered here; `nil` where the repository does not have it, which then counts
  ///   for nothing.
  mutating func number(_ found: inout [CommitScan.Found], _ other: (ObjectID) throws -> CommitRecord?) throws {
    for index in found.indices {
      let before = try found[index].commit.parents.map { parent in
        try known[parent] ?? other(parent).map { Numbers($0) } ?? Numbers()
      }
      let isChairs = found[index].commit.delegationEmail.isEmpty
      found[index].commit.generation = (before.map(\.generation).max() ?? 0) + 1
      found[index].commit.decisions = (before.map(\.decisions).max() ?? 0) + (isChairs ? 1 : 0)
      known[found[index].commit.id] = Numbers(found[index].commit)
    }
  }
}
