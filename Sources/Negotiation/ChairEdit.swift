internal import Drafting
package import Git
internal import Merging

/// The reasons that stand beside a decision.
package struct DecisionNote: Hashable, Sendable {
  package var reason: String?

  /// Where it was taken: `informal meeting, 24 February 2009`.
  package var meeting: String?

  package init(reason: String? = nil, meeting: String? = nil) {
    self.reason = reason
    self.meeting = meeting
  }
}

/// What the chair decided, and what became of the standing proposals.
package struct DecisionOutcome: Sendable {
  /// The commit on main.
  package var commit: ObjectID
  /// What was done, as the commit says it: `The chair adopts operative/3`.
  package var subject: String
  package var places: [DraftOrder.Place]
  /// The delegations that have a branch, in the order of their codes.
  package var reports: [FollowingReport]

  /// Who amended the proposal that was rejected: each now stands alone with all the words of its amendment.
  package var amenders: [Amender] = []

  /// What a person should know besides.
  package var remarks: [String] = []
}

/// The chair's text that is about to get one more commit.
struct ChairEdit {
  var order: DraftOrder
  var settings: DraftSettings
  private(set) var files: [ParagraphIdentifier: Paragraph?] = [:]
  private let main: Snapshot
  private let oldOrder: DraftOrder
  private let oldSettings: DraftSettings

  init(_ negotiation: Negotiation) throws {
    main = negotiation.main
    oldOrder = try main.order()
    order = oldOrder
    oldSettings = negotiation.settings
    settings = oldSettings
  }

  func paragraph(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    if let changed = files[identifier] { return changed }
    return try main.paragraph(identifier)
  }

  mutating func set(_ identifier: ParagraphIdentifier, to paragraph: Paragraph?) {
    files[identifier] = .some(paragraph)
  }

  /// Writes what was set; main's own tree where nothing was.
  func tree(in repository: Repository) throws -> ObjectID {
    try repository.tree(from: main.tree, changing: changedFiles { try repository.writeBlob($0) })
  }

  /// The files that were set, by their paths.
  ///
  /// - Parameter blob: stores a file's text, or only names it.
  func changedFiles(_ blob: (String) throws -> ObjectID) throws -> [String: ObjectID?] {
    var changes: [String: ObjectID?] = [:]
    for (identifier, paragraph) in files {
      changes[identifier.path] = .some(try paragraph.map { try blob($0.fileText) })
    }
    for (index, outline) in order.outlines.enumerated()
    where !oldOrder.outlines.indices.contains(index) || oldOrder.outlines[index] != outline {
      changes[outline.path] = .some(outline.entries.isEmpty ? nil : try blob(outline.fileText))
    }
    if settings != oldSettings { changes[DraftSettings.path] = .some(try blob(settings.fileText)) }
    return changes
  }
}

extension Negotiation {
  /// Writes a decision as one commit on main, and has every branch follow.
  ///
  /// Main moves first, and from then on the decision is made: a branch that cannot follow now follows with the next act.
  ///
  /// - Throws: `NegotiationError.moved` where somebody else decided at the same moment.
  func decided(
    _ edit: ChairEdit, _ message: CommitMessage, _ places: [DraftOrder.Place], _ act: Act
  ) throws -> DecisionOutcome {
    try decided(tree: edit.tree(in: repository), message, places, act)
  }

  func decided(
    tree: ObjectID, _ message: CommitMessage, _ places: [DraftOrder.Place], _ act: Act
  ) throws -> DecisionOutcome {
    let commit = try decisionCommit(tree: tree, message, act)
    try moveMain(to: commit, message)
    let after = try Negotiation(repository, mainAt: commit)
    after.countsUntouched = countsUntouched
    var outcome = DecisionOutcome(
      commit: commit, subject: message.subject, places: places, reports: try after.followMain(act))
    if message.action == .approve { outcome.remarks += try after.remarkOnLateProposals(places).map { [$0] } ?? [] }
    return outcome
  }

  /// The commit of a decision, not yet on main.
  func decisionCommit(tree: ObjectID, _ message: CommitMessage, _ act: Act) throws -> ObjectID {
    try repository.writeCommit(
      tree: tree, parents: [main.commit], author: act.chairSignature, committer: act.signature, message: message.text)
  }

  /// Makes the decision.
  ///
  /// - Throws: `NegotiationError.moved` where somebody else decided at the same moment, with what that was.
  func moveMain(to commit: ObjectID, _ message: CommitMessage) throws {
    do {
      try move(ReferenceNames.main, from: main.commit, to: commit, message, happening: "has decided")
    } catch let error as NegotiationError where error.code == .moved {
      throw try overtaken(error)
    }
  }

  /// The error of a secretary whom another was faster than, with what the other did.
  func overtaken(_ error: NegotiationError) throws -> NegotiationError {
    guard let tip = try repository.reference(ReferenceNames.main), tip != main.commit else { return error }
    let done = try repository.commits(from: [tip], hiding: [main.commit], order: .oldestFirst).map {
      let commit = try repository.commit($0)
      return "\(CommitMessage(text: commit.message).subject) (\(commit.committer.name), commit \($0.short))"
    }
    return NegotiationError(
      .moved, error.message + ": \(done.joined(separator: "; "))", hint: "Look at it, then type the command again.")
  }
}

extension CommitMessage {
  /// The message of a decision of the chair on paragraphs.
  init(
    _ action: Action, _ places: [DraftOrder.Place], _ note: DecisionNote, phrase: String? = nil,
    _ more: [Trailer] = []
  ) {
    var trailers: [Trailer] = []
    for place in places {
      trailers.append(.init(.paragraph, place.address))
      trailers.append(.init(.identifier, place.entry.identifier.description))
    }
    trailers.append(.init(.action, action.rawValue))
    trailers += more
    if let reason = note.reason { trailers.append(.init(.reason, reason)) }
    if let meeting = note.meeting { trailers.append(.init(.meeting, meeting)) }
    let first = places.first?.address ?? "the draft"
    let target = places.count > 1 ? "\(first) and \(places.count - 1) more" : first
    self.init(subject: "The chair \(phrase ?? "\(action.verb) \(target)")", trailers: trailers)
  }
}
