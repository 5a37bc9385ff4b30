internal import Drafting
package import Packages

/// Writes a ``WordDocument`` as a file that Word, LibreOffice and other programs open (ISO/IEC 29500, transitional).
///
/// The order of elements is the schema's, changes have numbers of their own, and the same value gives the same bytes.
/// A paragraph's automatic number is written as text with a tab behind it, so that no program ever counts anew.
package struct WordWriter: Sendable {
  /// The lines at the top right of the first page: symbol, date, original language.
  package var masthead: [String]

  /// Whether Word tracks what is changed in the file from now on, so that it comes back with its changes marked.
  package var tracksChanges: Bool

  /// Whether the pages lie on their long side.
  package var isLandscape = false

  package init(masthead: [String] = [], tracksChanges: Bool = false) {
    self.masthead = masthead
    self.tracksChanges = tracksChanges
  }

  /// The package's bytes.
  ///
  /// A note that is referred to again is written once; the other places refer to its number.
  ///
  /// - Throws: `PackageError` where libzip or libxml2 is missing or has no memory left.
  /// - Cost: linear in the length of the document.
  package func write(_ document: WordDocument) throws(PackageError) -> [UInt8] {
    var numbers = WordMarkNumbers(document)
    var parts: [String: [UInt8]] = [:]
    let language = document.properties.language ?? "en"
    parts["word/document.xml"] = try body(document, &numbers)
    parts["word/styles.xml"] = try WordStylesheet.part(language: language)
    parts["word/settings.xml"] = try settings(document)
    parts["word/footnotes.xml"] = try WordNotes.footnotes(document.footnotes, &numbers)
    if !document.endnotes.isEmpty { parts["word/endnotes.xml"] = try WordNotes.endnotes(document.endnotes, &numbers) }
    if !document.comments.isEmpty { parts["word/comments.xml"] = try WordNotes.comments(document.comments, &numbers) }
    parts["word/header1.xml"] = try WordHeaders.first(masthead)
    parts["word/header2.xml"] = try WordHeaders.following()
    parts["docProps/core.xml"] = try WordProperties.corePart(document.properties)
    parts["docProps/app.xml"] = try WordProperties.applicationPart()
    if let custom = try WordProperties.customPart(document.properties) { parts["docProps/custom.xml"] = custom }
    let relations = WordRelations(parts: parts.keys.sorted())
    parts["word/_rels/document.xml.rels"] = try relations.ofDocument()
    parts["_rels/.rels"] = try relations.ofPackage()
    parts["[Content_Types].xml"] = try relations.contentTypes()
    return try PackageWriter.write(parts)
  }

  private func body(
    _ document: WordDocument, _ numbers: inout WordMarkNumbers
  ) throws(PackageError) -> [UInt8] {
    var writer = try WordBodyWriter(numbers: numbers)
    writer.pageWidth = WordPage.width(isLandscape: isLandscape)
    try writer.xml.startPart("w:document")
    try writer.xml.start("w:body")
    try writer.write(document.body)
    try writer.xml.writeSection(isLandscape: isLandscape)
    try writer.xml.end()
    numbers = writer.numbers
    return try writer.finished()
  }

  private func settings(_ document: WordDocument) throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.startPart("w:settings")
    try xml.value("w:zoom", [("w:percent", "100")])
    if tracksChanges { try xml.value("w:trackRevisions") }
    try xml.value("w:defaultTabStop", "720")
    try xml.value("w:characterSpacingControl", "doNotCompress")
    for (kind, isUsed) in [("footnote", true), ("endnote", !document.endnotes.isEmpty)] where isUsed {
      try xml.start("w:\(kind)Pr")
      for id in ["-1", "0"] { try xml.value("w:\(kind)", [("w:id", id)]) }
      try xml.end()
    }
    try xml.start("w:compat")
    try xml.value(
      "w:compatSetting",
      [("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"), ("w:val", "15")])
    try xml.end()
    return try xml.finished()
  }
}
