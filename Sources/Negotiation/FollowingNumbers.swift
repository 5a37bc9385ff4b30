package import Drafting
internal import Git

/// The numbers of paragraphs that are only proposed, once the chair's are numbered through: a proposed `2 bis` stays the
/// first behind its paragraph.
extension DraftOrder {
  /// Gives a new paragraph the number that follows from the new number of the paragraph which it stands behind, as it
  /// followed from the old one: `3 bis` where 2 is 3 now, also once the new numbers are undone.
  ///
  /// Different paragraphs behind different ones, or with different numbers behind the same, keep different numbers, whoever
  /// proposes them. One at the beginning of a section is numbered by the paragraph that follows.
  ///
  /// - Parameters:
  ///   - own: the delegation's order, with the old numbers.
  ///   - old: the chair's order before, and `new` after.
  ///   - isNumberedThrough: whether the new numbers are those of a clean text, after which a number that does not follow
  ///     from its place is given anew.
  /// - Returns: the place that it had, where its number changes.
  mutating func followNumbers(
    of identifier: ParagraphIdentifier, in own: DraftOrder, from old: DraftOrder, to new: DraftOrder,
    isNumberedThrough: Bool
  ) -> Place? {
    guard let place = own.place(of: identifier), let number = place.entry.number,
      self.place(of: identifier)?.section == place.section, old.place(of: identifier) == nil
    else { return nil }
    let others = own.outlines.first { $0.section == place.section }?.entries ?? []
    let index = others.firstIndex { $0.identifier == identifier } ?? others.endIndex
    func numbers(_ entry: Outline.Entry) -> (old: ParagraphNumber, new: ParagraphNumber)? {
      guard let was = old.place(of: entry.identifier), let now = new.place(of: entry.identifier),
        was.section == place.section, now.section == place.section, let one = was.entry.number,
        let other = now.entry.number
      else { return nil }
      return (one, other)
    }
    let neighbour =
      others[..<index].reversed().lazy.compactMap(numbers).first ?? others[index...].lazy.compactMap(numbers).first
    guard let neighbour else { return nil }
    let multiplicity = number.multiplicity - neighbour.old.multiplicity + neighbour.new.multiplicity
    if number.value == neighbour.old.value, multiplicity > neighbour.new.multiplicity {
      let next = ParagraphNumber(
        neighbour.new.value, multiplicity: multiplicity, isAlternative: number.isAlternative)
      if next == number { return nil }
      let isCounted = if case .counted = place.entry.kind { true } else { false }
      setKind(of: identifier, to: isCounted ? .counted(next) : .numbered(next))
      return place
    }
    guard isNumberedThrough else { return nil }
    let taken = outlines.first { $0.section == place.section }?.entries
      .filter { $0.identifier != identifier }.compactMap(\.number)
    self.number(identifier, in: place.section, besides: Set(taken ?? []))
    return self.place(of: identifier)?.entry.number == number ? nil : place
  }
}

/// The number of a paragraph that is only proposed, before and after the chair's paragraphs are numbered through.
package struct ProposedRenumbering: Hashable, Sendable {
  package var renumbering: Renumbering
  /// Who would have the paragraph.
  package var delegations: [Delegation]
}

extension Negotiation {
  /// The proposed paragraphs that get other numbers with those of the chair's, in the order of their numbers.
  ///
  /// - Parameter new: the chair's order with its new numbers.
  func proposedRenumberings(_ all: [StandingChanges], to new: DraftOrder) throws -> [ProposedRenumbering] {
    let old = try main.order()
    let numbers = Dictionary(
      new.places.map { ($0.entry.identifier, $0.entry.kind) }, uniquingKeysWith: { first, _ in first })
    var found: [ParagraphIdentifier: ProposedRenumbering] = [:]
    for changes in all {
      guard let own = changes.order?.own else { continue }
      var result = own
      for place in own.places {
        if let kind = numbers[place.entry.identifier] { result.setKind(of: place.entry.identifier, to: kind) }
      }
      for place in own.places where numbers[place.entry.identifier] == nil {
        let identifier = place.entry.identifier
        guard
          let was = result.followNumbers(of: identifier, in: own, from: old, to: new, isNumberedThrough: true),
          let before = was.entry.number, let after = result.place(of: identifier)?.entry.number
        else { continue }
        let renumbering = Renumbering(identifier: identifier, section: was.section, old: before, new: after)
        found[identifier, default: ProposedRenumbering(renumbering: renumbering, delegations: [])].delegations
          .append(changes.delegation)
      }
    }
    return found.values.sorted {
      ($0.renumbering.new, $0.renumbering.identifier) < ($1.renumbering.new, $1.renumbering.identifier)
    }
  }
}
