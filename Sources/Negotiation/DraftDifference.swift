package import Drafting
package import Git
package import Merging

/// What changed in one paragraph between two states of the draft.
package struct ParagraphDifference: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  /// Its places; `nil` where it is not there.
  package var before: DraftOrder.Place?
  package var after: DraftOrder.Place?
  /// Whether it stands elsewhere among the paragraphs that both states have.
  package var isMoved: Bool
  /// The numbered paragraph that it stands behind now where it moved; `nil` for the beginning of its section.
  package var predecessor: DraftOrder.Place?
  /// The other paragraphs that the chair has joined with it since, or it with them.
  package var joined: [ParagraphIdentifier] = []
  /// The other paragraphs that the chair has split off from it since, or it from them.
  package var split: [ParagraphIdentifier] = []
  /// The words that stayed, went and came; all of one kind where nothing changed, or everything.
  package var words: [WordChange]
  package var statusBefore: Status?
  package var statusAfter: Status?

  package var hasOtherWords: Bool { words.contains { $0.kind != .kept } }
}

/// A state of the draft that can be compared with another.
package struct DraftState: Sendable {
  /// How it was named: `rev/1`.
  package var name: String
  package var main: ObjectID
  /// The delegations' tips then.
  package var tips: [DelegationCode: ObjectID]
}

extension Negotiation {
  /// The state that a person names: `rev/1`, `main` or `now` for the present one, or a commit of main.
  ///
  /// - Throws: `NegotiationError.notFound` with the revisions there are.
  package func state(named name: String) throws -> DraftState {
    if name == "main" || name == "now" {
      let tips = try delegationTips().map { ($0.delegation.code, $0.tip) }
      return DraftState(
        name: name, main: main.commit, tips: Dictionary(tips, uniquingKeysWith: { first, _ in first }))
    }
    let known = try revisions()
    if let revision = known.first(where: { "rev/" + $0.name == name || $0.symbol == name }) {
      return DraftState(name: "rev/" + revision.name, main: revision.main, tips: revision.tips)
    }
    let imported = try importedRevision().flatMap { first in known.contains { $0.name == first.name } ? nil : first }
    if let imported, "rev/" + imported.name == name || imported.symbol == name {
      return DraftState(name: "rev/" + imported.name, main: imported.main, tips: imported.tips)
    }
    if !name.hasPrefix("rev/"), let commit = try? commit(named: name),
      try repository.isAncestor(commit, of: main.commit)
    {
      return DraftState(name: commit.short, main: commit, tips: [:])
    }
    let names = (imported.map { [$0.name] } ?? []) + known.map(\.name)
    throw NegotiationError(
      .notFound, "there is no revision '\(name)'",
      hint: names.isEmpty
        ? "None is made yet: 'amend revise --symbol S' makes one of the present draft. \(try others())"
        : "There are \(names.map { "rev/" + $0 }.joined(separator: ", ")). \(try others())")
  }

  /// What can be compared besides revisions.
  private func others() throws -> String {
    let first = try repository.commits(from: [main.commit], order: .oldestFirst, limit: 1).first
    return "'main' is the present text" + (first.map { ", '\($0.short)' that of the beginning." } ?? ".")
  }

  /// The splits and joins on main between two states that stand, the first of the two paragraphs first, and the decisions
  /// that may have placed a paragraph elsewhere.
  private func restructured(
    from old: DraftState, to new: DraftState
  ) throws -> [(action: Action, pair: [ParagraphIdentifier])] {
    guard old.main != new.main, try repository.isAncestor(old.main, of: new.main) else { return [] }
    var found: [(action: Action, pair: [ParagraphIdentifier])] = []
    var undone: Set<String> = []
    for id in try repository.commits(from: [new.main], hiding: [old.main], order: .newestFirst) {
      let message = CommitMessage(text: try repository.commit(id).message)
      undone.formUnion(message.values(.undoes))
      guard let action = message.action, action == .split || action == .join || action.mayPlace,
        !undone.contains(id.hex)
      else { continue }
      found.append((action, try message.identifiers()))
    }
    return found
  }

  /// What changed between two states, paragraph by paragraph in the order of the later one, deleted ones last.
  ///
  /// - Parameter delegation: whose reading is compared; the chair's text for `nil`.
  package func differences(
    from old: DraftState, to new: DraftState, as delegation: Delegation? = nil
  ) throws -> [ParagraphDifference] {
    let (before, after) = (try DraftView(self, old, delegation), try DraftView(self, new, delegation))
    let pairs = try restructured(from: old, to: new)
    let moved = Set(
      after.order.moves(
        between: before.order, besides: Set(pairs.filter { $0.action.mayPlace }.flatMap(\.pair))))
    let (oldPlaces, newPlaces) = (before.order.places, after.order.places)
    let places = (
      old: Dictionary(oldPlaces.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first }),
      new: Dictionary(newPlaces.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    )
    func others(_ action: Action, _ identifier: ParagraphIdentifier) -> [ParagraphIdentifier] {
      pairs.filter { $0.action == action && $0.pair.contains(identifier) }.flatMap(\.pair).filter { $0 != identifier }
    }
    let gone = oldPlaces.filter { places.new[$0.entry.identifier] == nil }
    return try (newPlaces + gone).compactMap { place in
      let identifier = place.entry.identifier
      let (was, now) = (try before.paragraph(identifier), try after.paragraph(identifier))
      let difference = ParagraphDifference(
        identifier: identifier, before: places.old[identifier], after: places.new[identifier],
        isMoved: moved.contains(identifier),
        predecessor: moved.contains(identifier) ? after.order.paragraph(before: identifier) : nil,
        joined: others(.join, identifier), split: others(.split, identifier),
        words: wordChanges(from: was?.text ?? "", to: now?.text ?? ""),
        statusBefore: was?.status, statusAfter: now?.status)
      let isSame = !difference.hasOtherWords && !difference.isMoved && difference.before == difference.after
      return isSame && difference.statusBefore == difference.statusAfter ? nil : difference
    }
  }
}
