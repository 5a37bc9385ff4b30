internal import Packages

extension WordStory {
  /// Reads the paragraph that has just begun.
  mutating func readParagraph(_ reader: inout XMLReader) throws(PackageError) -> WordParagraph {
    try countParagraph()
    var properties = Properties()
    var paragraph = WordParagraph(control: controls.last)
    var look = WordLook()
    let (outerControls, outerFields) = (controls, fields.count)
    controls = []
    var isStyled = false
    // A control that stands inside the paragraph round all its runs is the paragraph's own.
    var own: String?
    var ownEnd = 0
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      if name == "w:pPr", !isStyled {
        try self.read(&properties, &reader)
        paragraph.markChanges = properties.markChanges
        paragraph.markFormat = properties.markLook.on.changeLook
      }
      if !isStyled {
        look = self.apply(properties, to: &paragraph)
        isStyled = true
      }
      if name == "w:sdt", paragraph.runs.isEmpty, own == nil {
        try self.readControl(&reader, keepsTag: { own = $0 }) { (story, reader) throws(PackageError) in
          try story.readInlines(&reader, look: look, into: &paragraph.runs)
        }
        ownEnd = paragraph.runs.count
      } else if name != "w:pPr" {
        try self.readInline(name, &reader, look: look, into: &paragraph.runs)
      }
    }
    settle(own, before: ownEnd, in: &paragraph)
    abandonFields(after: outerFields, into: &paragraph.runs)
    paragraph.runs = paragraph.runs.withoutNoteCommas
    if !isStyled { look = apply(properties, to: &paragraph) }
    controls = outerControls
    paragraph.bookmark = paragraphBookmark
    paragraphBookmark = nil
    if !changes.isEmpty { paragraph.markChanges = changes + paragraph.markChanges }
    return paragraph
  }

  /// Gives a paragraph the control that holds all its runs, or the runs the control that holds only them.
  private func settle(_ control: String?, before end: Int, in paragraph: inout WordParagraph) {
    guard let control else { return }
    if end == paragraph.runs.count {
      paragraph.control = control
    } else {
      for index in 0..<end where paragraph.runs[index].control == nil { paragraph.runs[index].control = control }
    }
  }

  /// What the element `w:pPr` says.
  private struct Properties {
    var style: String?
    var list: Int?
    var level: Int?
    var outline: Int?
    var markChanges: [WordChange] = []
    var markLook = WordLook()
  }

  private mutating func read(_ properties: inout Properties, _ reader: inout XMLReader) throws(PackageError) {
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      switch name {
      case "w:pStyle": properties.style = reader.attribute("w:val")
      case "w:numPr": (properties.list, properties.level) = try reader.listPlace()
      case "w:outlineLvl": properties.outline = reader.number("w:val")
      case "w:rPr":
        try reader.forEachChild { (reader, event) throws(PackageError) in
          guard case .start(let name) = event else { return }
          if let change = self.change(name, &reader) {
            properties.markChanges.append(change)
          } else {
            properties.markLook.read(name, &reader)
          }
        }
      default: break
      }
    }
  }

  /// Gives the paragraph its role, number and level.
  ///
  /// - Returns: the look that its runs begin with.
  private mutating func apply(_ properties: Properties, to paragraph: inout WordParagraph) -> WordLook {
    let style = paragraphStyle(properties.style)
    paragraph.role = style.role
    paragraph.style = properties.style
    if let outline = properties.outline, style.role == .body, (0...8).contains(outline) {
      paragraph.role = .heading(outline + 1)
    }
    let list = properties.list ?? style.list ?? 0
    let level = properties.level ?? (properties.list == nil ? style.level : nil)
    if list != 0, isNumbered { paragraph.list = WordParagraph.ListPlace(list: list, level: level) }
    if let number = nextNumber(list: list, level: level, style: properties.style) {
      paragraph.number = number.text.isEmpty ? nil : number.text
      paragraph.level = number.level
    }
    return style.look
  }
}

extension WordFormat {
  /// What of it says that words come in or go; nothing where it does not.
  fileprivate var changeLook: WordFormat {
    [.added, .struck].first { isSuperset(of: $0) } ?? []
  }
}
