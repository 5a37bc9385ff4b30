package import Drafting
internal import Merging

/// The order of all paragraphs and headings of a draft, section after section, as one branch has it.
package struct DraftOrder: Hashable, Sendable {
  package var outlines: [Outline]

  /// The paragraphs that a delegation has moved, as it said: an order alone does not tell which of two neighbours that
  /// changed places was meant. Empty for the chair's own order.
  package var moved: Set<ParagraphIdentifier> = [] {
    didSet { if !anchors.isEmpty { anchors = anchors.filter { moved.contains($0.key) } } }
  }

  /// What each of those is to stand behind, as the delegation said; nothing for one of which that is not known, since it
  /// was moved before this was kept.
  package var anchors: [ParagraphIdentifier: Predecessor] = [:]

  package init(_ outlines: [Outline]) { self.outlines = outlines }

  /// A paragraph or heading with its section.
  package struct Place: Hashable, Sendable {
    package var section: SectionName
    package var entry: Outline.Entry

    /// How people name it: `operative/1 bis`; `@p0007` for a heading.
    package var address: String {
      entry.number.map { "\(section)/\($0)" } ?? "@\(entry.identifier)"
    }
  }

  package var places: [Place] {
    outlines.flatMap { outline in outline.entries.map { Place(section: outline.section, entry: $0) } }
  }

  package func place(of identifier: ParagraphIdentifier) -> Place? {
    for outline in outlines {
      if let entry = outline.entries.first(where: { $0.identifier == identifier }) {
        return Place(section: outline.section, entry: entry)
      }
    }
    return nil
  }

  /// What stands right before a paragraph.
  package enum Predecessor: Hashable, Comparable, Sendable {
    /// Nothing: the paragraph begins its section.
    case start(of: String)
    case paragraph(ParagraphIdentifier)
  }

  package func predecessor(of identifier: ParagraphIdentifier) -> Predecessor? {
    for outline in outlines {
      if let index = outline.entries.firstIndex(where: { $0.identifier == identifier }) {
        return index == 0
          ? .start(of: outline.section.description) : .paragraph(outline.entries[index - 1].identifier)
      }
    }
    return nil
  }

  /// The numbered paragraph that stands next before one in its section, whatever headings are between; `nil` for none.
  func paragraph(before identifier: ParagraphIdentifier) -> Place? {
    guard let outline = outlines.first(where: { $0.entries.contains { $0.identifier == identifier } }) else {
      return nil
    }
    return outline.entries.prefix { $0.identifier != identifier }.last { $0.number != nil }
      .map { Place(section: outline.section, entry: $0) }
  }

  /// What the first paragraph of a section stands after: the words that open the section, where it has any.
  package func opening(of section: SectionName) -> Predecessor {
    let entries = outlines.first { $0.section == section }?.entries ?? []
    return entries.prefix { $0.number == nil }.last.map { .paragraph($0.identifier) } ?? .start(of: section.description)
  }

  /// What the beginning of a section is behind in another order: the last of the words that open it here and there.
  /// `PLACE AT THE BEGINNING OF THE OPERATIVE PART` is below `RESOLVES:`, whoever says it.
  func opening(of section: SectionName, in own: DraftOrder) -> Predecessor {
    openingWords(of: section, in: own).last.map { .paragraph($0) } ?? .start(of: section.description)
  }

  /// The words that open a section here and in another order, whatever new paragraphs stand between them there.
  func openingWords(of section: SectionName, in own: DraftOrder) -> [ParagraphIdentifier] {
    let leading = (own.outlines.first { $0.section == section }?.entries ?? [])
      .prefix { $0.number == nil || place(of: $0.identifier) == nil }.map(\.identifier)
    return (outlines.first { $0.section == section }?.entries ?? []).prefix { $0.number == nil }.map(\.identifier)
      .filter(leading.contains)
  }

  /// Takes a paragraph out; nothing happens where it is not there. Put in again it counts as not moved.
  package mutating func remove(_ identifier: ParagraphIdentifier) {
    moved.remove(identifier)
    for index in outlines.indices { outlines[index].entries.removeAll { $0.identifier == identifier } }
  }

  /// Puts an entry right after `predecessor`.
  ///
  /// - Returns: whether `predecessor` is there; where it is not, nothing happens.
  package mutating func insert(_ entry: Outline.Entry, after predecessor: Predecessor) -> Bool {
    for index in outlines.indices {
      switch predecessor {
      case .start(let section) where outlines[index].section.description == section:
        outlines[index].entries.insert(entry, at: 0)
        return true
      case .paragraph(let identifier):
        if let position = outlines[index].entries.firstIndex(where: { $0.identifier == identifier }) {
          outlines[index].entries.insert(entry, at: position + 1)
          return true
        }
      default: continue
      }
    }
    return false
  }

  /// Gives a paragraph another number; nothing happens where it is not there.
  mutating func setKind(of identifier: ParagraphIdentifier, to kind: Outline.Kind) {
    for outline in outlines.indices {
      for index in outlines[outline].entries.indices where outlines[outline].entries[index].identifier == identifier {
        outlines[outline].entries[index].kind = kind
      }
    }
  }

  /// The order as one list, in which each section begins with its name: what orders are compared by.
  package var tokens: [Predecessor] {
    outlines.flatMap { outline in
      [.start(of: outline.section.description)] + outline.entries.map { Predecessor.paragraph($0.identifier) }
    }
  }
}
