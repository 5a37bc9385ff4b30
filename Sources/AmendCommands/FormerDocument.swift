internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import Merging
internal import Negotiation
internal import Notation

/// Documents without marks that were written before the latest decisions.
extension Session {
  /// The draft that a document was made of, where it says so itself and the draft has changed since; `nil` where the present
  /// one is all that it can be compared with.
  ///
  /// What the sender alone has proposed since then counts too: it is no part of the document.
  func formerDraft(
    _ document: WordDocument, of file: FilePath, by delegation: Delegation, in negotiation: Negotiation,
    into tally: inout ObservationTally, isTold: Bool = true
  ) throws -> ConsolidatedDraft? {
    guard let origin = document.properties.origin else { return nil }
    let tell = { (message: String, tally: inout ObservationTally) in
      if isTold { self.tell(message, document, of: file, &tally) }
    }
    guard let state = try negotiation.state(main: origin.main, tips: origin.tips) else {
      tell(
        "the document was written from a state that this negotiation has not had (commit \(origin.main.prefix(7))): it was"
          + " compared with the present one", &tally)
      return nil
    }
    let present = Dictionary(
      try negotiation.delegationTips().map { ($0.delegation.code, $0.tip) }, uniquingKeysWith: { first, _ in first })
    let codes: Set<DelegationCode> =
      switch origin.form {
      case .draft: Set(present.keys).union(state.tips.keys)
      case .reading(let code): Set([code].compactMap(\.self))
      case .clean: []
      }
    if state.main != negotiation.main.commit || codes.contains(where: { present[$0] != state.tips[$0] }) {
      tell(
        "the document was written from an earlier state of the draft (commit \(state.main.short)), and was compared with"
          + " that; what was decided and proposed since stays", &tally)
    } else if !origin.form.isOfNobody || present[delegation.code] == nil {
      return nil
    }
    return try draft(of: state, as: origin.form, in: negotiation)
  }

  /// What a document of a state had.
  private func draft(
    of state: DraftState, as form: DocumentOrigin.Form, in negotiation: Negotiation
  ) throws -> ConsolidatedDraft {
    switch form {
    case .draft: return try negotiation.consolidatedDraft(of: state)
    case .reading(let code):
      return try negotiation.consolidatedDraft(of: state).reading(of: code.flatMap { negotiation.registry[$0]?.label })
    case .clean(let fixes): return try negotiation.cleanDraft(of: state, fixes: fixes)
    }
  }

  /// The draft that a document with marks was made of, where it says so itself and its sender has proposed something since.
  func draftBeforeSendersProposals(
    _ document: WordDocument, by delegation: Delegation, in negotiation: Negotiation
  ) throws -> ConsolidatedDraft? {
    guard let origin = document.properties.origin, origin.form == .draft || origin.form == .reading(delegation.code),
      var state = try negotiation.state(main: origin.main, tips: origin.tips)
    else { return nil }
    let present = try negotiation.delegationTips().first { $0.delegation.code == delegation.code }?.tip
    guard present != state.tips[delegation.code] else { return nil }
    state.tips = state.tips.filter { $0.key == delegation.code }
    return try negotiation.consolidatedDraft(of: state)
  }

  /// What a consolidated draft with marks had in its paragraphs when it was written, where the draft has changed since.
  func wordsOfEarlierState(
    _ document: WordDocument, in negotiation: Negotiation
  ) throws -> ConsolidatedDraft? {
    guard let origin = document.properties.origin, origin.form == .draft,
      let state = try negotiation.state(main: origin.main, tips: origin.tips)
    else { return nil }
    let present = try negotiation.delegationTips()
    let isPresent =
      state.main == negotiation.main.commit && present.count == state.tips.count
      && present.allSatisfy { state.tips[$0.delegation.code] == $0.tip }
    return isPresent ? nil : try negotiation.consolidatedDraft(of: state)
  }

  /// What is alike in all copies of a document that its sender has, and what the sender's branch has from them; `nil` for a
  /// document of no state that this negotiation has had.
  func sending(
    of document: WordDocument, by delegation: Delegation, in negotiation: Negotiation
  ) throws -> (name: String, sent: SentDocument)? {
    guard let origin = document.properties.origin,
      let state = try negotiation.state(main: origin.main, tips: origin.tips)
    else { return nil }
    let name = origin.name(for: delegation.code)
    return (name, try negotiation.sent(document: name, by: delegation, since: state.tips[delegation.code]))
  }

  /// Tells a person about a document that this program wrote, and that another took away from what it was made of.
  func tellOfLostOrigin(_ document: WordDocument, of file: FilePath, into tally: inout ObservationTally) {
    guard document.properties.origin == nil, document.hasIdentifiers else { return }
    tell(
      "the document does not say any more from which state of the draft it was written, since another program took its"
        + " properties away: it was compared with the present one; look whether it is older", document, of: file, &tally
    )
  }

  private func tell(_ message: String, _ document: WordDocument, of file: FilePath, _ tally: inout ObservationTally) {
    guard tally.reported.insert(message).inserted else { return }
    tally.note(notice(message, at: nil, in: document, of: file))
  }

  /// For each change of a paragraph that the chair has changed too: what a person should know of a document that does not
  /// say from which state it was written.
  ///
  /// - Returns: a part of a sentence, by the place of the change in the list.
  func chairsChanges(_ observations: [Observation], in negotiation: Negotiation) throws -> [Int: String] {
    var asked: [Int: (identifier: ParagraphIdentifier, text: String?)] = [:]
    for (index, observation) in observations.enumerated() {
      switch observation.change {
      case .text(let identifier, let text) where observation.amended == nil: asked[index] = (identifier, text)
      case .delete(let identifier): asked[index] = (identifier, nil)
      default: break
      }
    }
    if asked.isEmpty { return [:] }
    let former = try negotiation.formerTexts(of: Set(asked.values.map(\.identifier)))
    return try asked.compactMapValues { identifier, text in
      guard let states = former[identifier], let latest = states.first else { return nil }
      if let same = states.first(where: { $0.text == text }) {
        let when = "on \(try day(of: same.changedBy, in: negotiation)) (commit \(same.changedBy.short))"
        return text == nil
          ? "the chair put the paragraph in \(when): the document may be older, and then nobody wants it deleted"
          : "the words are those of before the chair changed them \(when): the document may be older"
      }
      return "the chair has changed the paragraph on \(try day(of: latest.changedBy, in: negotiation)) (commit"
        + " \(latest.changedBy.short)): look whether the document is older"
    }
  }

  private func day(of commit: ObjectID, in negotiation: Negotiation) throws -> String {
    let description = try negotiation.description(of: commit)
    return Timestamp(seconds: description.time, offsetMinutes: description.offsetMinutes).dayText
  }
}
