package import Drafting

/// Which events of a history are told; all of them unless something is set.
package struct EventFilter: Hashable, Sendable {
  /// Only what these delegations did; what the chair decided is ``DelegationCode/chair``'s.
  package var delegations: Set<DelegationCode> = []

  /// Only what happened then.
  package var times = TimeFilter()

  /// Only what no revision up to this one holds, and only what this one holds or one before it.
  package var sinceRevision: String?
  package var untilRevision: String?

  /// Only what fell between the revision before this one and this one.
  package var revision: String?

  package var actions: Set<Action> = []

  /// At most so many, the newest.
  package var limit: Int?

  package init() {}
}
