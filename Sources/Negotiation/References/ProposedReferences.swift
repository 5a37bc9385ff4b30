package import Drafting
internal import Git

extension Negotiation {
  /// The changes carried over one commit of main, edit by edit, and what is said of positions with them.
  func carried(_ changes: StandingChanges, over step: MainPath.Step) throws -> StandingChanges {
    var result = try changes.carried(over: step)
    guard let rewriting = step.rewriting else { return result }
    result.rewritings.append(step.snapshot.commit.hex)
    for (identifier, position) in try positions(of: changes) {
      let found = try rewriting.rewritten(position, on: identifier, in: changes.section(of: identifier, rewriting))
      if found.position == position { continue }
      result.positions[identifier] = .some(found.position)
      let references = found.references.filter(\.isCertain)
      result.note(FollowedChange(identifier: identifier, outcome: .unchanged, references: references))
    }
    return result
  }

  /// The references in a delegation's own words that new numbers falsify, paragraph by paragraph in the order of its text.
  func references(in changes: StandingChanges, _ rewriting: ReferenceRewriting) throws -> [CrossReference] {
    let positions = try positions(of: changes)
    let rewritings = KnownRewritings()
    var references: [CrossReference] = []
    for identifier in Set(changes.files.keys).union(positions.keys).inOrder(of: try changes.ownOrder()) {
      let section = try changes.section(of: identifier, rewriting)
      if changes.files[identifier] != nil, let own = try changes.paragraph(identifier) {
        references += try rewriting.rewritten(own, as: identifier, in: section, rewritings).references
      }
      if let position = positions[identifier] {
        references += try rewriting.rewritten(position, on: identifier, in: section).references
      }
    }
    for index in references.indices { references[index].delegation = changes.delegation.code }
    return references
  }

  /// Refuses where a proposal would read like the chair's text only since the numbers in that are rewritten.
  ///
  /// - Parameter all: what every delegation wants.
  func refuseCoincidences(_ all: [StandingChanges], _ rewriting: ReferenceRewriting) throws {
    let rewritings = KnownRewritings()
    for changes in all {
      for identifier in changes.files.keys.sorted() {
        guard let own = try changes.paragraph(identifier), let old = try main.paragraph(identifier),
          old.text != own.text
        else { continue }
        let section = try changes.section(of: identifier, rewriting)
        let now = try rewriting.rewritten(own, as: identifier, in: section, rewritings).paragraph.text
        guard now == (try rewriting.rewrittenText(identifier))?.text else { continue }
        let address = try main.order().place(of: identifier)?.address ?? "@\(identifier)"
        throw NegotiationError(
          .refused,
          "\(changes.delegation.names[0])'s proposal on \(address) would read like the new text by a coincidence of numbers",
          hint: "It names a paragraph that is not there: have it put right, or withdrawn, first.")
      }
    }
  }
}

extension StandingChanges {
  /// The section in which a paragraph stands in the chair's text, else in the delegation's own.
  func section(of identifier: ParagraphIdentifier, _ rewriting: ReferenceRewriting) throws -> SectionName? {
    try rewriting.section(of: identifier) ?? ownOrder().place(of: identifier)?.section
  }
}

extension Set<ParagraphIdentifier> {
  /// As they stand in an order; those that do not come last.
  fileprivate func inOrder(of order: DraftOrder) -> [ParagraphIdentifier] {
    let standing = order.places.map(\.entry.identifier).filter(contains)
    return standing + subtracting(standing).sorted()
  }
}

extension Negotiation {
  /// How a paragraph that only a delegation has is printed.
  package func address(of identifier: ParagraphIdentifier, as code: DelegationCode?) throws -> String {
    guard let delegation = code.flatMap({ registry[$0] }), let changes = try standingChanges(of: delegation),
      let place = try changes.ownOrder().place(of: identifier)
    else { return "@\(identifier)" }
    return place.address
  }
}

extension CommitMessage {
  /// The paragraphs in which references were rewritten, or in what is said of them; each once, in the order of the message.
  var identifiersRewritten: [ParagraphIdentifier] {
    var found: [ParagraphIdentifier] = []
    for value in values(.rewritten) {
      guard let name = value.split(separator: " ").first, let identifier = try? ParagraphIdentifier(name),
        !found.contains(identifier)
      else { continue }
      found.append(identifier)
    }
    return found
  }

  /// What the undoing of a decision says of the references that the decision rewrote.
  var referencesTurnedBack: [Trailer] {
    values(.rewritten).compactMap { value in
      guard let space = value.firstIndex(of: " ") else { return nil }
      let phrases = value[value.index(after: space)...].split(separator: " → ")
      return phrases.count == 2 ? Trailer(.rewritten, "\(value[..<space]) \(phrases[1]) → \(phrases[0])") : nil
    }
  }

  /// The references in a paragraph that a decision rewrote: `paragraph 5 → paragraph 6`.
  package func references(rewrittenIn identifier: ParagraphIdentifier) -> [String] {
    let name = identifier.description + " "
    return values(.rewritten).filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }
}
