internal import Packages

/// Reads Word documents (`.docx`, and `.docm` without its macros; ECMA-376 transitional and strict) into values.
package enum WordReader {
  /// Reads a document from the bytes of its file.
  ///
  /// What is not known is passed over with a remark, and the words in it are kept. Within limits: those of
  /// ``Packages/PackageLimits/standard``, 250,000 paragraphs and 4,000,000 runs.
  ///
  /// - Throws: `WordError`: no Word document, encrypted, damaged, or larger than the limits. Nothing is ever fetched, and
  ///   no program in the document is run.
  package static func read(_ bytes: [UInt8]) throws(WordError) -> WordDocument {
    var parts = try WordParts(bytes)
    do throws(PackageError) {
      return try read(&parts)
    } catch {
      throw error.message == WordStory.tooLarge ? WordError(.tooLarge, error.message) : WordError(error)
    }
  }

  private static func read(_ parts: inout WordParts) throws(PackageError) -> WordDocument {
    var styles = WordStyles()
    var numbering = WordNumbering()
    if var reader = try parts.reader("styles") { styles = try WordStyles(&reader) }
    if var reader = try parts.reader("numbering") { numbering = try WordNumbering(&reader) }
    var story = WordStory(styles, numbering)
    var document = WordDocument()
    document.numberCounter = WordNumberCounter(numbering, styles: styles)
    if parts.hasMacros { story.remark("the document brings macros, which were left out and not run") }
    if parts.hasEmbeddedDocuments { story.remark("the document holds other documents, which were not read") }
    if var reader = try parts.reader("document") {
      document.body = try story.readBody(&reader)
    }
    story.isNumbered = false
    if var reader = try parts.reader("footnotes") { document.footnotes = try story.readNotes(&reader) }
    if var reader = try parts.reader("endnotes") { document.endnotes = try story.readNotes(&reader) }
    if var reader = try parts.reader("comments") { document.comments = try story.readComments(&reader) }
    if var reader = try parts.reader("core-properties") { try document.properties.readCore(&reader) }
    if var reader = try parts.reader("custom-properties") { try document.properties.readCustom(&reader) }
    document.remarks = story.remarks
    return document
  }
}
