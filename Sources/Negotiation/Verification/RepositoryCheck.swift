/// One thing that `amend verify` checks.
///
/// A check of its own is a type of its own, named in ``Verification/checks(program:)``. It may keep what it needs of the
/// commits that it has seen, as long as that is a few bytes a commit.
protocol RepositoryCheck {
  /// Looks at one commit. Those of main come first, then each delegation's branch, the kept drafts, and what other
  /// references reach; on each line the oldest comes first.
  ///
  /// - Throws: an error of the repository or of a file becomes a finding.
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding]

  /// Says what can be said only once every commit has been seen.
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding]
}

extension RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] { [] }
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] { [] }
}
