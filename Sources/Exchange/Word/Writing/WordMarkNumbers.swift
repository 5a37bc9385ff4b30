/// The numbers of changes, moves, content controls and bookmarks of one document, each given once; and how often what
/// stands at several places is still to come.
struct WordMarkNumbers {
  private var lastChange = 0
  private var lastControl = 0
  private var lastBookmark = -1

  /// How many references to each note are still to come.
  private var references: [WordNoteReference: Int] = [:]

  /// The numbers that Word prints, of the notes that are referred to again.
  private var shared: [WordNoteReference: Int] = [:]
  private var printed = (footnotes: 0, endnotes: 0)

  /// The notes in the order in which they are referred to first.
  private(set) var order: [WordNoteReference] = []

  /// How many stretches of each comment are still to come.
  private var commented: [Int: Int] = [:]
  private var openComments: Set<Int> = []

  init(_ document: WordDocument) {
    for block in document.body {
      switch block {
      case .paragraph(let paragraph): count(paragraph)
      case .table(let table):
        for row in table.rows { for cell in row.cells { for paragraph in cell { count(paragraph) } } }
      }
    }
  }

  private mutating func count(_ paragraph: WordParagraph) {
    for run in paragraph.runs {
      if let note = run.note { references[note, default: 0] += 1 }
      for comment in run.comments { commented[comment, default: 0] += 1 }
    }
  }

  mutating func nextChange() -> String {
    lastChange += 1
    return String(lastChange)
  }

  mutating func nextControl() -> String {
    lastControl += 1
    return String(1_000_000 + lastControl)
  }

  mutating func nextBookmark() -> String {
    lastBookmark += 1
    return String(lastBookmark)
  }

  /// How one reference to a note is written.
  enum NoteUse {
    case only
    /// The first of several.
    case first
    /// A further one, to the note that has this number in print.
    case again(Int)
  }

  mutating func use(of note: WordNoteReference) -> NoteUse {
    if let number = shared[note] { return .again(number) }
    order.append(note)
    let number: Int
    switch note {
    case .footnote:
      printed.footnotes += 1
      number = printed.footnotes
    case .endnote:
      printed.endnotes += 1
      number = printed.endnotes
    }
    let left = (references[note] ?? 1) - 1
    references[note] = left
    guard left > 0 else { return .only }
    shared[note] = number
    return .first
  }

  /// The comments among `comments` that begin with this stretch.
  mutating func opening(_ comments: [Int]) -> [Int] {
    comments.filter { openComments.insert($0).inserted }
  }

  /// The comments among `comments` that end with this stretch.
  mutating func closing(_ comments: [Int]) -> [Int] {
    comments.filter { comment in
      commented[comment, default: 1] -= 1
      return commented[comment] == 0
    }
  }
}
