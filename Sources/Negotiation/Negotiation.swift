package import Drafting
package import Git

/// The repository of one negotiation, opened.
///
/// The library prints nothing and reads neither clock nor environment: who acts and when is given with each act.
package final class Negotiation {
  package let repository: Repository

  /// The chair's text when the repository was opened.
  package let main: Snapshot
  package let settings: DraftSettings
  package let registry: DelegationRegistry

  /// The branches of other repositories, as far as this one knew them when it was opened.
  private(set) var elsewhere: [(name: String, id: ObjectID)] = []

  /// The index of the history, once it was asked.
  var history: HistoryIndex?

  /// Called while the index of the history is made from nothing, with the number of commits looked at; at the end with `nil`.
  package var historyProgress: ((Int?) -> Void)?

  /// Whether reports on branches that follow main count the proposals which were not touched: that alone makes each branch
  /// be looked at as a whole, in every folder where it has proposals.
  package var countsUntouched = true

  /// Opens the negotiation at `path`, and finishes what a process that died was about to move together, and its revision
  /// (``finishRevision()``).
  ///
  /// - Throws: `NegotiationError.notANegotiation` where there is no repository, or one of something else; `.incomplete` for a
  ///   copy without all of the branches.
  package convenience init(at path: String) throws {
    try self.init(Self.repository(at: path), at: path)
  }

  /// Opens the negotiation whose folder is `folder` or one above it, like ``init(at:)``; `nil` where there is none, or a
  /// repository of something else.
  package convenience init?(around folder: String) throws {
    guard let repository = try? Repository.discover(from: folder), Self.stands(in: repository) else { return nil }
    try self.init(repository, at: repository.path)
  }

  private init(_ repository: Repository, at path: String) throws {
    self.repository = repository
    repository.finishMoves()
    let tip = try repository.reference(ReferenceNames.main)
    elsewhere = try Self.branchesElsewhere(of: repository, at: path)
    guard let tip else {
      throw NegotiationError(
        .notANegotiation, "the repository at '\(path)' has no branch 'main', so it is not a negotiation of amend",
        hint: "Name another with --repo.")
    }
    main = try Snapshot(repository, commit: tip)
    guard try repository.entry(at: DraftSettings.path, in: main.tree) != nil,
      try repository.entry(at: DelegationRegistry.path, in: main.tree) != nil
    else {
      throw NegotiationError(
        .notANegotiation, "the repository at '\(path)' is not a negotiation of amend: its main has no draft",
        hint: "Name another with --repo.")
    }
    settings = try main.settings()
    registry = try main.registry()
    try finishRevision()
  }

  /// The same repository with another state of main.
  init(_ repository: Repository, mainAt commit: ObjectID) throws {
    self.repository = repository
    main = try Snapshot(repository, commit: commit)
    settings = try main.settings()
    registry = try main.registry()
  }

  static func repository(at path: String) throws -> Repository {
    do throws(GitError) {
      return try Repository.open(at: path)
    } catch {
      guard error.code == .notARepository || error.code == .notFound else { throw error }
      throw NegotiationError(
        .notANegotiation, "there is no negotiation at '\(path)'",
        hint: "'amend import FILE --repo PATH' makes one from a draft, 'amend init PATH --title T' an empty one.")
    }
  }

  /// The delegations that have a branch, with its tip, in the order of their codes.
  package func delegationTips() throws -> [(delegation: Delegation, tip: ObjectID)] {
    try repository.references(under: ReferenceNames.delegations).map { reference in
      let name = String(reference.name.dropFirst(ReferenceNames.delegations.count))
      guard let code = try? DelegationCode(name), let delegation = registry[code] else {
        throw NegotiationError(
          .damaged, "the branch 'delegations/\(name)' belongs to no delegation of this negotiation",
          hint: "The file 'delegations' on main lists them.")
      }
      return (delegation, reference.id)
    }.sorted { $0.delegation.code < $1.delegation.code }
  }
}

extension Negotiation {
  /// When the last act of a stretch of time was recorded, in seconds since 1970, over the tips of all branches; `nil` for
  /// none.
  package func lastAct(from first: Int, until last: Int) throws -> Int? {
    try ([main.commit] + delegationTips().map(\.tip)).map { Int(try repository.commit($0).committer.seconds) }
      .filter { $0 >= first && $0 < last }.max()
  }
}

extension Negotiation {
  /// Whether a negotiation stands at `path`, be it damaged; anything else, also nothing, is `false`.
  package static func stands(at path: String) -> Bool {
    guard let repository = try? Repository.open(at: path) else { return false }
    return stands(in: repository)
  }

  private static func stands(in repository: Repository) -> Bool {
    do {
      guard let main = try repository.reference(ReferenceNames.main) else { return false }
      let tree = try repository.commit(main).tree
      return try repository.entry(at: DraftSettings.path, in: tree) != nil
        && repository.entry(at: DelegationRegistry.path, in: tree) != nil
    } catch {
      // Whoever opens it is told what cannot be read.
      return true
    }
  }

  /// The negotiation whose folder is `folder` or one above it; `nil` where there is none, or a repository of something
  /// else.
  package static func path(around folder: String) -> String? {
    guard let repository = try? Repository.discover(from: folder), stands(in: repository) else { return nil }
    return repository.path
  }
}
