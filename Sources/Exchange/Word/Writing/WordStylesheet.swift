internal import Packages

/// The styles of the documents that are written: they look like the Organization's (Times New Roman, 11 points, numbers
/// hanging in the margin).
enum WordStylesheet {
  /// The style of a note's mark.
  static func reference(of kind: String) -> String { kind == "endnote" ? "EndnoteReference" : "FootnoteReference" }

  /// The style of signs that are no signs of the notation (``WordFormat/literal``), and its name in lower case.
  static let literal = "LiteralSign"
  static let literalName = "literal sign"

  static func part(language: String) throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.startPart("w:styles")
    try xml.start("w:docDefaults")
    try xml.start("w:rPrDefault")
    try xml.start("w:rPr")
    try xml.value(
      "w:rFonts", ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map { ($0, "Times New Roman") })
    try xml.value("w:sz", "22")
    try xml.value("w:szCs", "22")
    try xml.value("w:lang", [("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")])
    try xml.end()
    try xml.end()
    try xml.start("w:pPrDefault")
    try xml.end()
    try xml.end()
    for style in all { try style.write(to: &xml) }
    return try xml.finished()
  }

  private static let all: [WordStyleDefinition] = [
    WordStyleDefinition("Normal", "Normal", isDefault: true),
    WordStyleDefinition("DefaultParagraphFont", "Default Paragraph Font", .character, isDefault: true),
    WordStyleDefinition("TableNormal", "Normal Table", .table, isDefault: true),
    WordStyleDefinition(
      "Title", "Title", next: "Normal", keepsNext: true, before: 360, after: 480, alignment: "center", isTogether: true,
      isBold: true),
    WordStyleDefinition(
      "Subtitle", "Subtitle", next: "Normal", keepsNext: true, before: 360, after: 200, alignment: "center",
      isBold: true),
    WordStyleDefinition(
      "Heading1", "heading 1", next: "Normal", keepsNext: true, before: 120, after: 200, alignment: "left",
      outline: 0),
    WordStyleDefinition(
      "Heading2", "heading 2", next: "Normal", keepsNext: true, before: 120, after: 200, alignment: "left",
      outline: 1, isBold: true),
    WordStyleDefinition(
      "Heading3", "heading 3", next: "Normal", keepsNext: true, before: 120, after: 200, alignment: "left",
      outline: 2),
    WordStyleDefinition(WordStyle.organ.rawValue, "Organ", keepsNext: true, after: 120, isTogether: true),
    WordStyleDefinition(
      WordStyle.reference.rawValue, "Document Reference", keepsNext: true, left: 5760, isTogether: true),
    WordStyleDefinition(
      WordStyle.numbered.rawValue, "Numbered Paragraph", after: 200, tab: 864, left: 864, hanging: 864,
      alignment: "both"),
    WordStyleDefinition(
      WordStyle.unnumbered.rawValue, "Unnumbered Paragraph", after: 200, firstLine: 864, alignment: "both"),
    WordStyleDefinition(
      WordStyle.continued.rawValue, "Continued Paragraph", after: 200, left: 864, alignment: "both"),
    WordStyleDefinition(WordStyle.section.rawValue, "Section Name", keepsNext: true, before: 200, after: 200),
    WordStyleDefinition(WordStyle.remark.rawValue, "Remark", before: 200, after: 200, left: 864),
    WordStyleDefinition(WordStyle.cell.rawValue, "Table Text", before: 40, after: 40, size: 18),
    WordStyleDefinition("Header", "header", alignment: "center"),
    WordStyleDefinition(WordStyle.masthead.rawValue, "Masthead", keepsNext: true, left: 5760),
    WordStyleDefinition(
      "FootnoteText", "footnote text", after: 60, tab: 360, left: 360, hanging: 360, alignment: "both", size: 18),
    WordStyleDefinition("CommentText", "annotation text", size: 20),
    WordStyleDefinition("FootnoteReference", "footnote reference", .character, isSuperscript: true),
    WordStyleDefinition("EndnoteReference", "endnote reference", .character, isSuperscript: true),
    WordStyleDefinition(literal, "Literal Sign", .character),
    WordStyleDefinition("CommentReference", "annotation reference", .character, size: 16),
    WordStyleDefinition("TableGrid", "Table Grid", .table, basedOn: "TableNormal"),
  ]
}
