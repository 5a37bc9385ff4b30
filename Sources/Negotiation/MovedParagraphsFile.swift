internal import Drafting

/// The file that says which paragraphs a delegation has moved, in the order of their identifiers: one a line, and behind
/// it what it is to stand after (`p0007 after p0005`, `p0007 begins operative`). Where no paragraph stands moved there is
/// none, nor on main.
enum MovedParagraphsFile {
  typealias Content = (
    moved: Set<ParagraphIdentifier>, anchors: [ParagraphIdentifier: DraftOrder.Predecessor]
  )

  /// No section can have this name.
  static let name = "_moved"
  static let path = "outline/" + name

  static func text(_ content: Content) -> String {
    content.moved.sorted().map { identifier in
      switch content.anchors[identifier] {
      case .paragraph(let anchor): "\(identifier) after \(anchor)\n"
      case .start(let section): "\(identifier) begins \(section)\n"
      case nil: "\(identifier)\n"
      }
    }.joined()
  }

  /// - Throws: `DraftingError` where a line is not an identifier, or says nothing that can be read behind it.
  static func read(_ text: String) throws(DraftingError) -> Content {
    var content: Content = ([], [:])
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let identifier = try ParagraphIdentifier(words[0])
      content.moved.insert(identifier)
      if words.count == 1 { continue }
      switch words[1] {
      case "after" where words.count == 3:
        content.anchors[identifier] = .paragraph(try ParagraphIdentifier(words[2]))
      case "begins" where words.count == 3:
        content.anchors[identifier] = .start(of: try SectionName(words[2]).description)
      default:
        throw DraftingError(.damagedFile, "'\(line.prefix(60))' does not say where a paragraph is to stand")
      }
    }
    return content
  }
}
