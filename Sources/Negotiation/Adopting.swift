package import Drafting
internal import Git
internal import Merging
internal import Notation

/// The words that the chair takes.
package enum AdoptedWording: Hashable, Sendable {
  /// What these delegations would have, all of it; their edits must not overlap.
  case proposals([Delegation])
  /// The chair's own words: a compromise. Lines such as `[^1]: …` are its footnotes.
  case text(String)
}

extension Negotiation {
  /// Makes a wording the chair's text: one commit on main that names the proposals it took.
  ///
  /// What a delegation proposes for a paragraph is taken whole: its words, a new paragraph, a deletion, a move.
  ///
  /// - Parameter approves: whether the paragraph is approved in the same breath, whatever brackets others keep.
  /// - Throws: `NegotiationError.refused` for an approved paragraph, for proposals that contradict each other (both
  ///   wordings are shown), and for words that the text has already; `.notFound` where there is no such proposal.
  package func adopt(
    _ wording: AdoptedWording, for address: ParagraphAddress, approves: Bool = false, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let place = try place(at: address)
    try refuseApproved(place)
    var edit = try ChairEdit(self)
    var taken: [CommitMessage.Trailer] = []
    var remarks: [String] = []
    var phrase = "adopts words of its own for \(place.address)"
    switch wording {
    case .text(let typed):
      guard var paragraph = try main.paragraph(place.entry.identifier) else {
        throw try notStanding(place, hint: "Adopt it first, with --of CODE; then give it your words.")
      }
      var new = Paragraph(typed: typed)
      let named = TypedNumber.leftOut(
        of: new.text, old: paragraph.text, known: place.entry.number.map { [$0] } ?? [], at: place.address)
      new.text = named.text
      remarks += [named.remark, Paragraph.remarkOnBlankLines(in: typed)].compactMap { $0 }
      guard !new.text.isEmpty else {
        throw NegotiationError(.refused, "the text to adopt is empty", hint: "Adopt a deletion with --of CODE.")
      }
      paragraph.retype(new)
      try refuseMarks(in: new.text, without: paragraph.footnotes)
      let gone = paragraph.footnotes.filter { !new.text.contains($0.mark) }
      if !gone.isEmpty { phrase += ", without \(gone.map(\.mark).joined(separator: ", "))" }
      paragraph.footnotes.removeAll { !new.text.contains($0.mark) }
      edit.set(place.entry.identifier, to: paragraph)
    case .proposals(let named):
      var delegations: [Delegation] = []
      for delegation in named where !delegations.contains(where: { $0.code == delegation.code }) {
        delegations.append(delegation)
      }
      let changes = try delegations.map { try self.changes(of: $0, on: place) }
      try take(changes, at: place, into: &edit)
      // A new paragraph has the number that its delegation gave it.
      if let former = try main.order().place(of: place.entry.identifier)?.section,
        let section = edit.order.place(of: place.entry.identifier)?.section, section != former
      {
        let taken = try numbersTaken(in: section, besides: main.order())
        edit.order.number(place.entry.identifier, in: section, besides: taken)
      }
      taken = try credits(changes, on: place.entry.identifier, in: edit)
      phrase = "adopts \(delegations.map(\.code.description).joined(separator: " and "))'s wording of \(place.address)"
    }
    if approves, var paragraph = try edit.paragraph(place.entry.identifier) {
      paragraph.status = .approved
      edit.set(place.entry.identifier, to: paragraph)
      phrase += " and approves it"
    }
    guard try edit.tree(in: repository) != main.tree else {
      throw NegotiationError(.refused, "\(place.address) reads so already")
    }
    let now = edit.order.place(of: place.entry.identifier) ?? place
    if approves, let orders = try edit.paragraph(place.entry.identifier)?.notes.placementOrders(in: now.section),
      !orders.isEmpty
    {
      throw NegotiationError(
        .refused, "an order to place it still stands after \(place.address): \(orders.joined(separator: " "))",
        hint: "Carry it out with 'amend place \(place.address)', then approve; or adopt without --approve.")
    }
    var outcome = try decided(edit, CommitMessage(.adopt, [now], note, phrase: phrase, taken), [now], act)
    outcome.remarks = remarks
    if approves {
      let (after, only) = (try Negotiation(repository, mainAt: outcome.commit), now.entry.identifier)
      if let rest = try after.overruled(by: after.allStandingChanges(only: [only]), only: only).first {
        let names = rest.delegations.map { $0.names[0] }.joined(separator: ", ")
        outcome.remarks.append(
          "Brackets still stand on \(now.address) (\(names)). It is approved as it reads now, and the clean text has it "
            + "so; 'amend reopen \(now.address)' takes it up again.")
      }
    }
    return outcome
  }

  private func changes(of delegation: Delegation, on place: DraftOrder.Place) throws -> StandingChanges {
    if let changes = try standingChanges(of: delegation)
      .map({ try followingAmended($0, only: place.entry.identifier) }),
      changes.files[place.entry.identifier] != nil || changes.moves(place.entry.identifier)
    {
      return changes
    }
    let others = try allStandingChanges().filter {
      $0.files[place.entry.identifier] != nil || $0.moves(place.entry.identifier)
    }.map(\.delegation.code.description)
    throw NegotiationError(
      .notFound, "\(delegation.names[0]) has no standing proposal on \(place.address)",
      hint: others.isEmpty
        ? "Nobody has; give the chair's own words with --text."
        : "\(others.joined(separator: ", ")) \(others.count == 1 ? "has" : "have") one.")
  }

  func take(_ changes: [StandingChanges], at place: DraftOrder.Place, into edit: inout ChairEdit) throws {
    let identifier = place.entry.identifier
    let wordings = changes.filter { $0.files[identifier] != nil }
    if !wordings.isEmpty {
      let texts = try wordings.map { try $0.paragraph(identifier) }
      guard texts.contains(where: { $0 == nil }) == false || texts.allSatisfy({ $0 == nil }) else {
        throw NegotiationError(
          .refused, "one of them would delete \(place.address), and another would not", hint: "Adopt one of them.")
      }
      if texts[0] == nil {
        guard !changes.contains(where: { $0.moves(identifier) }) else {
          throw NegotiationError(
            .refused, "one of them would delete \(place.address), and another would place it elsewhere",
            hint: "Adopt one of them.")
        }
        edit.set(identifier, to: nil)
        edit.order.remove(identifier)
        return
      }
      edit.set(identifier, to: try combined(wordings, identifier, place))
      if edit.order.place(of: identifier) == nil {
        // Where it is printed: what its delegation would place beside it still stands elsewhere.
        let printed = DraftOrder(try consolidatedOrder(changes).sections)
        if let place = printed.place(of: identifier) {
          let entry = Outline.Entry(identifier, try freeKind(place.entry.kind, in: place.section))
          edit.order.insert(entry, asIn: printed, afterHeadings: true)
        }
      }
    }
    let movers = changes.filter { $0.moves(identifier) }
    for mover in movers {
      guard let order = mover.order, let entry = order.base.place(of: identifier)?.entry else { continue }
      guard order.own.predecessor(of: identifier) == movers[0].order?.own.predecessor(of: identifier) else {
        throw NegotiationError(.refused, "they would place \(place.address) differently", hint: "Adopt one of them.")
      }
      edit.order.insert(entry, asIn: order.own, afterHeadings: false)
    }
  }

  /// The wordings of several delegations in one, as the chair's paragraph.
  private func combined(
    _ wordings: [StandingChanges], _ identifier: ParagraphIdentifier, _ place: DraftOrder.Place
  ) throws -> Paragraph? {
    let base = try main.paragraph(identifier)
    var footnotes = FootnoteNumbering(base?.footnotes ?? [])
    var result: (text: String, code: DelegationCode)?
    // An order that nobody is named for stands after a new paragraph too, and waits to be carried out.
    var notes = base?.notes ?? []
    for changes in wordings {
      guard let own = try changes.paragraph(identifier) else { continue }
      if base == nil { notes += own.notes.filter { !notes.contains($0) } }
      let text = footnotes.renumbered(own)
      guard let known = result else {
        result = (text, changes.delegation.code)
        continue
      }
      let both = Merging.carried(text, from: base?.text ?? "", to: known.text)
      if let conflict = both.conflicts.first {
        throw NegotiationError(
          .refused,
          "the proposals on \(place.address) contradict each other: \(known.code) has '\(conflict.now)' where "
            + "\(changes.delegation.code) has '\(conflict.wanted)'",
          hint: "Adopt one of them, or give a compromise with --text.")
      }
      result?.text = both.text
    }
    guard let result else { return nil }
    return Paragraph(
      text: result.text, footnotes: footnotes.marked(in: [result.text]),
      status: base?.status ?? .open, notes: notes)
  }
}
