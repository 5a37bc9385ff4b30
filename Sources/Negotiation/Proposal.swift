package import Drafting
package import Git
package import Merging
package import Notation

/// What a delegation asks for.
package enum ProposedChange: Hashable, Sendable {
  case text(TextChange)
  case deleteParagraph
  /// A new paragraph right after the addressed place, under a number that was printed for it where that is free there.
  case newParagraph(String, numbered: ParagraphNumber? = nil)
  /// The addressed paragraph moves right after another, or to the beginning of a section.
  case move(after: Anchor)
  /// The addressed paragraph stands where the chair has it again.
  case moveBack

  /// A place that something is put after.
  package enum Anchor: Hashable, Sendable {
    case paragraph(ParagraphAddress)
    case beginning(of: SectionName)
  }
}

extension ProposedChange {
  /// What is proposed, as a commit's first line says it before the paragraph's address.
  enum Object: String, CaseIterable {
    case words = "a change to"
    case deletion = "to delete"
    case paragraph = "a new paragraph,"
    case place = "another place for"
    case formerPlace = "the chair's place for"
  }

  fileprivate var object: Object {
    switch self {
    case .text: .words
    case .deleteParagraph: .deletion
    case .newParagraph: .paragraph
    case .move: .place
    case .moveBack: .formerPlace
    }
  }
}

/// What became of an act: the commit, and how the paragraph looks now.
package struct ActOutcome: Sendable {
  /// `nil` after a dry run.
  package var commit: ObjectID?
  /// What was done, as the commit says it: `VEN proposes a change to operative/3`.
  package var subject: String
  package var delegation: Delegation
  package var place: DraftOrder.Place
  /// The consolidated paragraph with the act in it.
  package var body: BracketedText
  /// The placements that stand after it, as they are written.
  package var placements: [Placement]
  /// What a person should know besides.
  package var remarks: [String] = []
}

extension Negotiation {
  /// Writes a delegation's proposal as one commit on its branch.
  ///
  /// - Parameters:
  ///   - target: the paragraph to change; for a new one, what it stands after.
  ///   - amending: the delegation whose proposal is the base of the change; `nil` for the delegation's present reading.
  ///   - isDryRun: nothing is kept; the outcome shows what would be.
  /// - Throws: `NegotiationError.refused` for an approved paragraph and for a change that changes nothing.
  package func propose(
    _ change: ProposedChange, to target: ProposedChange.Anchor, by delegation: Delegation,
    amending: Delegation? = nil, reason: String? = nil, act: Act, isDryRun: Bool = false
  ) throws -> ActOutcome {
    // New paragraphs are numbered one after the other, so that those of one moment get each its own number.
    if case .newParagraph = change, !isDryRun {
      return try repository.alone { try self.proposed(change, to: target, by: delegation, nil, reason, act, false) }
    }
    return try proposed(change, to: target, by: delegation, amending, reason, act, isDryRun)
  }

  private func proposed(
    _ change: ProposedChange, to target: ProposedChange.Anchor, by delegation: Delegation, _ amending: Delegation?,
    _ reason: String?, _ act: Act, _ isDryRun: Bool
  ) throws -> ActOutcome {
    let isMove = if case .move = change { true } else { false }
    return try performed(isDryRun: isDryRun, isMove: isMove) {
      var edit = try self.edit(delegation, act)
      let place: DraftOrder.Place
      switch (change, target) {
      case (.newParagraph(let text, let number), _):
        place = try self.addParagraph(text, numbered: number, after: target, to: &edit)
      case (_, .beginning(let section)):
        throw NegotiationError(
          .notFound, "'\(section)' is a section, not a paragraph", hint: "Name a paragraph: \(section)/1.")
      case (.text(let textChange), .paragraph(let address)):
        place = try self.place(at: address)
        try self.changeText(of: place, textChange, amending: amending, in: &edit)
      case (.deleteParagraph, .paragraph(let address)):
        place = try self.place(at: address)
        try self.refuseApproved(place)
        try self.requirePresent(place, in: edit)
        edit.set(place.entry.identifier, to: nil)
        edit.order.remove(place.entry.identifier)
      case (.move(let anchor), .paragraph(let address)):
        place = try self.place(at: address)
        try self.refuseApproved(place)
        try self.requirePresent(place, in: edit)
        let followers = edit.order.followers(of: [place.entry.identifier])
        let predecessor = try self.move(place.entry, after: anchor, in: &edit.order)
        try self.nameMove(of: place, behind: predecessor, bringing: followers, in: &edit)
        try self.numberAnew(place, in: &edit)
      case (.moveBack, .paragraph(let address)):
        place = try self.place(at: address)
        try self.requirePresent(place, in: edit)
        edit.order.putBack(place.entry.identifier, asIn: edit.base)
      }
      guard try !edit.isUnchanged() else {
        throw NegotiationError(
          .refused, "the proposal changes nothing: \(delegation.names[0]) already reads \(place.address) so",
          hint: "'amend reading --country \(delegation.code) --paragraph \(place.address)' shows it.")
      }
      let message = CommitMessage(
        .propose, delegation, [place], change.object.rawValue, on: amending?.code.description, reason: reason)
      return (edit, message, place)
    } act: {
      act
    }
  }

  private func changeText(
    of place: DraftOrder.Place, _ change: TextChange, amending: Delegation?, in edit: inout BranchEdit
  ) throws {
    let identifier = place.entry.identifier
    try refuseApproved(place)
    let own = try edit.paragraph(identifier).map { amending == nil ? try followingAmended($0, identifier) : $0 }
    var paragraph: Paragraph
    var proposal: Paragraph?
    if let amending {
      guard amending.code != edit.delegation.code else {
        throw NegotiationError(
          .refused, "a delegation cannot amend its own proposal with --on", hint: "Leave out --on.")
      }
      guard let theirs = try standingChanges(of: amending), theirs.files[identifier] != nil,
        let text = try theirs.paragraph(identifier)
      else {
        throw NegotiationError(
          .notFound, "\(amending.names[0]) has no proposal on \(place.address)",
          hint: "Leave out --on to propose a change to the draft's own text.")
      }
      let amended = Paragraph.AmendedProposal(
        code: amending.code, commit: theirs.snapshot.commit.description, rewritings: theirs.rewritings)
      proposal = text
      if change.words != nil {
        paragraph = text
        paragraph.amended = amended
      } else {
        paragraph = try withOwnWishes(own, on: text, amended, place, in: edit)
      }
      if edit.order.place(of: identifier) == nil {
        try insert(place.entry, asIn: theirs.ownOrder(), into: &edit.order)
      }
    } else if let own {
      paragraph = own
    } else if try main.paragraph(identifier) != nil {
      throw NegotiationError(
        .refused, "\(edit.delegation.names[0]) proposes to delete \(place.address)",
        hint: "Withdraw that first: 'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)'.")
    } else {
      throw NegotiationError(
        .refused, "\(place.address) is another delegation's new paragraph",
        hint: "Amend it with --on CODE, or support it with 'amend support'.")
    }
    let old = paragraph.text
    paragraph.text = try change.applied(to: paragraph.text)
    if let words = change.words {
      edit.remarks += Paragraph.remarkOnBlankLines(in: words).map { [$0] } ?? []
      paragraph.retype(paragraph.countingNotes(of: Paragraph(typed: words)))
    }
    let named = TypedNumber.leftOut(
      of: paragraph.text, old: old, known: place.entry.number.map { [$0] } ?? [], at: place.address)
    paragraph.text = named.text
    edit.remarks += named.remark.map { [$0] } ?? []
    try refuseMarks(in: paragraph.text, without: paragraph.footnotes)
    paragraph.footnotes.removeAll { !paragraph.text.contains($0.mark) }
    guard !paragraph.text.isEmpty else {
      throw NegotiationError(
        .refused, "the proposed text is empty", hint: "Delete the paragraph with --delete-paragraph.")
    }
    if amending != nil, paragraph.text == old {
      throw NegotiationError(
        .refused, "the proposal changes nothing in what \(amending?.names[0] ?? "") proposes",
        hint: "Support it with 'amend support'.")
    }
    if case .amendedText = change, let proposal {
      paragraph = try withOwnWishes(own, besides: paragraph, of: proposal, place, in: edit)
    }
    let base = try main.paragraph(identifier)
    // An amendment that leaves the draft's own words stands nowhere in the draft.
    if let amending, let own, let base, paragraph.saysTheSame(as: own), own.saysTheSame(as: base) {
      throw NegotiationError(
        .refused, "the proposal changes nothing: \(edit.delegation.names[0]) already reads \(place.address) so",
        hint: "'amend oppose' says that it does not want what \(amending.names[0]) proposes.")
    }
    if paragraph.text == base?.text, amending == nil, own?.text != paragraph.text {
      throw NegotiationError(
        .refused, "the proposed text is the draft's own",
        hint: "'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)' takes the proposal back."
      )
    }
    edit.set(identifier, to: paragraph)
  }

  func refuseApproved(_ place: DraftOrder.Place) throws {
    guard try main.paragraph(place.entry.identifier)?.status == .approved else { return }
    throw NegotiationError(
      .refused, "\(place.address) is APPROVED",
      hint: "The chair may reopen it: 'amend reopen \(place.address) --reason …'.")
  }

  private func requirePresent(_ place: DraftOrder.Place, in edit: BranchEdit) throws {
    guard edit.order.place(of: place.entry.identifier) == nil else { return }
    throw NegotiationError(
      .refused, "\(place.address) does not stand in the text as \(edit.delegation.names[0]) would have it",
      hint: "'amend reading --country \(edit.delegation.code)' shows it.")
  }
}
