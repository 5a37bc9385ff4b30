internal import Drafting

/// What stands one after the other in a written draft between its title and its notes: the items, and lines that name a
/// section where the reader would not find it out.
struct DraftLayout {
  private(set) var blocks: [Block] = []

  enum Block {
    /// `§ annex-1`
    case line(String)
    case item(section: Int, index: Int)
  }

  /// - Parameters:
  ///   - sections: the kinds of the items of each section.
  ///   - isExcerpt: leaves out the lines that name sections.
  ///   - bytes: an item as it is written.
  /// - Cost: asks for the bytes of headings and of the first item only.
  init(
    _ sections: [(name: SectionName, kinds: [Outline.Kind])], hasTitle: Bool, isExcerpt: Bool,
    escapes: DraftEscapes, bytes: (_ section: Int, _ index: Int) -> [UInt8]
  ) {
    var lines: [DraftSections.Line] = []
    for (section, part) in sections.enumerated() {
      for (index, kind) in part.kinds.enumerated() {
        switch kind {
        case .heading: lines.append(.heading(Self.headingText(bytes(section, index))))
        case .numbered(let number): lines.append(.numbered(number, nil))
        case .counted: lines.append(.counted)
        }
      }
    }
    var found = DraftSections(lines)
    var place = 0
    var followsEmpty = false
    for (section, part) in sections.enumerated() {
      if part.kinds.isEmpty, !isExcerpt {
        blocks.append(.line("§ \(part.name)"))
        followsEmpty = true
      }
      for index in part.kinds.indices {
        let isFirstUnclear =
          place == 0 && !TitleBlock.beginsText(Array(bytes(section, index).prefix { $0 != 0x0A }), escapes: escapes)
        if !isExcerpt, isFirstUnclear || followsEmpty || found.section(at: place) != part.name {
          blocks.append(.line("§ \(part.name)"))
        }
        found.enter(part.name, at: place)
        followsEmpty = false
        blocks.append(.item(section: section, index: index))
        place += 1
      }
    }
    if blocks.isEmpty, hasTitle { blocks.append(.line("§")) }
  }

  /// The words of a heading that was written.
  private static func headingText(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("## ") ? String(text.dropFirst(3)) : text
  }
}
