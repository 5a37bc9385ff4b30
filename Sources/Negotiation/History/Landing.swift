package import Drafting

/// Where a paragraph stands, as people say it: behind another, or at the beginning of its section.
package enum Landing: Hashable, Sendable {
  case behind(DraftOrder.Place)
  case opening(SectionName)

  /// `after operative/2`, `at the beginning of operative`.
  package var phrase: String {
    switch self {
    case .behind(let place): "after \(place.address)"
    case .opening(let section): "at the beginning of \(section)"
    }
  }

  /// The paragraph before it, or the section that it begins.
  package var name: String {
    switch self {
    case .behind(let place): place.address
    case .opening(let section): section.description
    }
  }
}

extension Landing {
  /// The same with the paragraph before it named as another order has it.
  func printed(as order: DraftOrder) -> Landing {
    guard case .behind(let place) = self else { return self }
    return .behind(order.place(of: place.entry.identifier) ?? place)
  }
}

extension DraftOrder {
  /// Where a paragraph stands; `nil` where it does not. Behind the words that open a section is its beginning.
  package func landing(of identifier: ParagraphIdentifier) -> Landing? {
    for outline in outlines {
      guard let index = outline.entries.firstIndex(where: { $0.identifier == identifier }) else { continue }
      let before = outline.entries[..<index]
      guard let last = before.last, before.contains(where: { $0.number != nil }) else {
        return .opening(outline.section)
      }
      return .behind(Place(section: outline.section, entry: last))
    }
    return nil
  }
}
