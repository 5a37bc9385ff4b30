internal import Drafting
internal import Git

/// An event with its commit, and the number by which the index knows that.
struct IndexedEvent: Hashable, Sendable {
  var number: Int
  var commit: CommitRecord
  var event: EventRecord

  /// Whether the commit changed no paragraph, and the event says nothing.
  var isAct = false
}

extension IndexedEvent {
  /// An act that changed no paragraph.
  init(act commit: CommitRecord, number: Int) {
    self.init(
      number: number, commit: commit, event: EventRecord(identifier: ParagraphIdentifier(ordinal: 1)), isAct: true)
  }
}

extension IndexedEvent {
  /// The order in which a history is told: by time; within one second decision by decision, each followed by what was done
  /// after it and before the next; of that what answers another's proposal comes after what does not, then the delegations
  /// in the order of their codes, what was done first, first, and what nothing tells apart by the commits' names.
  ///
  /// It follows from the commits alone, and not from when the index took them up.
  static func isBefore(_ first: IndexedEvent, _ second: IndexedEvent) -> Bool {
    CommitRecord.isTold(first.commit, before: second.commit)
  }
}

extension CommitRecord {
  /// See ``IndexedEvent/isBefore(_:_:)``.
  static func isTold(_ first: Self, before second: Self) -> Bool {
    first.time == second.time ? first.key < second.key : first.time < second.time
  }

  private var key: (Int, Int, Int, String, Int, ObjectID) {
    (decisions, delegationEmail.isEmpty ? 0 : 1, on == nil ? 0 : 1, delegationEmail, generation, id)
  }

  /// The author's address where that is a delegation's; empty for the chair and for anybody else.
  var delegationEmail: String {
    authorEmail.hasSuffix("@delegations.invalid") && authorEmail != "chair@delegations.invalid" ? authorEmail : ""
  }
}
