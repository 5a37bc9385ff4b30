package import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// Cuts a paragraph of main in two before some words; proposals on it are cut where the text is.
  ///
  /// The first part keeps the paragraph's identifier and number, the second gets new ones: `3` and `3 bis`.
  package func split(
    _ address: ParagraphAddress, before words: Passage, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let place = try numberedOnMain(address)
    try refuseApproved(place)
    guard let paragraph = try main.paragraph(place.entry.identifier) else { throw try onlyProposed(place) }
    let cut = try words.place(in: paragraph.text).lowerBound
    var (first, second) = (paragraph, paragraph)
    first.text = Paragraph.canonical(String(paragraph.text[..<cut]))
    second.text = Paragraph.canonical(String(paragraph.text[cut...]))
    guard !first.text.isEmpty, !second.text.isEmpty else {
      throw NegotiationError(.refused, "\(place.address) begins with these words, so there is nothing to cut off")
    }
    for (part, side) in [(first, "before"), (second, "behind")] {
      let words = paragraph.footnotes.reduce(part.text) { $0.replacing($1.mark, with: "") }
      guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw NegotiationError(
          .refused, "no word would stand \(side) the cut, and a paragraph needs one: '\(part.text)'")
      }
    }
    first.footnotes = paragraph.footnotes.filter { first.text.contains($0.mark) }
    second.footnotes = paragraph.footnotes.filter { second.text.contains($0.mark) }
    first.notes = []
    let identifier = try nextIdentifier()
    var edit = try ChairEdit(self)
    let kind = try numberFree(in: place.section, after: .paragraph(place.entry.identifier), edit.order)
    let entry = Outline.Entry(identifier, kind)
    _ = edit.order.insert(entry, after: .paragraph(place.entry.identifier))
    edit.set(place.entry.identifier, to: first)
    edit.set(identifier, to: second)
    let other = DraftOrder.Place(section: place.section, entry: entry)
    let message = CommitMessage(
      .split, [place, other], note,
      phrase: "splits \(place.address) before '\(words.words)': the rest is \(other.address)")
    return try decided(edit, message, [place, other], act)
  }

  /// Puts a second paragraph of main to the end of a first one; proposals on both stand in the one that stays.
  package func join(
    _ address: ParagraphAddress, with second: ParagraphAddress, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let places = [try numberedOnMain(address), try numberedOnMain(second)]
    guard places[0].entry.identifier != places[1].entry.identifier else {
      throw NegotiationError(.refused, "a paragraph cannot be joined with itself")
    }
    guard var first = try main.paragraph(places[0].entry.identifier),
      let other = try main.paragraph(places[1].entry.identifier)
    else { throw try onlyProposed(places[0]) }
    for place in places { try refuseApproved(place) }
    var footnotes = FootnoteNumbering(first.footnotes)
    first.text += " " + footnotes.renumbered(other)
    first.footnotes = footnotes.all
    first.notes += other.notes
    first.status = first.status.joined(with: other.status)
    var edit = try ChairEdit(self)
    edit.set(places[0].entry.identifier, to: first)
    edit.set(places[1].entry.identifier, to: nil)
    edit.order.remove(places[1].entry.identifier)
    let message = CommitMessage(
      .join, places, note, phrase: "joins \(places[0].address) and \(places[1].address)")
    return try decided(edit, message, places, act)
  }

  private func numberedOnMain(_ address: ParagraphAddress) throws -> DraftOrder.Place {
    let place = try place(at: address)
    guard place.entry.number != nil else {
      throw NegotiationError(.refused, "\(place.address) is a heading", hint: "Name a paragraph: operative/3.")
    }
    guard try main.paragraph(place.entry.identifier) != nil else { throw try onlyProposed(place) }
    return place
  }

  private func onlyProposed(_ place: DraftOrder.Place) throws -> NegotiationError {
    try notStanding(place, hint: "Adopt it first: 'amend adopt \(place.address) --of CODE'.")
  }

  /// The identifier after the last that the chair's text ever had.
  private func nextIdentifier() throws -> ParagraphIdentifier {
    var last = try main.order().places.map(\.entry.identifier).filter { $0.prefix == "p" }.map(\.ordinal).max() ?? 0
    for commit in try repository.commits(from: [main.commit], order: .newestFirst) {
      for name in CommitMessage(text: try repository.commit(commit).message).values(.identifier) {
        let identifier = try ParagraphIdentifier(name)
        if identifier.prefix == "p" { last = max(last, identifier.ordinal) }
      }
    }
    return ParagraphIdentifier(ordinal: last + 1)
  }
}

extension Status {
  /// What is decided of two paragraphs that become one: what was decided of both, or that one of them waits.
  func joined(with other: Status) -> Status {
    if self == other { return self }
    return [self, other].first { if case .pending = $0 { true } else { false } } ?? .open
  }
}
