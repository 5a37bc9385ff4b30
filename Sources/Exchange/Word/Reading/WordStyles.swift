internal import Packages

/// The styles of a document, each with what it takes over from the style that it is based on: `styles.xml`.
struct WordStyles: Hashable {
  /// What a paragraph's style says.
  struct Paragraph: Hashable {
    var role = WordParagraph.Role.body
    var list: Int?
    var level: Int?
    var look = WordLook()
  }

  private struct Style: Hashable {
    var name = ""
    var base: String?
    var outline: Int?
    var list: Int?
    var level: Int?
    var look = WordLook()
  }

  private var defaults = WordLook()
  private var styles: [String: Style] = [:]
  private var standard: String?

  init() {}

  init(_ reader: inout XMLReader) throws(PackageError) {
    while let event = try reader.next() {
      if event == .start("w:rPrDefault") {
        try reader.forEachChild { (reader, event) throws(PackageError) in
          if event == .start("w:rPr") { defaults = try WordLook(&reader) }
        }
      } else if event == .start("w:style") {
        guard let identifier = reader.attribute("w:styleId") else { continue }
        let isStandard = reader.attribute("w:default").map { $0 != "0" && $0 != "false" } ?? false
        if isStandard, reader.attribute("w:type") == "paragraph" { standard = identifier }
        styles[identifier] = try Self.style(&reader)
      }
    }
  }

  private static func style(_ reader: inout XMLReader) throws(PackageError) -> Style {
    var style = Style()
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      switch name {
      case "w:name": style.name = (reader.attribute("w:val") ?? "").lowercased()
      case "w:basedOn": style.base = reader.attribute("w:val")
      case "w:rPr": style.look = try WordLook(&reader)
      case "w:pPr":
        try reader.forEachChild { (reader, event) throws(PackageError) in
          if event == .start("w:outlineLvl") {
            style.outline = reader.number("w:val")
          } else if event == .start("w:numPr") {
            (style.list, style.level) = try reader.listPlace()
          }
        }
      default: break
      }
    }
    style.look.readStyleName(style.name)
    return style
  }

  /// A style and those below it, the nearest first; ends where a chain bites its tail.
  private func chain(_ identifier: String?) -> [Style] {
    var found: [Style] = []
    var next = identifier
    while let identifier = next, found.count < 32, let style = styles[identifier] {
      found.append(style)
      next = style.base
    }
    return found
  }

  /// What the style of a paragraph says; the document's standard style where it names none.
  ///
  /// - Cost: some dictionary lookups; callers keep the answer by name.
  func paragraph(_ identifier: String?) -> Paragraph {
    let chain = chain(identifier.flatMap { styles[$0] == nil ? nil : $0 } ?? standard)
    var paragraph = Paragraph()
    paragraph.role = Self.role(chain)
    if let owner = chain.first(where: { $0.list != nil }) {
      paragraph.list = owner.list
      paragraph.level = chain.first { $0.level != nil }?.level
    }
    paragraph.look = chain.reversed().reduce(defaults) { $0.with($1.look) }
    return paragraph
  }

  /// What a character style says by itself.
  func character(_ identifier: String) -> WordLook {
    chain(identifier).reversed().reduce(WordLook()) { $0.with($1.look) }
  }

  private static func role(_ chain: [Style]) -> WordParagraph.Role {
    for style in chain {
      if style.name == "title" { return .title }
      if style.name == "subtitle" { return .subtitle }
      if style.name == "footnote text" || style.name == "endnote text" { return .note }
      if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)), (1...9).contains(level) {
        return .heading(level)
      }
      if let outline = style.outline, (0...8).contains(outline) { return .heading(outline + 1) }
    }
    return .body
  }
}

extension XMLReader {
  /// The list and level in the element `w:numPr` that has just begun.
  mutating func listPlace() throws(PackageError) -> (list: Int?, level: Int?) {
    var place: (list: Int?, level: Int?) = (nil, nil)
    try forEachChild { (reader, event) throws(PackageError) in
      if event == .start("w:numId") {
        place.list = reader.number("w:val")
      } else if event == .start("w:ilvl") {
        place.level = reader.level("w:val")
      }
    }
    return place
  }
}
