internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import JSON
internal import Negotiation
internal import Notation

/// How a document's changes become proposals.
struct ObservationOptions {
  var marks: ObservationMarks?
  var authors: [AuthorName]

  /// Why, where no comment says so.
  var reason: String?

  /// More changes than this in the name of one delegation are no observations on a draft.
  static let mostChanges = 4_000
}

extension ObservationMarks: ArgumentValue {}

extension Session {
  /// Makes a proposal for each paragraph that a document changes, in the name of one delegation.
  ///
  /// - Parameters:
  ///   - tally: what is known so far; what becomes of these changes is added.
  ///   - isTheirs: whether an author's changes are the delegation's.
  func proposeObservations(
    _ document: WordDocument, of file: FilePath, by delegation: Delegation, _ options: ObservationOptions,
    in negotiation: Negotiation, into tally: inout ObservationTally, reportsOthers: Bool = true,
    labelOf: @escaping (String) -> String?, isTheirs: @escaping (String) -> Bool
  ) throws {
    let consolidated = try negotiation.consolidation().draft
    var reader = ObservationReader(
      registry: negotiation.registry, label: delegation.label, base: consolidated.reading(of: nil),
      present: consolidated.reading(of: delegation.label), reportsOthers: reportsOthers, isTheirs: isTheirs)
    reader.written = consolidated
    let shown = options.marks ?? ObservationMarks(in: document)
    tellOfLostOrigin(document, of: file, into: &tally)
    reader.hasStatuses =
      document.properties.origin.map { $0.form == .draft && negotiation.main.commit.description.hasPrefix($0.main) }
      ?? false
    // Where changes are marked only what no mark shows is compared with that.
    reader.former = try formerDraft(
      document, of: file, by: delegation, in: negotiation, into: &tally, isTold: shown == .none)
    if shown != .none {
      reader.writtenFrom = try draftBeforeSendersProposals(document, by: delegation, in: negotiation)
      reader.writtenThen = try wordsOfEarlierState(document, in: negotiation)
    }
    let sending = try sending(of: document, by: delegation, in: negotiation)
    reader.textsBefore = sending?.sent.textsBefore ?? [:]
    reader.writtenBefore = try sending.flatMap { try negotiation.consolidatedDraft(without: $0.sent, by: delegation) }
    reader.addedBefore = sending?.sent.added ?? []
    reader.followedBefore = sending?.sent.followed ?? []
    reader.movedBefore = sending?.sent.moved ?? []
    reader.reasonsBefore = sending?.sent.reasons ?? []
    reader.hadSendersProposals = sending != nil && document.properties.origin?.form == .reading(delegation.code)
    reader.labelOf = labelOf
    let table = LabelTable(registry: negotiation.registry)
    reader.isPosition = { Position.isStatement($0, labels: table) }
    let list = reader.read(document, marks: options.marks)
    tally.refused += list.brokenCount
    tally.hasLeftOut = tally.hasLeftOut || !list.remarks.isEmpty
    guard list.observations.count <= ObservationOptions.mostChanges else {
      throw FileError(
        message: "\(name(of: file)) asks for \(list.observations.count) changes; \(ObservationOptions.mostChanges) are"
          + " allowed in one document",
        hint: "Is it a document of this negotiation? 'amend import' makes one of a draft.")
    }
    for remark in list.remarks where tally.reported.insert("\(remark.paragraph ?? 0): \(remark.message)").inserted {
      tally.note(notice(remark.message, at: remark.paragraph, in: document, of: file))
    }
    let isMarked = shown == .tracked && document.authors.contains(where: isTheirs)
    if list.observations.isEmpty, shown != .none, !isMarked {
      tally.unmarked = reader.read(document, marks: ObservationMarks.none, done: shown).observations.count
      tally.isComparable =
        shown != .formatting
        || reader.read(document, marks: ObservationMarks.none).observations.count == tally.unmarked
    }
    var act = try act()
    act.document = sending?.name
    let age =
      shown == .none && document.properties.origin == nil ? try chairsChanges(list.observations, in: negotiation) : [:]
    var made: [Int: ParagraphIdentifier] = [:]
    var refusals = try refusalsOfWholes(list, by: delegation, options, act: act, in: negotiation)
    let left = Set(refusals.keys)
    let kept = Set(list.observations.filter { $0.text.map(left.contains) ?? false }.flatMap(\.joined))
    for (index, observation) in list.observations.enumerated() {
      if observation.change.removed.map(kept.contains) ?? false { continue }
      if let whole = observation.text ?? observation.splitFrom, left.contains(whole) {
        if observation.text != nil, let refusal = refusals.removeValue(forKey: whole) {
          tally.note(notice(refusal, at: observation.paragraph, in: document, of: file))
          tally.refused += 1
        }
        continue
      }
      if case .withdraw(let identifier) = observation.change {
        let reason = observation.reason ?? options.reason
        tally.take(
          try negotiation.withdraw(ParagraphAddress("@\(identifier)"), by: delegation, reason: reason, act: act),
          by: delegation)
        if let note = observation.note { tally.note(notice(note, at: observation.paragraph, in: document, of: file)) }
        continue
      }
      do {
        if case .support(let identifier, let code) = observation.change, let proposer = negotiation.registry[code] {
          tally.take(
            try negotiation.support(
              ParagraphAddress("@\(identifier)"), of: proposer, by: delegation,
              reason: observation.reason ?? options.reason, act: act))
          continue
        }
        let outcome = try proposeAmending(
          observation, in: document, of: file, list, by: delegation, made: made, options, act: act, in: negotiation,
          into: &tally)
        if case .new = observation.change { made[index] = outcome.place.entry.identifier }
        tally.take(outcome)
      } catch let error as NegotiationError where error.code == .refused {
        let advice = error.hint.isEmpty ? "" : ". " + error.hint
        tally.note(notice(error.message + advice, at: observation.paragraph, in: document, of: file))
        tally.refused += 1
        continue
      }
      for note in [observation.note, age[index]].compactMap(\.self) {
        tally.note(notice(note, at: observation.paragraph, in: document, of: file))
      }
    }
  }

  /// What amended a proposal that is withdrawn by now becomes a change of the draft's own words.
  private func proposeAmending(
    _ observation: Observation, in document: WordDocument, of file: FilePath, _ list: ObservationList,
    by delegation: Delegation,
    made: [Int: ParagraphIdentifier], _ options: ObservationOptions, act: Act, in negotiation: Negotiation,
    into tally: inout ObservationTally
  ) throws -> ActOutcome {
    do {
      return try propose(observation, list, by: delegation, made: made, options, act: act, in: negotiation)
    } catch let error as NegotiationError where error.code == .notFound && observation.amended != nil {
      tally.note(
        notice(
          "\(error.message); the change is to the draft's own words", at: observation.paragraph, in: document, of: file)
      )
      var observation = observation
      observation.amended = nil
      return try propose(observation, list, by: delegation, made: made, options, act: act, in: negotiation)
    }
  }

  /// - Parameter isTrial: only to see whether it can be proposed.
  func propose(
    _ observation: Observation, _ list: ObservationList, by delegation: Delegation,
    made: [Int: ParagraphIdentifier], _ options: ObservationOptions, act: Act, isTrial: Bool = false,
    in negotiation: Negotiation
  ) throws -> ActOutcome {
    let change: ProposedChange
    let target: ProposedChange.Anchor
    switch observation.change {
    case .text(let identifier, let text):
      let isAmendment = observation.amended != nil && !observation.isWhole
      change = .text(isAmendment ? .amendedText(text) : .text(text))
      target = try anchor(.paragraph(identifier), list, made)
    case .new(let text, let place):
      (change, target) = (.newParagraph(text, numbered: observation.number), try anchor(place, list, made))
    case .delete(let identifier), .withdraw(let identifier), .support(let identifier, _):
      (change, target) = (.deleteParagraph, try anchor(.paragraph(identifier), list, made))
    case .moveBack(let identifier): (change, target) = (.moveBack, try anchor(.paragraph(identifier), list, made))
    case .move(let identifier, let place):
      (change, target) = (.move(after: try anchor(place, list, made)), try anchor(.paragraph(identifier), list, made))
    }
    return try negotiation.propose(
      change, to: target, by: delegation, amending: observation.amended.flatMap { negotiation.registry[$0] },
      reason: observation.reason ?? options.reason, act: act, isDryRun: isTrial)
  }

  private func anchor(
    _ anchor: Observation.Anchor, _ list: ObservationList, _ made: [Int: ParagraphIdentifier]
  ) throws -> ProposedChange.Anchor {
    switch anchor {
    case .paragraph(let identifier): return .paragraph(try ParagraphAddress("@\(identifier)"))
    case .beginning(let section): return .beginning(of: section)
    case .new(let index):
      if let identifier = made[index] { return .paragraph(try ParagraphAddress("@\(identifier)")) }
      // Where that one was refused: behind what it would stand after.
      guard case .new(_, let before) = list.observations[index].change else { return .beginning(of: .operative) }
      return try self.anchor(before, list, made)
    }
  }
}

extension Observation {
  /// The paragraph whose words it changes.
  fileprivate var text: ParagraphIdentifier? { if case .text(let identifier, _) = change { identifier } else { nil } }
}
