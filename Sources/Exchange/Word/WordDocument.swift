/// What a Word document says, as a value: its text with formatting, tracked changes, notes and comments.
///
/// Layout, pictures and whatever else carries no words is not in it.
package struct WordDocument: Hashable, Sendable {
  package var body: [WordBlock]

  /// The texts of footnotes and endnotes by the identifier that references name.
  package var footnotes: [Int: [WordParagraph]]
  package var endnotes: [Int: [WordParagraph]]
  package var comments: [Int: WordComment]
  package var properties: WordProperties

  /// Counts the automatic numbers of its paragraphs anew; `nil` where none was read.
  var numberCounter: WordNumberCounter?

  /// What a person should know about the reading: markup that was passed over, and where.
  package var remarks: [WordRemark]

  package init(
    body: [WordBlock] = [], footnotes: [Int: [WordParagraph]] = [:], endnotes: [Int: [WordParagraph]] = [:],
    comments: [Int: WordComment] = [:], properties: WordProperties = WordProperties(), remarks: [WordRemark] = []
  ) {
    self.body = body
    self.footnotes = footnotes
    self.endnotes = endnotes
    self.comments = comments
    self.properties = properties
    self.remarks = remarks
  }
}

extension WordDocument {
  /// Who tracked changes in the body, in alphabetical order.
  package var authors: [String] {
    let paragraphs = body.flatMap(\.paragraphs)
    return Set(paragraphs.flatMap { $0.markChanges + $0.runs.flatMap(\.changes) }.map(\.author)).sorted()
  }

  /// Authors as messages list them: one who has no name is `''`; twelve at most.
  package static func listed(_ authors: [String]) -> String {
    authors.prefix(12).map { $0.isEmpty ? "''" : $0 }.joined(separator: ", ")
      + (authors.count > 12 ? " and \(authors.count - 12) more" : "")
  }
}

/// What stands one below the other on the page.
package enum WordBlock: Hashable, Sendable {
  case paragraph(WordParagraph)
  case table(WordTable)
}

/// A table: rows of cells, each a column of paragraphs. A table inside a cell is read as the paragraphs of its cells.
package struct WordTable: Hashable, Sendable {
  package var rows: [Row]

  /// How the page's width is shared out among the columns, in any measure; all alike where it is empty, as in what is read.
  package var widths: [Int] = []

  /// How far the table stands from the margin, in twentieths of a point.
  package var indentation = 0

  package struct Row: Hashable, Sendable {
    package var cells: [[WordParagraph]]

    /// Whether the row as a whole was inserted or deleted while changes were tracked.
    package var changes: [WordChange]

    /// The cells, by their places, that were inserted or deleted with a column of the table; not written.
    var cellChanges: [Int: WordChange] = [:]

    package init(cells: [[WordParagraph]], changes: [WordChange] = []) {
      self.cells = cells
      self.changes = changes
    }
  }

  package init(rows: [Row]) { self.rows = rows }
}

/// What a reviewer wrote beside the text.
package struct WordComment: Hashable, Sendable {
  package var author: String

  /// As it stands in the file: `2026-05-05T09:00:00Z`.
  package var date: String?
  package var paragraphs: [WordParagraph]

  package init(author: String, date: String? = nil, paragraphs: [WordParagraph]) {
    self.author = author
    self.date = date
    self.paragraphs = paragraphs
  }
}

/// What a document says about itself (`docProps/core.xml`, and `docProps/custom.xml` for symbol and origin).
package struct WordProperties: Hashable, Sendable {
  package var title: String?
  package var symbol: String?
  package var creator: String?

  /// A language tag: `es`, `en-US`.
  package var language: String?

  /// As it stands in the file: `2026-05-05T09:00:00Z`.
  package var created: String?

  /// The state of a negotiation that it was written from, where this program wrote it.
  package var origin: DocumentOrigin?

  /// Whether no backslash parts the lines of a paragraph: each stands in a paragraph of the document by itself.
  package var hasLinesApart = false

  package init(
    title: String? = nil, symbol: String? = nil, creator: String? = nil, language: String? = nil,
    created: String? = nil
  ) {
    self.title = title
    self.symbol = symbol
    self.creator = creator
    self.language = language
    self.created = created
  }
}

/// Something about a Word document that a person should know; the words of the text are never lost for it.
package struct WordRemark: Hashable, Sendable {
  /// The paragraph of the body it is about, counted from 1 through all tables; `nil` for the whole document.
  package var paragraph: Int?
  package var message: String

  package init(paragraph: Int? = nil, _ message: String) {
    self.paragraph = paragraph
    self.message = message
  }
}
