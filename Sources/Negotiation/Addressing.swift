package import Drafting
internal import Git

extension Negotiation {
  /// The paragraph that people name so, in the chair's text or in a delegation's.
  ///
  /// - Throws: `NegotiationError.notFound` with the numbers there are, `.ambiguous` with the candidates.
  package func place(at address: ParagraphAddress) throws -> DraftOrder.Place {
    if let revision = address.revision {
      let commit: ObjectID
      if let tag = try repository.reference(ReferenceNames.revision(revision)) {
        commit = try repository.commit(markedBy: tag)
      } else if let first = try importedRevision(), first.name == revision {
        commit = first.main
      } else {
        throw try noRevision(named: revision, among: revisions())
      }
      let order = try Snapshot(repository, commit: commit).order()
      return try only(order.places.filter { $0.matches(address) }, address, in: order)
    }
    let order = try main.order()
    let found = order.places.filter { $0.matches(address) }
    if !found.isEmpty, !address.mayBeProposedToo { return try only(found, address, in: order) }
    var proposed: [ParagraphIdentifier: DraftOrder.Place] = [:]
    for changes in try allStandingChanges() {
      for place in changes.order?.own.places ?? [] where place.matches(address) {
        proposed[place.entry.identifier] = place
      }
    }
    if !found.isEmpty {
      let others = proposed.values.filter { order.place(of: $0.entry.identifier) == nil }
      return try only(found + others.sorted { $0.entry.identifier < $1.entry.identifier }, address, in: order)
    }
    if proposed.isEmpty, let error = try gone(address) { throw error }
    return try only(proposed.values.sorted { $0.entry.identifier < $1.entry.identifier }, address, in: order)
  }

  /// The paragraph that people name so, also one that is gone: by its identifier, or by the number it had in a revision.
  ///
  /// - Returns: its identifier, and its place in the chair's text or a delegation's; `nil` where it stands in none.
  package func paragraph(
    everNamed address: ParagraphAddress
  ) throws -> (identifier: ParagraphIdentifier, place: DraftOrder.Place?) {
    do {
      let place = try place(at: address)
      guard address.revision != nil else { return (place.entry.identifier, place) }
      return try paragraph(everNamed: ParagraphAddress("@\(place.entry.identifier)"))
    } catch let error as NegotiationError where error.code == .notFound {
      guard address.revision == nil, case .identifier(let identifier) = address.target,
        try withHistory({ try !$0.events(of: identifier).isEmpty })
      else { throw error }
      return (identifier, nil)
    }
  }

  /// The error for a section that the draft does not have.
  package func noSection(_ name: SectionName) -> NegotiationError {
    NegotiationError(
      .notFound, "the draft has no section '\(name)'",
      hint: "It has \(settings.sections.map(\.description).joined(separator: ", ")).")
  }

  /// The error for a paragraph that the chair's text has had since it was last numbered through, and has no more; `nil` for
  /// any other.
  private func gone(_ address: ParagraphAddress) throws -> NegotiationError? {
    let found = try goneNumbers().filter {
      address.matches(Outline.Entry($0.identifier, .numbered($0.old)), in: $0.section)
    }
    guard let number = found.first, found.count == 1 else { return nil }
    let whole = try number.joined.flatMap { try main.order().place(of: $0)?.address }
    return noLonger("\(number.section)/\(number.old)", number.identifier, partOf: whole)
  }

  /// The error for a paragraph that the chair's text has no more.
  ///
  /// - Parameters:
  ///   - name: how the paragraph is called.
  ///   - whole: what its words are part of now; `nil` where it was deleted.
  ///   - decision: the words that tell the decision.
  private func noLonger(
    _ name: String, _ identifier: ParagraphIdentifier, partOf whole: String?, by decision: String = ""
  ) -> NegotiationError {
    NegotiationError(
      .notFound, "\(name) " + (whole.map { "is part of \($0) now" } ?? "was deleted") + decision,
      hint: "'amend log @\(identifier)' tells how.")
  }

  /// The error for a paragraph that is not in the chair's text: how it left that, or that it is only proposed.
  ///
  /// - Parameter hint: what to do about one that is proposed.
  /// - Cost: reads the messages of main's commits, until one that took the paragraph away.
  func notStanding(
    _ place: DraftOrder.Place, _ what: String = "is only proposed", hint: String
  ) throws -> NegotiationError {
    let identifier = place.entry.identifier
    if try allStandingChanges(only: [identifier]).allSatisfy({ $0.files[identifier] == nil }) {
      for id in try repository.commits(from: [main.commit], order: .newestFirst) {
        let commit = try repository.commit(id)
        let message = CommitMessage(text: commit.message)
        guard message.names(identifier), let parent = commit.parents.first,
          try Snapshot(repository, commit: parent).order().place(of: identifier) != nil,
          try Snapshot(repository, commit: id).order().place(of: identifier) == nil
        else { continue }
        let whole =
          try message.action == .join
          ? message.identifiers().first.flatMap { try main.order().place(of: $0) } : nil
        return noLonger(
          "the paragraph that was \(place.address)", identifier, partOf: whole?.address,
          by: ": \(message.subject) (commit \(id.short))")
      }
    }
    return NegotiationError(.refused, "\(place.address) \(what)", hint: hint)
  }

  private func only(
    _ found: [DraftOrder.Place], _ address: ParagraphAddress, in order: DraftOrder
  ) throws -> DraftOrder.Place {
    if let first = found.first, found.count == 1 { return first }
    guard found.isEmpty else {
      let shortest = found.map { place in
        found.filter { $0.address == place.address }.count == 1 ? place.address : "@\(place.entry.identifier)"
      }
      throw NegotiationError(
        .ambiguous, "'\(address)' may mean \(shortest.joined(separator: " or "))", hint: "Type one of them in full.")
    }
    let runs = order.outlines.compactMap { outline -> String? in
      let numbers = outline.entries.compactMap(\.number)
      guard let first = numbers.first, let last = numbers.last else { return nil }
      return "\(outline.section)/\(first) to \(outline.section)/\(last)"
    }
    throw NegotiationError(
      .notFound, "there is no paragraph '\(address)'",
      hint: runs.isEmpty ? "The draft has no paragraphs yet." : "There are \(runs.joined(separator: ", ")).")
  }
}

extension ParagraphAddress {
  /// Whether a paragraph that is only proposed may have come to the same number as one of the chair's text: `2 bis`, after
  /// a decision was undone.
  fileprivate var mayBeProposedToo: Bool {
    if case .number(_, let number) = target { number.multiplicity > 1 } else { false }
  }
}

extension DraftOrder.Place {
  fileprivate func matches(_ address: ParagraphAddress) -> Bool { address.matches(entry, in: section) }
}

extension Negotiation {
  /// The paragraph as a delegation reads it now, with its footnotes as lines of their own, as a person would type it.
  ///
  /// - Parameter amending: whose proposal is read instead, where that is to be amended.
  package func typedText(
    of address: ParagraphAddress, as delegation: Delegation, amending: Delegation? = nil
  ) throws -> String {
    let place = try place(at: address)
    let identifier = place.entry.identifier
    let holder = try standingChanges(of: amending ?? delegation)
    let paragraph = try holder.map { try $0.paragraph(identifier) } ?? main.paragraph(identifier)
    guard let paragraph else {
      throw NegotiationError(
        .refused, "\(place.address) does not stand in the text as \((amending ?? delegation).names[0]) would have it")
    }
    return paragraph.textWithNotes
  }
}
