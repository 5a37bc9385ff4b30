internal import Packages

/// One style; measures in twentieths of a point, sizes in half points.
struct WordStyleDefinition {
  enum Kind: String {
    case paragraph, character, table
  }

  var id: String
  var name: String
  var kind: Kind
  var basedOn: String?
  var next: String?
  var isDefault: Bool
  var keepsNext: Bool
  var before: Int
  var after: Int
  var tab: Int?
  var left: Int
  var hanging: Int
  var firstLine: Int
  var alignment: String?
  /// Whether the space before and after falls away between paragraphs of this style.
  var isTogether: Bool
  var outline: Int?
  var isBold: Bool
  var isSuperscript: Bool
  var size: Int?

  init(
    _ id: String, _ name: String, _ kind: Kind = .paragraph, basedOn: String? = nil, isDefault: Bool = false,
    next: String? = nil, keepsNext: Bool = false, before: Int = 0, after: Int = 0, tab: Int? = nil, left: Int = 0,
    hanging: Int = 0, firstLine: Int = 0, alignment: String? = nil, isTogether: Bool = false, outline: Int? = nil,
    isBold: Bool = false, isSuperscript: Bool = false, size: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    let parent: String? =
      switch kind {
      case .paragraph: "Normal"
      case .character: "DefaultParagraphFont"
      case .table: nil
      }
    self.basedOn = basedOn ?? (isDefault ? nil : parent)
    self.next = next
    self.isDefault = isDefault
    self.keepsNext = keepsNext
    self.before = before
    self.after = after
    self.tab = tab
    self.left = left
    self.hanging = hanging
    self.firstLine = firstLine
    self.alignment = alignment
    self.isTogether = isTogether
    self.outline = outline
    self.isBold = isBold
    self.isSuperscript = isSuperscript
    self.size = size
  }

  func write(to xml: inout XMLWriter) throws(PackageError) {
    try xml.start("w:style")
    try xml.attribute("w:type", kind.rawValue)
    if isDefault { try xml.attribute("w:default", "1") }
    if WordStyle(rawValue: id) != nil || id == WordStylesheet.literal { try xml.attribute("w:customStyle", "1") }
    try xml.attribute("w:styleId", id)
    try xml.value("w:name", name)
    if let basedOn { try xml.value("w:basedOn", basedOn) }
    if let next { try xml.value("w:next", next) }
    if isDefault, kind != .paragraph { try xml.value("w:semiHidden") } else { try xml.value("w:qFormat") }
    if kind == .paragraph { try writeParagraph(to: &xml) }
    try writeRun(to: &xml)
    if kind == .table { try writeTable(to: &xml) }
    try xml.end()
  }

  private func writeParagraph(to xml: inout XMLWriter) throws(PackageError) {
    try xml.start("w:pPr")
    if keepsNext { try xml.value("w:keepNext") }
    if let tab {
      try xml.start("w:tabs")
      try xml.value("w:tab", [("w:val", "left"), ("w:pos", String(tab))])
      try xml.end()
    }
    try xml.value(
      "w:spacing",
      [("w:before", String(before)), ("w:after", String(after)), ("w:line", "240"), ("w:lineRule", "auto")])
    if left != 0 || hanging != 0 || firstLine != 0 {
      var values = [("w:left", String(left))]
      if hanging != 0 { values.append(("w:hanging", String(hanging))) }
      if firstLine != 0 { values.append(("w:firstLine", String(firstLine))) }
      try xml.value("w:ind", values)
    }
    if isTogether { try xml.value("w:contextualSpacing") }
    if let alignment { try xml.value("w:jc", alignment) }
    if let outline { try xml.value("w:outlineLvl", String(outline)) }
    try xml.end()
  }

  private func writeRun(to xml: inout XMLWriter) throws(PackageError) {
    guard isBold || isSuperscript || size != nil else { return }
    try xml.start("w:rPr")
    if isBold {
      try xml.value("w:b")
      try xml.value("w:bCs")
    }
    if let size {
      try xml.value("w:sz", String(size))
      try xml.value("w:szCs", String(size))
    }
    if isSuperscript { try xml.value("w:vertAlign", "superscript") }
    try xml.end()
  }

  private func writeTable(to xml: inout XMLWriter) throws(PackageError) {
    try xml.start("w:tblPr")
    if !isDefault {
      try xml.start("w:tblBorders")
      for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        try xml.value(
          "w:" + side, [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")])
      }
      try xml.end()
    }
    try xml.start("w:tblCellMar")
    for (side, width) in [("top", "0"), ("left", "108"), ("bottom", "0"), ("right", "108")] {
      try xml.value("w:" + side, [("w:w", width), ("w:type", "dxa")])
    }
    try xml.end()
    try xml.end()
  }
}
