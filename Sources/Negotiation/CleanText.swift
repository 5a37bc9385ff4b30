package import Drafting
package import Notation
internal import Merging

/// The agreed words alone, numbered through.
package struct CleanText: Sendable {
  package var draft: ConsolidatedDraft
  /// The paragraphs with their old and new numbers, in the order of the text.
  package var concordance: [Renumbering]
  /// The numbers that no paragraph has any more, the lowest first.
  package var gone: [GoneNumber] = []
  /// The paragraphs that are only proposed, where their numbers change with those of the text.
  package var proposed: [ProposedRenumbering] = []
  /// References whose number the new numbers falsify: in the text, and then in the delegations' own words.
  package var references: [CrossReference]
  /// The approved paragraphs on which other wordings still stand, which the text leaves out, with who would have them.
  package var overruled: [(place: DraftOrder.Place, delegations: [Delegation])] = []
  /// The decision that wrote the numbers to main; `nil` where the text was only printed.
  package var decision: DecisionOutcome?
}

/// A paragraph's number before and after.
package struct Renumbering: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var section: SectionName
  package var old: ParagraphNumber
  package var new: ParagraphNumber
}

extension Negotiation {
  /// The clean text: without statuses and brackets, its paragraphs numbered once.
  ///
  /// - Parameters:
  ///   - isCurrent: whether the base is taken as it stands, whatever is disputed.
  ///   - fixes: whether references that the new numbers falsify are rewritten, in the text and with the decision also in
  ///     what delegations say.
  ///   - note: where the new numbers, and the references, shall be written to main as a decision; `nil` to print only.
  /// - Throws: `NegotiationError.refused` where anything is disputed or pending, with the paragraphs, and where a
  ///   proposal would read like the text by a coincidence of numbers.
  package func clean(
    isCurrent: Bool, fixes: Bool, writing note: DecisionNote? = nil, act: () throws -> Act
  ) throws -> CleanText {
    let changes = try allStandingChanges()
    if !isCurrent { try refuseWhatIsNotAgreed(changes) }
    let order = try main.order()
    let (renumbered, rewriting) = try numberedThrough()
    var result = CleanText(
      draft: try cleanDraft(renumbered, fixes ? rewriting : nil), concordance: rewriting.concordance,
      gone: rewriting.gone, references: [], decision: nil)
    var edit = try ChairEdit(self)
    var rewritten: [(place: DraftOrder.Place, references: [CrossReference])] = []
    for entry in renumbered.outlines.flatMap(\.entries) {
      let references = try rewriting.references(in: entry.identifier)
      result.references += references
      let certain = references.filter(\.isCertain)
      if fixes, !certain.isEmpty, let place = order.place(of: entry.identifier) {
        edit.set(entry.identifier, to: try rewriting.rewrittenText(entry.identifier))
        rewritten.append((place, certain))
      }
    }
    for reference in try referencesStillFalse() {
      let isListed = result.references.contains {
        $0.identifier == reference.identifier && $0.passage == reference.passage && $0.range == reference.range
      }
      if !isListed { result.references.append(reference) }
    }
    if !isCurrent { result.overruled = try overruled(by: changes) }
    result.proposed = try proposedRenumberings(changes, to: renumbered)
    for change in changes { result.references += try references(in: change, rewriting) }
    guard let note else { return result }
    edit.order = renumbered
    guard try edit.tree(in: repository) != main.tree else {
      throw NegotiationError(.refused, "the paragraphs are numbered so already")
    }
    if fixes { try refuseCoincidences(changes, rewriting) }
    var more: [CommitMessage.Trailer] = rewritten.flatMap { place, references in
      references.map { .init(.rewritten, "\(place.entry.identifier) \($0.phrase) → \($0.suggestion)") }
    }
    let left = Set(result.references.filter { !fixes || !$0.isCertain }.map(\.name))
    more += left.sorted().map { .init(.left, $0) }
    result.decision = try decided(
      edit,
      CommitMessage(
        .renumber, rewritten.map(\.place), note, phrase: "renumbers the clean text",
        (fixes ? [.init(.references, "rewritten")] : []) + more), [], act())
    return result
  }

  /// The clean text of a state as it stood then, whatever was disputed.
  ///
  /// - Parameter fixes: whether references that the new numbers falsify are rewritten.
  package func cleanDraft(of state: DraftState, fixes: Bool) throws -> ConsolidatedDraft {
    let then = try Negotiation(repository, mainAt: state.main)
    let (renumbered, rewriting) = try then.numberedThrough()
    return try then.cleanDraft(renumbered, fixes ? rewriting : nil)
  }

  /// The chair's order with the numbers of the clean text, and what they do to references.
  private func numberedThrough() throws -> (order: DraftOrder, rewriting: ReferenceRewriting) {
    var order = try main.order()
    order.renumber(besides: try numbersLeft())
    return (order, try ReferenceRewriting(main, to: order))
  }

  /// - Parameter rewriting: what puts references right; `nil` to leave them as they are.
  private func cleanDraft(_ order: DraftOrder, _ rewriting: ReferenceRewriting?) throws -> ConsolidatedDraft {
    var draft = ConsolidatedDraft(settings: settings)
    draft.sections = try order.outlines.map { outline in
      ConsolidatedDraft.Section(
        name: outline.section,
        items: try outline.entries.compactMap { entry in
          let paragraph = try rewriting?.rewrittenText(entry.identifier) ?? main.paragraph(entry.identifier)
          return paragraph.map {
            ConsolidatedDraft.Item(
              identifier: entry.identifier, kind: entry.kind, body: BracketedText(text: $0.text),
              footnotes: $0.footnotes)
          }
        })
    }
    return draft
  }

  /// Words that wait for somebody are not agreed, be it for a delegation's bracket or for the chair's own consultations.
  private func refuseWhatIsNotAgreed(_ changes: [StandingChanges]) throws {
    let disputed = try disputedParagraphs(changes)
    let places = try main.order().places
    var seen: Set<ParagraphIdentifier> = []
    // In the order in which they are printed; what main has not, and nobody's text any more, comes last.
    let all =
      try DraftOrder(consolidatedOrder(changes).sections).places + places
      + changes.flatMap { $0.order?.own.places ?? [] }
    let pending = try places.filter {
      if case .pending = try main.paragraph($0.entry.identifier)?.status { true } else { false }
    }
    let standing = all.filter {
      disputed.contains($0.entry.identifier) && seen.insert($0.entry.identifier).inserted
    }
    let positions = try positions(of: changes)
    let names = { (place: DraftOrder.Place) in
      let said = (positions[place.entry.identifier] ?? []).map { $0.statement(in: .english) }
      return place.address + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
    }
    var findings: [String] = []
    for (places, state) in [(standing, "still disputed"), (pending, "pending")] where !places.isEmpty {
      let names = places.map { state == "pending" ? $0.address : names($0) }.joined(separator: ", ")
      let what = findings.isEmpty ? "\(places.count) paragraphs are" : "\(places.count) are"
      findings.append(places.count == 1 ? "\(names) is \(state)" : "\(what) \(state): \(names)")
    }
    guard !findings.isEmpty else { return }
    let withdrawals = standing.flatMap { place in
      (positions[place.entry.identifier] ?? []).map {
        "'amend withdraw --country \($0.delegation.code) --paragraph \(place.address)'"
      }
    }
    let listed = withdrawals.prefix(3).joined(separator: ", ") + (withdrawals.count > 3 ? " …" : "")
    // Where nothing but positions is left on what is approved, the chair has decided all that it can.
    let isDecided =
      try pending.isEmpty
      && standing.allSatisfy { try main.paragraph($0.entry.identifier)?.status == .approved }
    throw NegotiationError(
      .refused, findings.joined(separator: "; "),
      hint: (listed.isEmpty ? "" : "Positions are withdrawn by who took them: \(listed). ")
        + (isDecided ? "Or take" : "Decide on them, or take") + " the text as it stands: 'amend clean --current'.")
  }
}

extension DraftOrder {
  /// Numbers the paragraphs of each section through, from where its numbers began; a section whose numbers went on from
  /// those before it still does.
  ///
  /// - Parameter left: the numbers of paragraphs that have left their section.
  mutating func renumber(besides left: [SectionName: [ParagraphNumber]] = [:]) {
    var lastOld = 0
    var lastNew = 0
    for section in outlines.indices {
      let standing = outlines[section].entries.compactMap(\.number)
      let numbers = standing + (left[outlines[section].section] ?? [])
      guard !standing.isEmpty, let first = numbers.min(), let last = numbers.max() else { continue }
      var next = lastOld > 0 && first.value == lastOld + 1 ? lastNew + 1 : first.value
      for index in outlines[section].entries.indices {
        switch outlines[section].entries[index].kind {
        case .heading: continue
        case .numbered: outlines[section].entries[index].kind = .numbered(ParagraphNumber(next))
        case .counted: outlines[section].entries[index].kind = .counted(ParagraphNumber(next))
        }
        next += 1
      }
      (lastOld, lastNew) = (last.value, next - 1)
    }
  }
}
