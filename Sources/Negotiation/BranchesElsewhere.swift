internal import Git

/// Branches of a negotiation that stand in a copy only as they were in the repository that it was made from.
///
/// 'git clone' makes a branch of main alone, and leaves the others in `refs/remotes/origin/`, where nobody's proposal is
/// looked for: the draft would be told as if nobody had proposed anything.
extension Negotiation {
  /// The branches of other repositories, as far as this one knows them.
  ///
  /// - Throws: `NegotiationError.incomplete`, with what to type, where branches of the negotiation stand there alone.
  static func branchesElsewhere(
    of repository: Repository, at path: String
  ) throws -> [(name: String, id: ObjectID)] {
    let found = try repository.references(under: remotes)
    let elsewhere = found.compactMap { BranchElsewhere($0.name) }
    let negotiations = Set(elsewhere.filter(\.isOfADelegation).map(\.remote))
    if negotiations.isEmpty { return found }
    let here = Set(try repository.references(under: BranchElsewhere.branches).map(\.name))
    let missing = elsewhere.filter { branch in
      negotiations.contains(branch.remote) && !here.contains(BranchElsewhere.branches + branch.branch)
    }
    guard let remote = missing.first?.remote else { return found }
    let named = missing.filter { $0.remote == remote }.map(\.branch).sorted()
    let others = named.count > mostNamed ? " and \(named.count - mostNamed) more" : ""
    throw NegotiationError(
      .incomplete,
      "the copy at '\(path)' lacks \(named.prefix(mostNamed).joined(separator: ", "))\(others): git left "
        + "\(named.count == 1 ? "this branch" : "these branches") in \(remotes)\(remote)",
      hint: "Bring \(named.count == 1 ? "it" : "them") along: "
        + "git -C '\(path)' fetch --update-head-ok \(remote) 'refs/heads/*:refs/heads/*'")
  }

  /// What delegations have done elsewhere, as far as the repository knows, and not in it.
  ///
  /// - Cost: compares histories where a branch is elsewhere at another commit.
  func remarksOnActsElsewhere() throws -> [String] {
    if elsewhere.isEmpty { return [] }
    let here = Dictionary(uniqueKeysWithValues: try repository.references(under: ReferenceNames.delegations))
    var delegations: [String: [String]] = [:]
    for reference in elsewhere {
      guard let branch = BranchElsewhere(reference.name), branch.isOfADelegation,
        let tip = here[BranchElsewhere.branches + branch.branch], tip != reference.id,
        try !repository.isAncestor(reference.id, of: tip)
      else { continue }
      delegations[branch.remote, default: []].append(String(branch.branch.split(separator: "/")[1]))
    }
    return delegations.sorted { $0.key < $1.key }.map { remote, codes in
      "Acts of \(codes.sorted().joined(separator: ", ")) that '\(remote)' has are not in this copy: "
        + "git -C '\(repository.path)' fetch --update-head-ok \(remote) 'refs/heads/*:refs/heads/*'"
    }
  }

  private static let remotes = "refs/remotes/"
  private static let mostNamed = 5
}

/// A branch of a negotiation in another repository.
private struct BranchElsewhere {
  let remote: String
  let branch: String
  let isOfADelegation: Bool

  static let branches = "refs/heads/"

  /// - Parameter reference: `refs/remotes/origin/delegations/VEN`; `nil` for what is no branch of a negotiation.
  init?(_ reference: String) {
    let parts = reference.split(separator: "/").dropFirst(2)
    guard let last = parts.last, parts.count > 1 else { return nil }
    isOfADelegation = parts.count > 2 && Self.branches + "\(parts[parts.endIndex - 2])/" == ReferenceNames.delegations
    guard isOfADelegation || [ReferenceNames.main, ReferenceNames.consolidated].contains(Self.branches + last) else {
      return nil
    }
    let length = isOfADelegation ? 2 : 1
    branch = parts.suffix(length).joined(separator: "/")
    remote = parts.dropLast(length).joined(separator: "/")
  }
}
