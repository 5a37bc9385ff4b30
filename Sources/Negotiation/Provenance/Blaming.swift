internal import Drafting
internal import Git
internal import Merging
internal import Notation

extension Negotiation {
  /// Who brought each word of a paragraph into it, when, by which commit, and who adopted it.
  ///
  /// Credit goes to who wrote the words and not to who pressed the key: an adoption names whose proposals it takes, and
  /// their words stay theirs. Words that a commit leaves alone stay with whoever wrote them first; a compromise in the
  /// chair's words is the chair's. Words that come back after they had gone are credited to whoever brought them back,
  /// with the first time noted beside it; undoing a decision only restores.
  ///
  /// - Parameters:
  ///   - isConsolidated: whether every delegation's standing words are credited too, in their brackets. A paragraph that
  ///     is only proposed always is.
  ///   - program: names the program, which may keep the answer and give again what it kept (``KeptBlame``); nothing is
  ///     kept for `nil`.
  /// - Cost: the first time, and where anything has happened to the paragraph since, replays its events and those of the
  ///   paragraphs it was split from or joined with; after that reads one file.
  package func blame(
    _ place: DraftOrder.Place, isConsolidated: Bool = false, program: String? = nil
  ) throws -> ParagraphBlame {
    let identifier = place.entry.identifier
    let base = try main.paragraph(identifier)
    let isConsolidated = isConsolidated || base == nil
    let status = base?.status ?? .open
    guard let program else {
      let (credits, _) = try credits(of: place, base, isConsolidated: isConsolidated)
      return ParagraphBlame(place: place, status: status, pieces: credits.pieces, notes: credits.notes)
    }
    let shelf = try BlameShelf(self, identifier, isConsolidated: isConsolidated, program: program)
    return try blame(place, isConsolidated: isConsolidated, shelf).blame
  }

  /// The same with what the credits follow from; `nil` where a branch has moved meanwhile.
  func blame(
    _ place: DraftOrder.Place, isConsolidated: Bool, _ shelf: BlameShelf
  ) throws -> (blame: ParagraphBlame, origin: CreditOrigin?) {
    let base = try main.paragraph(place.entry.identifier)
    let status = base?.status ?? .open
    if let kept = try shelf.kept() {
      let credits = kept.credits
      return (
        ParagraphBlame(place: place, status: status, pieces: credits.pieces, notes: credits.notes), kept.origin
      )
    }
    let (credits, family) = try credits(of: place, base, isConsolidated: isConsolidated)
    return (
      ParagraphBlame(place: place, status: status, pieces: credits.pieces, notes: credits.notes),
      try shelf.keep(credits, family)
    )
  }

  /// The credits worked out from the commits, and the paragraphs whose events were replayed.
  private func credits(
    of place: DraftOrder.Place, _ base: Paragraph?, isConsolidated: Bool
  ) throws -> (credits: ParagraphCredits, family: [ParagraphIdentifier]) {
    let identifier = place.entry.identifier
    var history = WordHistory(try WordingSteps(of: identifier, in: self))
    var readers = [history.reader(identifier, text: base?.text ?? "")]
    var body = BracketedText(text: base?.text ?? "")
    var footnotes = base?.footnotes ?? []
    var parties: [WordHistory.Party] = []
    if isConsolidated {
      let changes = try allStandingChanges(only: [identifier], isRemembered: true).filter {
        $0.files[identifier] != nil
      }
      var paragraphs = ParagraphConsolidation(negotiation: self)
      let item = try paragraphs.item(place.entry, base: main.file(of: identifier), changes: changes)
      (body, footnotes) = (item.body, item.footnotes)
      for change in changes where body.names(change.delegation.label) {
        // An amendment of an amendment follows both.
        let followed = try amendedProposals(in: change, on: identifier) { code, _ in
          changes.first { $0.delegation.code == code }
        }.dropFirst().map(\.changes.delegation.code)
        let amended = try amendedDelegation(by: change, on: identifier, among: changes).map { [$0] } ?? []
        let party = WordHistory.Party(
          label: change.delegation.label, code: change.delegation.code, amends: followed.isEmpty ? amended : followed,
          footnotes: try change.paragraph(identifier)?.footnotes ?? [])
        parties.append(party)
        readers.append(
          history.reader(identifier, text: body.reading(of: party.label), notes: footnotes.byMark, of: party))
      }
    }
    var writing = BlameWriting(readers, history, identifier)
    let pieces = try writing.pieces(body)
    var notes = NoteBlaming(history.steps, identifier, base?.footnotes ?? [], parties)
    return (ParagraphCredits(pieces: pieces, notes: try notes.notes(footnotes)), history.steps.family.paragraphs)
  }
}

/// The credits of a paragraph's words and of those of its footnotes.
struct ParagraphCredits: Hashable {
  var pieces: [BlamePiece]
  var notes: [BlameNote]
}
