internal import Drafting
internal import Git

/// What new numbers do to references: in the chair's text, and in what delegations say.
///
/// A function of the chair's text and of its numbers before and after alone, so that whoever follows when reads the same.
final class ReferenceRewriting {
  /// The paragraphs with their old and new numbers, in the order of the text.
  let concordance: [Renumbering]
  /// The numbers that no paragraph has any more, the lowest first.
  let gone: [GoneNumber]

  private let negotiation: Negotiation
  private var before: Snapshot { negotiation.main }
  /// The commit that makes the numbers; `nil` where it is not made yet.
  private let decision: ObjectID?
  private let finder: CrossReferenceFinder
  private let sections: [ParagraphIdentifier: SectionName]
  private var known: [ParagraphIdentifier: (paragraph: Paragraph?, references: [CrossReference])] = [:]
  /// The paragraphs in whose words a number may mean another section's.
  private var moved: Set<ParagraphIdentifier>?
  /// The references that were left to a person when the paragraphs were numbered before.
  private var left: Set<String>?

  /// - Parameters:
  ///   - before: the chair's text with the old numbers.
  ///   - order: its order with the new ones.
  init(_ before: Snapshot, to order: DraftOrder, by decision: ObjectID? = nil) throws {
    negotiation = try Negotiation(before.repository, mainAt: before.commit)
    self.decision = decision
    let old = try before.order().places
    let numbers = Dictionary(
      order.places.compactMap { place in place.entry.number.map { (place.entry.identifier, $0) } },
      uniquingKeysWith: { first, _ in first })
    concordance = old.compactMap { place in
      guard let number = place.entry.number, let new = numbers[place.entry.identifier] else { return nil }
      return Renumbering(identifier: place.entry.identifier, section: place.section, old: number, new: new)
    }
    gone = try negotiation.goneNumbers()
    finder = CrossReferenceFinder(concordance, gone: gone)
    sections = Dictionary(old.map { ($0.entry.identifier, $0.section) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same for a decision that is made.
  convenience init(by now: Snapshot, after before: Snapshot) throws {
    try self.init(before, to: now.order(), by: now.commit)
  }

  /// The section in which a paragraph of the chair's stands.
  func section(of identifier: ParagraphIdentifier) -> SectionName? { sections[identifier] }

  /// The references in the chair's text that the numbers falsify.
  func references(in identifier: ParagraphIdentifier) throws -> [CrossReference] { try chair(identifier).references }

  /// The chair's paragraph with its references put right, those that are certain; `nil` where it has none.
  func rewrittenText(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    var (paragraph, references) = try chair(identifier)
    paragraph?.rewrite(references)
    return paragraph
  }

  /// A delegation's paragraph with its references put right, those that are certain.
  ///
  /// Words that the delegation has from the chair's text, or from the proposal that it amends, are read as they are there:
  /// what is the same paragraph before and after is no change. What no text of the chair's says, and no other's, is read
  /// by itself.
  ///
  /// - Parameter section: the one that the paragraph stands in.
  /// - Returns: also the references in its own words, certain or not.
  func rewritten(
    _ own: Paragraph, as identifier: ParagraphIdentifier, in section: SectionName?,
    _ rewritings: KnownRewritings = KnownRewritings()
  ) throws -> (paragraph: Paragraph, references: [CrossReference]) {
    let found = try references(in: own, as: identifier, in: section, rewritings)
    var paragraph = own
    paragraph.rewrite(found.map(\.reference))
    if let decision { paragraph.amended?.rewritings.append(decision.hex) }
    return (paragraph, found.filter { !$0.isTaken }.map(\.reference))
  }

  /// A position with the references in its reason put right, and those references.
  func rewritten(
    _ position: Position, on identifier: ParagraphIdentifier, in section: SectionName?
  ) throws -> (position: Position, references: [CrossReference]) {
    guard var reason = position.reason else { return (position, []) }
    let references = try found(in: reason, .position, of: identifier, in: section, isProposed: true)
    for reference in references.reversed() where reference.isCertain { reference.write(into: &reason) }
    var result = position
    result.reason = reason
    return (result, references)
  }

  private func chair(
    _ identifier: ParagraphIdentifier
  ) throws -> (paragraph: Paragraph?, references: [CrossReference]) {
    if let known = known[identifier] { return known }
    let paragraph = try before.paragraph(identifier)
    let references = try (paragraph?.passages ?? []).flatMap {
      try found(in: $0.text, $0.passage, of: identifier, in: sections[identifier], isProposed: false)
    }
    known[identifier] = (paragraph, references)
    return (paragraph, references)
  }

  private func found(
    in text: String, _ passage: ReferencePassage, of identifier: ParagraphIdentifier, in section: SectionName?,
    isProposed: Bool
  ) throws -> [CrossReference] {
    guard let section else { return [] }
    var references = finder.references(in: text, of: identifier, section: section, isProposed: isProposed)
    if references.isEmpty { return [] }
    let isMoved = try hasMoved(identifier)
    let left = try referencesLeft()
    for index in references.indices {
      references[index].passage = passage
      if isMoved { references[index].isDoubtful = true }
      references[index].wasLeft = left.contains(references[index].name)
    }
    return references
  }

  private func referencesLeft() throws -> Set<String> {
    if let left { return left }
    let found = try negotiation.referencesLeft()
    left = found
    return found
  }

  private func hasMoved(_ identifier: ParagraphIdentifier) throws -> Bool {
    if let moved { return moved.contains(identifier) }
    let found = try before.paragraphsMovedBetweenSections(of: Set(sections.keys))
    moved = found
    return found.contains(identifier)
  }

  /// The references in a delegation's paragraph, and whether each is one of the text that it was made from.
  private func references(
    in own: Paragraph, as identifier: ParagraphIdentifier, in section: SectionName?, _ rewritings: KnownRewritings
  ) throws -> [(reference: CrossReference, isTaken: Bool)] {
    var (base, known) = try chair(identifier)
    if own == base { return known.map { ($0, true) } }
    if let words = try before.amendedWords(of: own, identifier, rewritings) {
      known = try references(in: words, as: identifier, in: section, rewritings).map(\.reference)
      base = words
    }
    let origins = base?.passages ?? []
    var result: [(reference: CrossReference, isTaken: Bool)] = []
    for (passage, text) in own.passages {
      let references = try found(in: text, passage, of: identifier, in: section, isProposed: true)
      if references.isEmpty { continue }
      let origin =
        origins.first { $0.passage == passage && $0.text == text }
        ?? origins.first { $0.passage.isOfOneKind(as: passage) && $0.text == text }
        ?? origins.first { $0.passage == passage }
      guard let origin else {
        result += references.map { ($0.said, false) }
        continue
      }
      let kept = WordsTakenOver(of: text, from: origin.text)
      for reference in references {
        let place = kept.origin(of: reference.range)
        let same = known.first { $0.passage == origin.passage && $0.range == place }
        result.append(same.map { reference.taken(from: $0) } ?? (reference.said, false))
      }
    }
    return result
  }
}

/// The rewritings that were read already, by their commits.
final class KnownRewritings {
  private var known: [ObjectID: ReferenceRewriting] = [:]

  func rewriting(by decision: ObjectID, _ repository: Repository) throws -> ReferenceRewriting {
    if let rewriting = known[decision] { return rewriting }
    let now = try Snapshot(repository, commit: decision)
    guard let parent = try repository.commit(decision).parents.first else {
      throw NegotiationError(
        .damaged, "the commit \(decision.short) rewrites no references", hint: "'amend verify' checks everything.")
    }
    let rewriting = try ReferenceRewriting(by: now, after: Snapshot(repository, commit: parent))
    known[decision] = rewriting
    return rewriting
  }
}

extension ReferencePassage {
  fileprivate func isOfOneKind(as other: ReferencePassage) -> Bool {
    switch (self, other) {
    case (.text, .text), (.footnote, .footnote), (.note, .note), (.reason, .reason), (.position, .position): true
    default: false
    }
  }
}

extension CrossReference {
  /// The reference as one in a delegation's own words: what is deleted in the chair's text may stand in its own.
  fileprivate var said: CrossReference {
    var result = self
    if !leftOut.isEmpty { result.needsWording = true }
    return result
  }

  /// The reference as it is judged in the text that its words are from, unless it means something else there.
  fileprivate func taken(from other: CrossReference) -> (reference: CrossReference, isTaken: Bool) {
    if other.isCertain, other.suggestion != suggestion { return (said, false) }
    var result = self
    (result.isDoubtful, result.missing, result.covered) = (other.isDoubtful, other.missing, other.covered)
    (result.needsWording, result.leftOut, result.wasLeft) = (other.needsWording, other.leftOut, other.wasLeft)
    return (result, true)
  }
}
