internal import Drafting
internal import Git
internal import Merging
internal import Notation

extension Negotiation {
  /// Several acts as one: each sees what those before it have done, and a failure, or the death of the process, leaves all
  /// of them or none.
  ///
  /// - Parameter isDryRun: they are done in memory, and forgotten.
  /// - Throws: `NegotiationError.moved` where somebody else has moved one of the branches meanwhile; nothing was written then.
  package func asOne(_ message: String, isDryRun: Bool, _ acts: () throws -> Void) throws {
    do {
      try repository.inOneMove(message: message) {
        try acts()
        if isDryRun { throw Forgotten() }
      }
    } catch is Forgotten {
      return
    } catch let error as GitError where error.code == .referenceMoved {
      throw NegotiationError(
        .moved, "somebody else has changed a branch of the same delegation at this moment; nothing was written",
        hint: "Type the command again.")
    }
  }

  /// Does an act on one delegation's branch: the edit, its commit, a look at the result, and the move of the branch.
  ///
  /// A dry run does the same with everything in memory, and then forgets it.
  ///
  /// - Parameter isMove: whether a paragraph is to be placed elsewhere.
  func performed(
    isDryRun: Bool, isMove: Bool = false, _ edited: () throws -> (BranchEdit, CommitMessage, DraftOrder.Place),
    act: () -> Act
  ) throws -> ActOutcome {
    guard isDryRun else { return try perform(edited, act(), isMove: isMove, isKept: true) }
    do {
      // An error inside leaves no object behind: that is how the dry run forgets what it wrote.
      return try repository.inOnePack {
        throw DryRun(outcome: try self.perform(edited, act(), isMove: isMove, isKept: false))
      }
    } catch let dryRun as DryRun {
      var outcome = dryRun.outcome
      outcome.commit = nil
      return outcome
    }
  }

  private func perform(
    _ edited: () throws -> (BranchEdit, CommitMessage, DraftOrder.Place), _ act: Act, isMove: Bool,
    isKept: Bool
  ) throws -> ActOutcome {
    let (edit, message, place) = try edited()
    let commit = try edit.commit(message, act, in: repository)
    let identifier = place.entry.identifier
    var changes = try allStandingChanges(only: [identifier]).filter { $0.delegation.code != edit.delegation.code }
    if let own = try standingChanges(of: edit.delegation, tip: commit, only: [identifier]) { changes.append(own) }
    changes.sort { $0.delegation.code < $1.delegation.code }
    let preview = try consolidation(of: changes, only: [identifier])
    if let unplaced = preview.unplaced.first(where: { $0.code == edit.delegation.code }) {
      let moved = try main.order().place(of: unplaced.identifier)?.address ?? "@\(unplaced.identifier)"
      throw NegotiationError(
        .refused, "\(moved) would stand right after a heading, and a placement order names a paragraph",
        hint: "Move \(moved) elsewhere first, or to the beginning of a section.")
    }
    var remarks = edit.remarks
    if message.action == .propose, !isMove {
      remarks += try remarkOnAmenders(of: edit.delegation, in: changes, on: identifier).map { [$0] } ?? []
    }
    if isMove, let own = changes.first(where: { $0.delegation.code == edit.delegation.code }) {
      let before = try edit.oldTip.flatMap { try standingChanges(of: edit.delegation, tip: $0) }
      remarks += try remarkOnTurnedOrders(from: before, to: own, placing: identifier).map { [$0] } ?? []
    }
    if message.action == .support, let own = changes.first(where: { $0.delegation.code == edit.delegation.code }) {
      let before = try edit.oldTip.flatMap { try standingChanges(of: edit.delegation, tip: $0) }
      remarks += try remarkOnOtherOrders(from: before, to: own, besides: [identifier]).map { [$0] } ?? []
    }
    let item = preview.draft.sections.flatMap(\.items).first { $0.identifier == identifier }
    if isKept {
      try finish(edit, at: commit, message)
      if message.action != .withdraw { remarks += try remarkOnLateApproval(of: place).map { [$0] } ?? [] }
    }
    return ActOutcome(
      commit: commit, subject: message.subject, delegation: edit.delegation, place: place, body: item?.body ?? .init(),
      placements: item?.placements ?? [], remarks: remarks)
  }
}

/// The end of acts that are not to be kept.
private struct Forgotten: Error {}

/// The result of an act that is not to be kept, on its way out of the memory it was made in.
private struct DryRun: Error {
  var outcome: ActOutcome
}

extension CommitMessage {
  /// The message of an act on paragraphs.
  ///
  /// - Parameter object: what is proposed, to follow "proposes": `to delete`; a change for `nil`. What is withdrawn, to
  ///   follow "withdraws"; a proposal for `nil`.
  init(
    _ action: Action, _ delegation: Delegation, _ places: [DraftOrder.Place], _ object: String? = nil,
    on other: String? = nil, reason: String? = nil
  ) {
    let first = places.first?.address ?? "the draft"
    let target = places.count > 1 ? "\(first) and \(places.count - 1) more" : first
    let phrase =
      switch action {
      case .propose: (object ?? "a change to") + " " + target + (other.map { ", on \($0)'s proposal" } ?? "")
      case .support: "\(other ?? "")'s proposal on \(target)"
      case .withdraw: (object ?? "its proposal on") + " " + target
      default: target
      }
    var trailers: [Trailer] = []
    for place in places {
      trailers.append(.init(.paragraph, place.address))
      trailers.append(.init(.identifier, place.entry.identifier.description))
    }
    trailers.append(.init(.action, action.rawValue))
    if let other { trailers.append(.init(.on, other)) }
    if let reason { trailers.append(.init(.reason, reason)) }
    guard action != .importing else {
      self.init(subject: "Import \(delegation.code)'s proposal on \(target)", trailers: trailers)
      return
    }
    self.init(subject: "\(delegation.code) \(action.verb) \(phrase)", trailers: trailers)
  }
}
