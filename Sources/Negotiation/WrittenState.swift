package import Drafting
package import Git
package import Notation

/// What a delegation's branch has from a document that it sent.
package struct SentDocument: Sendable {
  /// What the delegation had before it sent the document for the first time, in each paragraph whose words it took from
  /// there last, since the branch followed main.
  package var textsBefore: [ParagraphIdentifier: Paragraph] = [:]

  /// The paragraphs whose words it took from there last, and which may be others since the branch followed main.
  package var followed: Set<ParagraphIdentifier> = []

  /// The new paragraphs that nothing but the document has brought.
  package var added: Set<ParagraphIdentifier> = []

  /// The paragraphs whose place it took from there last.
  package var moved: Set<ParagraphIdentifier> = []

  /// Why it proposed what it took from there.
  package var reasons: Set<String> = []

  /// The tip of its branch before it sent the document for the first time since the branch followed main; `nil` where it has
  /// not.
  package var tipBefore: ObjectID?
}

extension Negotiation {
  /// The state that a document says it was written from; `nil` where this negotiation has not had it.
  ///
  /// - Parameters:
  ///   - main: the first digits of the commit of the chair's text.
  ///   - tips: those of the tip of each delegation's branch.
  package func state(main digits: String, tips: [DelegationCode: String]) throws -> DraftState? {
    guard let commit = try known(digits, on: main.commit) else { return nil }
    let present = Dictionary(
      try delegationTips().map { ($0.delegation.code, $0.tip) }, uniquingKeysWith: { first, _ in first })
    var state = DraftState(name: commit.short, main: commit, tips: [:])
    for (code, digits) in tips {
      guard let tip = present[code], let then = try known(digits, on: tip) else { return nil }
      state.tips[code] = then
    }
    return state
  }

  /// The commit with these digits, where a branch leads to it.
  private func known(_ digits: String, on tip: ObjectID) throws -> ObjectID? {
    let commit: ObjectID
    do {
      commit = try self.commit(named: digits)
    } catch let error as NegotiationError where error.code == .notFound || error.code == .ambiguous {
      return nil
    }
    return try repository.isAncestor(commit, of: tip) ? commit : nil
  }

  /// What a delegation's branch has from a document that it sent.
  ///
  /// - Parameters:
  ///   - document: what the document says of itself; ``Act/document``.
  ///   - then: the tip of the delegation's branch when the document was written; `nil` where it had none.
  /// - Cost: reads the delegation's commits since then.
  package func sent(
    document: String, by delegation: Delegation, since then: ObjectID?
  ) throws -> SentDocument {
    var sent = SentDocument()
    var settled: Set<ParagraphIdentifier> = []
    var placed: Set<ParagraphIdentifier> = []
    var hasFollowed = false
    guard var commit = try delegationTips().first(where: { $0.delegation.code == delegation.code })?.tip else {
      return sent
    }
    while commit != then, commit != main.commit {
      let record = try repository.commit(commit)
      let message = CommitMessage(text: record.message)
      guard let parent = record.parents.first else { break }
      // Where the branch followed main its words may be others.
      if record.parents.count > 1 { hasFollowed = true }
      let isOfDocument = message.action == .propose && message.first(.document) == document
      if isOfDocument {
        sent.reasons.formUnion(message.values(.reason))
        if !hasFollowed { sent.tipBefore = parent }
      }
      let before = try Snapshot(repository, commit: parent)
      let after = try Snapshot(repository, commit: commit)
      for identifier in message.legibleIdentifiers {
        let paragraph = try before.paragraph(identifier)
        if message.action == .propose, let paragraph, try after.paragraph(identifier)?.text == paragraph.text {
          // Nothing but its place is another.
          if placed.insert(identifier).inserted, isOfDocument { sent.moved.insert(identifier) }
          continue
        }
        if settled.contains(identifier) { continue }
        if isOfDocument, let paragraph {
          if hasFollowed { sent.followed.insert(identifier) } else { sent.textsBefore[identifier] = paragraph }
        } else {
          if isOfDocument { sent.added.insert(identifier) }
          settled.insert(identifier)
        }
      }
      commit = parent
    }
    return sent
  }

  /// The paragraphs whose words a delegation took from a document that it sent, with every proposal but what the delegation
  /// has from there; `nil` where there are none.
  package func consolidatedDraft(
    without sent: SentDocument, by delegation: Delegation
  ) throws -> ConsolidatedDraft? {
    guard let tip = sent.tipBefore, !sent.textsBefore.isEmpty else { return nil }
    let only = Set(sent.textsBefore.keys)
    let others = try allStandingChanges(only: only).filter { $0.delegation.code != delegation.code }
    let own = tip == main.commit ? nil : try standingChanges(of: delegation, tip: tip, only: only)
    let changes = (others + [own].compactMap(\.self)).sorted { $0.delegation.code < $1.delegation.code }
    return try consolidation(of: changes, only: only).draft
  }

  /// The consolidated draft of a state.
  ///
  /// - Cost: as that of the present one.
  package func consolidatedDraft(of state: DraftState) throws -> ConsolidatedDraft {
    let then = try Negotiation(repository, mainAt: state.main)
    let changes = try state.tips.sorted { $0.key < $1.key }.compactMap { code, tip in
      try registry[code].flatMap { try then.standingChanges(of: $0, tip: tip) }
    }
    return try then.consolidation(of: changes).draft
  }

  /// What the chair's text said of some paragraphs before its decisions, and the decision that changed each, the newest
  /// first; a paragraph that was not there then has no text.
  ///
  /// - Cost: looks each paragraph up in every commit of main.
  package func formerTexts(
    of identifiers: Set<ParagraphIdentifier>
  ) throws -> [ParagraphIdentifier: [(text: String?, changedBy: ObjectID)]] {
    var former: [ParagraphIdentifier: [(text: String?, changedBy: ObjectID)]] = [:]
    var later = main
    while let parent = try repository.commit(later.commit).parents.first {
      let before = try Snapshot(repository, commit: parent)
      for identifier in identifiers where try before.file(of: identifier) != later.file(of: identifier) {
        let text = try before.paragraph(identifier)?.text
        let now = try later.paragraph(identifier)?.text
        if text != now { former[identifier, default: []].append((text, later.commit)) }
      }
      later = before
    }
    return former
  }
}
