internal import Drafting
package import Notation

extension ConsolidatedDraft {
  /// This draft with what was moved to the beginning of a section behind the headings that open the section in `base`.
  ///
  /// An order of paragraphs has the beginning of a section before its headings; on paper what stands there ends the section
  /// above.
  package func openingSections(as base: ConsolidatedDraft) -> ConsolidatedDraft {
    var result = self
    for (index, section) in sections.enumerated() {
      let opening = Set(
        base.sections.first { $0.name == section.name }?.items.prefix { $0.kind == .heading }.compactMap(\.identifier)
          ?? [])
      let moved = section.items.prefix { $0.kind != .heading }
      let headings = section.items[moved.endIndex...].prefix { $0.identifier.map(opening.contains) ?? false }
      result.sections[index].items = Array(headings + moved + section.items[headings.endIndex...])
    }
    return result
  }
}
