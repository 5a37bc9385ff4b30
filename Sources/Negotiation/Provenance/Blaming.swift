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
      return ParagraphBlame(
        place: place, status: status, pieces: try credits(of: place, base, isConsolidated: isConsolidated).pieces)
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
      return (ParagraphBlame(place: place, status: status, pieces: kept.pieces), kept.origin)
    }
    let (pieces, family) = try credits(of: place, base, isConsolidated: isConsolidated)
    return (ParagraphBlame(place: place, status: status, pieces: pieces), try shelf.keep(pieces, family))
  }

  /// The credits worked out from the commits, and the paragraphs whose events were replayed.
  private func credits(
    of place: DraftOrder.Place, _ base: Paragraph?, isConsolidated: Bool
  ) throws -> (pieces: [BlamePiece], family: [ParagraphIdentifier]) {
    let identifier = place.entry.identifier
    var history = WordHistory(try WordingSteps(of: identifier, in: self))
    var credited = CreditedWording.nothing(&history)
    if let last = history.steps.last(identifier, on: nil) {
      credited = history.wording(after: last, text: base?.text ?? "")
    }
    var readers = [BlameReader(label: nil, branch: nil, wording: credited)]
    var body = BracketedText(text: base?.text ?? "")
    if isConsolidated {
      let changes = try allStandingChanges(only: [identifier], isRemembered: true).filter {
        $0.files[identifier] != nil
      }
      var paragraphs = ParagraphConsolidation(negotiation: self)
      body = try paragraphs.item(place.entry, base: main.file(of: identifier), changes: changes).body
      for change in changes where body.names(change.delegation.label) {
        // An amendment of an amendment follows both.
        let followed = try amendedProposals(in: change, on: identifier) { code, _ in
          changes.first { $0.delegation.code == code }
        }.dropFirst().map(\.changes.delegation.code)
        let amended = try amendedDelegation(by: change, on: identifier, among: changes).map { [$0] } ?? []
        let wording = history.wording(
          of: change.delegation.code, identifier, text: body.reading(of: change.delegation.label),
          amending: followed.isEmpty ? amended : followed)
        let code = change.delegation.code
        readers.append(
          BlameReader(
            label: change.delegation.label, branch: code, wording: wording,
            asked: history.steps.asked(identifier, by: code)))
      }
    }
    var writing = BlameWriting(readers, history, identifier)
    return (try writing.pieces(body), history.steps.family.paragraphs)
  }
}

extension WordHistory {
  /// The chair's wording now.
  fileprivate mutating func wording(after step: Int, text: String) -> CreditedWording {
    // A history that does not end at the text would be an index gone wrong: what it lacks is credited to its last step.
    (steps.steps[step].after ?? "") == text
      ? wording(after: step) : wording(of: text, on: steps.steps[step].identifier, from: [step], by: step)
  }

  /// A delegation's wording now, which may have followed the chair's text since its last commit.
  fileprivate mutating func wording(
    of code: DelegationCode, _ identifier: ParagraphIdentifier, text: String, amending others: [DelegationCode]
  ) -> CreditedWording {
    let own = steps.last(identifier, on: code)
    if let own, (steps.steps[own].after ?? "") == text { return wording(after: own) }
    let elsewhere = steps.family.paragraphs.filter { $0 != identifier }.map { steps.last($0, on: code) }
    let here = [own, steps.last(identifier, on: nil)] + others.map { steps.last(identifier, on: $0) }
    let sources = (here + elsewhere).compactMap { $0 }
    return wording(of: text, on: identifier, from: sources, by: own ?? sources.first ?? 0)
  }
}

extension CreditedWording {
  /// Nothing: a paragraph that is not there.
  fileprivate static func nothing(_ history: inout WordHistory) -> CreditedWording {
    CreditedWording(text: history.words(of: ""))
  }
}
