/// One paragraph of a Word document.
package struct WordParagraph: Hashable, Sendable {
  package var role: Role

  /// The identifier of its style in the file (``WordStyle`` names those of this program's own); `nil` where it has none.
  package var style: String?

  /// The number that Word prints in front by itself, as it looks on the page: `17.`, `(a)`; `nil` where there is none
  /// or it is typed as text.
  package var number: String?

  /// How deep the automatic number's level is, from 0; for a paragraph without one, its depth of indentation as a list.
  package var level: Int

  /// The automatic list that it belongs to, where it was read from a file.
  var list: ListPlace?
  package var runs: [WordRun]

  /// What became of the paragraph's mark while changes were tracked. A mark that is inserted ends a paragraph that is
  /// new here; one that is deleted joins the paragraph with the next.
  package var markChanges: [WordChange]

  /// The look of the paragraph's mark, where it is that of words which come in or go: the line ends there for one side only.
  package var markFormat: WordFormat = []

  /// The tag of the innermost content control round the whole paragraph.
  package var control: String?

  /// The bookmark of this program round all its runs, which goes where they go.
  var bookmark: String?

  /// Whether its words were put elsewhere: it only keeps the count of paragraphs, and ends nothing; not read.
  var isTakenOut = false

  /// Whether no page ends between it and the next; not read.
  package var keepsWithNext = false

  package init(
    role: Role = .body, style: String? = nil, number: String? = nil, level: Int = 0, runs: [WordRun] = [],
    markChanges: [WordChange] = [], control: String? = nil
  ) {
    self.role = role
    self.style = style
    self.number = number
    self.level = level
    self.runs = runs
    self.markChanges = markChanges
    self.control = control
  }

  /// What is left of a paragraph whose words were put elsewhere.
  static var takenOut: WordParagraph {
    var paragraph = WordParagraph()
    paragraph.isTakenOut = true
    return paragraph
  }

  /// A list by its number in the file, and the level that the paragraph names.
  struct ListPlace: Hashable {
    var list: Int
    var level: Int?
  }

  /// What a paragraph is for, as its style says.
  package enum Role: Hashable, Sendable {
    case body
    case title
    case subtitle
    /// A heading, its level from 1.
    case heading(Int)
    /// The text of a footnote or an endnote.
    case note
  }
}

/// A stretch of a paragraph's text with one look, one history and one place.
package struct WordRun: Hashable, Sendable {
  /// The characters; a tab is U+0009, a break of the line U+000A, a page break U+000C, a hyphen that does not break
  /// U+2011; places where a word may be broken are left out.
  package var text: String
  package var format: WordFormat

  /// The tracked changes the stretch stands in, the outermost first: what one author inserted and another deleted
  /// afterwards has both.
  package var changes: [WordChange]

  /// The tag of the innermost content control round the stretch, inside the paragraph.
  package var control: String?

  /// The note that is referred to here; such a stretch has no text.
  package var note: WordNoteReference?

  /// The comments whose range holds the stretch.
  package var comments: [Int]

  package init(
    _ text: String, format: WordFormat = [], changes: [WordChange] = [], control: String? = nil,
    note: WordNoteReference? = nil, comments: [Int] = []
  ) {
    self.text = text
    self.format = format
    self.changes = changes
    self.control = control
    self.note = note
    self.comments = comments
  }

  /// What stands in the text form before a heading that nothing else tells from a paragraph.
  static let headingSign = "## "

  /// Whether it is a sign of the text form that the look of a document says too.
  var isHiddenSign: Bool { format.contains(.hidden) && (text == Self.headingSign || text.allSatisfy { $0 == "~" }) }

  /// Whether its text is white space and nothing else.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether another run only goes on with this one.
  func isContinued(by next: WordRun) -> Bool {
    note == nil && next.note == nil && format == next.format && changes == next.changes && control == next.control
      && comments == next.comments
  }
}

/// A reference to the text of a note.
package enum WordNoteReference: Hashable, Sendable {
  case footnote(Int)
  case endnote(Int)
}

/// How a stretch of text looks, styles and direct formatting taken together.
package struct WordFormat: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let bold = WordFormat(rawValue: 1 << 0)
  package static let italic = WordFormat(rawValue: 1 << 1)
  package static let underline = WordFormat(rawValue: 1 << 2)
  package static let strike = WordFormat(rawValue: 1 << 3)
  package static let superscript = WordFormat(rawValue: 1 << 4)
  package static let `subscript` = WordFormat(rawValue: 1 << 5)
  /// Printed in capitals whatever is typed.
  package static let capitals = WordFormat(rawValue: 1 << 6)
  package static let smallCapitals = WordFormat(rawValue: 1 << 7)
  package static let hidden = WordFormat(rawValue: 1 << 8)
  /// In the style that says of a sign that it is no sign of the notation; it has no look of its own.
  package static let literal = WordFormat(rawValue: 1 << 9)

  /// How words look that come in, and those that go, where looks say so: as the legend of the reference text's footnote has
  /// it.
  package static let added: WordFormat = [.bold, .underline]
  package static let struck: WordFormat = [.bold, .strike]
}

/// A change that Word tracked.
package struct WordChange: Hashable, Sendable {
  package var kind: Kind
  package var author: String

  /// As it stands in the file: `2026-05-05T09:00:00Z`.
  package var date: String?

  /// What pairs the two ends of a move.
  package var moveName: String?

  package init(_ kind: Kind, author: String, date: String? = nil, moveName: String? = nil) {
    self.kind = kind
    self.author = author
    self.date = date
    self.moveName = moveName
  }

  package enum Kind: Hashable, Sendable {
    case inserted
    case deleted
    case movedFrom
    case movedTo
  }
}
