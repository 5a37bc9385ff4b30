package import Drafting
internal import Git
internal import Merging

/// Who amends whose proposal for one paragraph.
///
/// An amendment has the proposal that it amends as its base, and follows what its proposer makes of that later. A
/// delegation may amend in turn what others made of its own proposal: it takes over their words with its own, and from
/// then on each who stands on that circle speaks for itself, with all that it said, against the chair's text. Whoever
/// amends one of them still does.
struct Amendments {
  var amended: [DelegationCode: Paragraph.AmendedProposal] = [:]

  /// The amenders of proposals that stand, each after the delegation that it amends; without those on a circle.
  ///
  /// - Parameter stands: whether a delegation would have words for the paragraph.
  func parentsFirst(where stands: (DelegationCode) -> Bool) -> [DelegationCode] {
    var depths: [(depth: Int, code: DelegationCode)] = []
    for code in amended.keys {
      guard let first = amended[code]?.code, stands(first) else { continue }
      var seen: Set<DelegationCode> = []
      var next: DelegationCode? = first
      while let parent = next, parent != code, stands(parent), seen.insert(parent).inserted {
        next = amended[parent]?.code
      }
      if next != code { depths.append((seen.count, code)) }
    }
    return depths.sorted { ($0.depth, $0.code) < ($1.depth, $1.code) }.map(\.code)
  }
}

/// A delegation that amends a proposal, or an amendment of it.
package struct Amender: Sendable {
  package var delegation: Delegation
  package var place: DraftOrder.Place

  /// Whether it amends the proposal itself: without it, its words are all its own.
  package var isDirect: Bool

  /// Whether it follows what the proposal was changed to since: without it, it reads what it wrote then.
  package var isFollowing: Bool
}

extension StandingChanges {
  /// Whose proposal on a paragraph the delegation amended; `nil` where it amended nobody's.
  func amended(on identifier: ParagraphIdentifier) throws -> Paragraph.AmendedProposal? {
    files[identifier] == nil ? nil : try paragraph(identifier)?.amended
  }
}

extension Negotiation {
  /// Whose proposal on a paragraph a delegation amends; `nil` where it amends nobody's, or the proposal that it amended was
  /// taken back since and another made.
  ///
  /// - Parameter others: what others want now, where that is known.
  func amendedDelegation(
    by changes: StandingChanges, on identifier: ParagraphIdentifier, among others: [StandingChanges] = []
  ) throws -> DelegationCode? {
    guard let amended = try changes.amended(on: identifier) else { return nil }
    let known = others.first { $0.delegation.code == amended.code }
    guard let theirs = try known ?? standing(amended.code, on: identifier) else { return amended.code }
    return try hasStood(amended, until: theirs, on: identifier) ? amended.code : nil
  }

  /// Who amends a delegation's proposal on a paragraph, or an amendment of it.
  func amenders(of delegation: Delegation, on place: DraftOrder.Place) throws -> [Amender] {
    let identifier = place.entry.identifier
    let all = try allStandingChanges(only: [identifier])
    var parents: [DelegationCode: DelegationCode] = [:]
    for changes in all {
      parents[changes.delegation.code] = try amendedDelegation(by: changes, on: identifier, among: all)
    }
    return try all.compactMap { changes in
      var seen: Set<DelegationCode> = []
      var next = parents[changes.delegation.code]
      while let code = next, code != delegation.code, seen.insert(code).inserted { next = parents[code] }
      guard next == delegation.code, changes.delegation.code != delegation.code else { return nil }
      return Amender(
        delegation: changes.delegation, place: place, isDirect: parents[changes.delegation.code] == delegation.code,
        isFollowing: try followingAmended(changes).paragraph(identifier) != changes.paragraph(identifier))
    }.filter { $0.isDirect || $0.isFollowing }
  }

  /// Another's proposal with what the delegation already wants on the paragraph, as far as both can stand: a second
  /// amendment goes on from the first.
  ///
  /// - Parameter amended: what the result amends.
  /// - Throws: `NegotiationError.refused` where the delegation has a proposal of its own that the other contradicts.
  func withOwnWishes(
    _ own: Paragraph?, on text: Paragraph, _ amended: Paragraph.AmendedProposal, _ place: DraftOrder.Place,
    in edit: BranchEdit
  ) throws -> Paragraph {
    let identifier = place.entry.identifier
    let base = try main.paragraph(identifier)
    var theirs = text
    theirs.amended = amended
    guard let own, own.text != base?.text, own.text != text.text else { return theirs }
    let amendsThem = own.amended?.code == amended.code
    let old =
      try amendsThem
      ? main.amendedWords(of: own, identifier)
      : main.common(with: text, of: edit.delegation.code, identifier)
    let merged = own.carried(from: old, to: theirs)
    if merged.outcome == .inConflict {
      // Where its amendment of them stands, the change goes on from there.
      if amendsThem { return own }
      let other = registry[amended.code]?.names[0] ?? amended.code.description
      throw NegotiationError(
        .refused,
        "\(edit.delegation.names[0]) has a proposal of its own on \(place.address) that \(other)'s contradicts",
        hint: "Withdraw it first: 'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)'.")
    }
    (theirs.text, theirs.footnotes) = (merged.paragraph.text, merged.paragraph.footnotes)
    return theirs
  }

  /// An amendment of another's proposal with what the delegation already wants on the paragraph. Where that amends the same
  /// proposal and both cannot stand, the new amendment alone does.
  ///
  /// - Throws: `NegotiationError.refused` where the delegation has a proposal of its own that the other contradicts.
  func withOwnWishes(
    _ own: Paragraph?, besides amendment: Paragraph, of proposal: Paragraph, _ place: DraftOrder.Place,
    in edit: BranchEdit
  ) throws -> Paragraph {
    guard let amended = amendment.amended else { return amendment }
    var text = amendment
    if let own, own.amended?.code == amended.code {
      let merged = own.carried(from: try main.amendedWords(of: own, place.entry.identifier), to: amendment)
      if merged.outcome == .inConflict { return amendment }
      (text.text, text.footnotes) = (merged.paragraph.text, merged.paragraph.footnotes)
      return text
    }
    text.amended = proposal.amended
    return try withOwnWishes(own, on: text, amended, place, in: edit)
  }
}

extension Snapshot {
  /// The words that a paragraph amends, as they were then, with their references as the chair has rewritten them since;
  /// `nil` where it amends the chair's.
  func amendedWords(
    of paragraph: Paragraph, _ identifier: ParagraphIdentifier, _ known: KnownRewritings = KnownRewritings()
  ) throws -> Paragraph? {
    guard let amended = paragraph.amended, let commit = ObjectID(amended.commit),
      var words = try at(commit).paragraph(identifier)
    else { return nil }
    for name in amended.rewritings {
      guard let decision = ObjectID(name) else { continue }
      words = try known.rewriting(by: decision, repository)
        .rewritten(words, as: identifier, in: at(commit).order().place(of: identifier)?.section, known).paragraph
    }
    return words
  }

  /// What a delegation's words and another's both come from: the delegation's own as they were then, where the other's
  /// amend those, else the words of this state.
  func common(
    with theirs: Paragraph, of code: DelegationCode, _ identifier: ParagraphIdentifier
  ) throws -> Paragraph? {
    if theirs.amended?.code == code, let then = try amendedWords(of: theirs, identifier) { return then }
    return try paragraph(identifier)
  }

  /// What a delegation has after it supports another's words: theirs, with its own where both can stand, and none of its
  /// own amends itself. `nil` where they contradict each other.
  func supported(
    _ theirs: Paragraph?, by code: DelegationCode, whoHas own: Paragraph?, _ identifier: ParagraphIdentifier
  ) throws -> Paragraph?? {
    var taken = theirs
    if taken?.amended?.code == code { taken?.amended = own?.amended }
    if try own == paragraph(identifier) || own == theirs { return .some(taken) }
    guard let own, let theirs else { return nil }
    let merged = own.carried(from: try common(with: theirs, of: code, identifier), to: theirs)
    if merged.outcome == .inConflict { return nil }
    taken?.text = merged.paragraph.text
    taken?.footnotes = merged.paragraph.footnotes
    return .some(taken)
  }
}
