package import Drafting
internal import Git

/// A number of the chair's text that no paragraph has any more.
package struct GoneNumber: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var section: SectionName
  package var old: ParagraphNumber

  /// The paragraph that its words are part of now; `nil` where it was deleted.
  package var joined: ParagraphIdentifier?
}

extension Negotiation {
  /// The numbers that paragraphs had which are deleted, or joined with others, since the draft was last numbered through.
  ///
  /// - Cost: reads the messages of main's commits since then, and an order for each such decision.
  func goneNumbers() throws -> [GoneNumber] {
    let standing = Set(try main.order().places.map(\.entry.identifier))
    var found: [ParagraphIdentifier: GoneNumber] = [:]
    try eachPlaceLeft(by: [.adopt, .join]) {
      !standing.contains($0) && found[$0] == nil
    } body: { place, message in
      guard let number = place.entry.number else { return }
      let (identifier, names) = (place.entry.identifier, try message.identifiers())
      let isJoined = message.action == .join && identifier == names.last
      found[identifier] = GoneNumber(
        identifier: identifier, section: place.section, old: number, joined: isJoined ? names.first : nil)
    }
    return found.values.map { number in
      var number = number
      while let whole = number.joined, !standing.contains(whole) { number.joined = found[whole]?.joined }
      return number
    }.sorted { ($0.old, $0.identifier) < ($1.old, $1.identifier) }
  }

  /// The numbers of a section that no new paragraph may have until the draft is numbered through: those that paragraphs
  /// have, in the chair's text or where delegations propose or move them, and those of paragraphs that are deleted, joined
  /// with others, or placed in another section.
  ///
  /// - Parameter order: one that is not written yet, such as that of the branch that is about to change.
  /// - Cost: reads every order, the messages of main's commits since the draft was last numbered through, and an order for
  ///   each that took a paragraph out of the section.
  func numbersTaken(in section: SectionName, besides order: DraftOrder) throws -> Set<ParagraphNumber> {
    let orders = try [main.order(), order] + allStandingChanges().compactMap { $0.order?.own }
    var taken = Set(
      orders.flatMap(\.outlines).filter { $0.section == section }.flatMap(\.entries).compactMap(\.number))
    let standing = try Set(
      main.order().outlines.filter { $0.section == section }.flatMap(\.entries).map(\.identifier))
    try eachPlaceLeft(by: [.adopt, .join, .place]) {
      !standing.contains($0)
    } body: { place, _ in
      if place.section == section, let number = place.entry.number { taken.insert(number) }
    }
    return taken.union(try numbersRejected(in: section))
  }

  /// The numbers of proposed paragraphs that were rejected since the draft was last numbered through: undoing the decision
  /// brings them back.
  ///
  /// - Cost: reads the messages of main's commits since then.
  private func numbersRejected(in section: SectionName) throws -> Set<ParagraphNumber> {
    var found: Set<ParagraphNumber> = []
    try eachStandingDecision { commit, message in
      guard !commit.parents.isEmpty, message.action != .renumber else { return false }
      guard message.action == .reject else { return true }
      for text in message.values(.paragraph) {
        guard case .number(let name?, let number) = try ParagraphAddress(text).target, name == section.description,
          number.multiplicity > 1
        else { continue }
        found.insert(number)
      }
      return true
    }
    return found
  }

  /// The numbers of paragraphs that are in their section no more, since the draft was last numbered through.
  ///
  /// - Cost: as ``goneNumbers()``.
  func numbersLeft() throws -> [SectionName: [ParagraphNumber]] {
    let sections = Dictionary(
      try main.order().places.map { ($0.entry.identifier, $0.section) }, uniquingKeysWith: { first, _ in first })
    var left: [SectionName: [ParagraphNumber]] = [:]
    try eachPlaceLeft(by: [.adopt, .join, .place]) { _ in
      true
    } body: { place, _ in
      guard sections[place.entry.identifier] != place.section, let number = place.entry.number else { return }
      left[place.section, default: []].append(number)
    }
    return left
  }

  /// Tells where paragraphs stood just before decisions that stand, the newest first, since the draft was last numbered
  /// through.
  ///
  /// - Parameters:
  ///   - actions: the decisions that are looked at.
  ///   - hasLeft: whether a paragraph that one of them names is asked about.
  private func eachPlaceLeft(
    by actions: Set<Action>, where hasLeft: (ParagraphIdentifier) -> Bool,
    body: (DraftOrder.Place, CommitMessage) throws -> Void
  ) throws {
    try eachStandingDecision { commit, message in
      guard let parent = commit.parents.first, message.action != .renumber else { return false }
      guard let action = message.action, actions.contains(action) else { return true }
      let names = try message.identifiers().filter(hasLeft)
      if names.isEmpty { return true }
      let order = try Snapshot(repository, commit: parent).order()
      for place in names.compactMap({ order.place(of: $0) }) { try body(place, message) }
      return true
    }
  }
}

extension Snapshot {
  /// The paragraphs that the chair's text once had in another section than now: a number in one may mean that section's.
  ///
  /// - Cost: reads the messages of main's commits up to here once, and an order for each that names one of the paragraphs
  ///   and changes the order.
  func paragraphsMovedBetweenSections(of wanted: Set<ParagraphIdentifier>) throws -> Set<ParagraphIdentifier> {
    let order = try order()
    var waiting = wanted.filter { order.place(of: $0) != nil }
    var found: Set<ParagraphIdentifier> = []
    for id in try repository.commits(from: [commit], order: .newestFirst) where !waiting.isEmpty {
      let commit = try repository.commit(id)
      let names = Set(CommitMessage(text: commit.message).values(.identifier))
      let named = waiting.filter { names.contains($0.description) }
      guard !named.isEmpty, let parent = commit.parents.first else { continue }
      let state = try Snapshot(repository, commit: parent)
      guard
        try repository.entry(at: "outline", in: state.tree)?.id
          != repository.entry(at: "outline", in: commit.tree)?.id
      else { continue }
      let before = try state.order()
      for identifier in named {
        guard let old = before.place(of: identifier)?.section, old != order.place(of: identifier)?.section else {
          continue
        }
        found.insert(identifier)
        waiting.remove(identifier)
      }
    }
    return found
  }
}
