/// What a delegation's list of paragraphs changes in the order of the base.
package struct OrderChanges<Identifier: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// In the order of the base.
  package var deleted: [Identifier] = []

  /// New paragraphs, in the delegation's order.
  package var inserted: [Place] = []

  /// The smallest set of paragraphs whose moving explains the delegation's order, in that order.
  package var moved: [Place] = []

  package init() {}

  package struct Place: Hashable, Sendable {
    package var identifier: Identifier

    /// What stands immediately before it in the delegation's list; `nil` where it comes first.
    package var after: Identifier?

    package init(identifier: Identifier, after: Identifier?) {
      self.identifier = identifier
      self.after = after
    }
  }
}

/// Compares a delegation's list of identifiers with the base's.
///
/// - Parameters:
///   - base: the order of the base; an identifier that comes again counts once.
///   - list: the delegation's.
/// - Cost: n log n.
package func orderChanges<Identifier: Hashable & Comparable & Sendable>(
  from base: [Identifier], to list: [Identifier]
) -> OrderChanges<Identifier> {
  let (base, list) = (unique(base), unique(list))
  let listed = Set(list)
  let places = Dictionary(uniqueKeysWithValues: zip(base, base.indices))
  let common = list.filter { places[$0] != nil }
  let staying = Set(longestRising(common.map { places[$0] ?? 0 }).map { common[$0] })
  var changes = OrderChanges<Identifier>()
  changes.deleted = base.filter { !listed.contains($0) }
  var previous: Identifier?
  for identifier in list {
    let place = OrderChanges.Place(identifier: identifier, after: previous)
    if places[identifier] == nil {
      changes.inserted.append(place)
    } else if !staying.contains(identifier) {
      changes.moved.append(place)
    }
    previous = identifier
  }
  return changes
}

func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
