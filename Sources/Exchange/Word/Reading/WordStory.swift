internal import Packages

/// Reads one text of a document after the other: the body, then its notes and comments.
///
/// What stands open over the borders of elements is kept here: tracked changes, content controls, ranges of moves and
/// comments, fields.
struct WordStory {
  static let tooLarge = "the document has more than 250,000 paragraphs or 4,000,000 runs"

  private let styles: WordStyles
  private var counter: WordNumberCounter
  private var paragraphStyles: [String: WordStyles.Paragraph] = [:]
  private var characterLooks: [String: WordLook] = [:]

  /// Whether automatic numbers are counted: in the body alone.
  var isNumbered = true
  private(set) var remarks: [WordRemark] = []
  private var remarkedNames: Set<String> = []

  /// The paragraphs of the body begun so far, and the runs.
  private var paragraphCount = 0
  private var runCount = 0

  var changes: [WordChange] = []
  var controls: [String] = []
  private var moves: [(identifier: String, kind: WordChange.Kind, name: String)] = []
  private var openComments: [Int] = []

  /// A comment that the run being read refers to.
  var commentWithoutRange: Int?
  private var rangedComments: Set<Int> = []

  /// The fields that are open, the outermost first.
  var fields: [WordField] = []

  /// The bookmarks that are open, and the note that each has held: what a field may refer to again.
  private var bookmarks: [(identifier: String, name: String)] = []
  private(set) var bookmarkedNotes: [String: WordNoteReference] = [:]

  /// The bookmark of this program that has begun in the paragraph being read, or since the last one.
  var paragraphBookmark: String?

  /// Paragraphs of text boxes in the paragraph that is being read; they are put behind it.
  var boxes: [WordBlock] = []

  init(_ styles: WordStyles, _ numbering: WordNumbering) {
    self.styles = styles
    counter = WordNumberCounter(numbering, styles: styles)
  }

  mutating func remark(_ message: String) {
    remarks.append(WordRemark(paragraph: isNumbered && paragraphCount > 0 ? paragraphCount : nil, message))
  }

  /// Says that a picture was passed over, once where a file has it in two forms.
  mutating func remarkPicture() {
    let count = remarks.count
    remark("a picture was left out; words in it, if any, were not read")
    if count > 0, remarks[count] == remarks[count - 1] { remarks.removeLast() }
  }

  /// Says once for each kind of markup that it is not known.
  mutating func remarkUnknown(_ name: String) {
    guard remarkedNames.count < 20, remarkedNames.insert(name).inserted else { return }
    remark("the markup '\(name)' is not known; the words in it were kept")
  }

  mutating func countParagraph() throws(PackageError) {
    paragraphCount += 1
    if paragraphCount > 250_000 { throw PackageError(.tooLarge, Self.tooLarge) }
  }

  mutating func countRun() throws(PackageError) {
    runCount += 1
    if runCount > 4_000_000 { throw PackageError(.tooLarge, Self.tooLarge) }
  }

  mutating func paragraphStyle(_ identifier: String?) -> WordStyles.Paragraph {
    let key = identifier ?? ""
    if let known = paragraphStyles[key] { return known }
    let style = styles.paragraph(identifier)
    paragraphStyles[key] = style
    return style
  }

  mutating func characterLook(_ identifier: String) -> WordLook {
    if let known = characterLooks[identifier] { return known }
    let look = styles.character(identifier)
    characterLooks[identifier] = look
    return look
  }

  mutating func nextNumber(list: Int, level: Int?, style: String?) -> (text: String, level: Int)? {
    isNumbered ? counter.next(list: list, level: level, style: style) : nil
  }
}

/// Ranges that begin and end at elements of their own, wherever those stand.
extension WordStory {
  /// The comments whose range is open.
  var comments: [Int] { openComments }

  /// Takes in an element that begins or ends a range.
  ///
  /// - Returns: whether it was one.
  mutating func readRange(_ name: String, _ reader: inout XMLReader) -> Bool {
    switch name {
    case "w:moveFromRangeStart", "w:moveToRangeStart":
      let kind = name == "w:moveFromRangeStart" ? WordChange.Kind.movedFrom : .movedTo
      if let identifier = reader.attribute("w:id"), let name = reader.attribute("w:name"), moves.count < 100 {
        moves.append((identifier, kind, name))
      }
    case "w:moveFromRangeEnd", "w:moveToRangeEnd":
      let kind = name == "w:moveFromRangeEnd" ? WordChange.Kind.movedFrom : .movedTo
      let identifier = reader.attribute("w:id")
      moves.removeAll { $0.identifier == identifier && $0.kind == kind }
    case "w:commentRangeStart":
      if let identifier = reader.number("w:id"), openComments.count < 100 {
        openComments.append(identifier)
        rangedComments.insert(identifier)
      }
    case "w:commentRangeEnd":
      let identifier = reader.number("w:id")
      openComments.removeAll { $0 == identifier }
    case "w:bookmarkStart":
      if let identifier = reader.attribute("w:id"), let name = reader.attribute("w:name"), bookmarks.count < 100 {
        bookmarks.append((identifier, name))
        if name.hasPrefix(ParagraphTag.bookmarkPrefix) { paragraphBookmark = name }
      }
    case "w:bookmarkEnd":
      let identifier = reader.attribute("w:id")
      bookmarks.removeAll { $0.identifier == identifier }
    default: return false
    }
    return true
  }

  /// Remembers a note for the bookmarks that hold its mark.
  mutating func bookmark(_ note: WordNoteReference) {
    for bookmark in bookmarks where bookmarkedNotes[bookmark.name] == nil { bookmarkedNotes[bookmark.name] = note }
  }

  /// Whether a comment has a range and needs no other place.
  func hasRange(_ comment: Int) -> Bool { rangedComments.contains(comment) }

  /// The tracked change that an element says, which has just begun.
  mutating func change(_ name: String, _ reader: inout XMLReader) -> WordChange? {
    guard let kind = WordStory.changeKinds[name] else { return nil }
    var change = WordChange(kind, author: reader.attribute("w:author") ?? "", date: reader.attribute("w:date"))
    if kind == .movedFrom || kind == .movedTo { change.moveName = moves.last { $0.kind == kind }?.name }
    return change
  }

  static let changeKinds: [String: WordChange.Kind] = [
    "w:ins": .inserted, "w:del": .deleted, "w:moveFrom": .movedFrom, "w:moveTo": .movedTo,
    "w:cellIns": .inserted, "w:cellDel": .deleted,
  ]

  /// Keeps the run of a comment without a range of its own: the comment is about the words before it.
  mutating func attach(_ comment: Int, to runs: inout [WordRun]) {
    guard !hasRange(comment), let last = runs.indices.last else { return }
    runs[last].comments.append(comment)
  }
}
