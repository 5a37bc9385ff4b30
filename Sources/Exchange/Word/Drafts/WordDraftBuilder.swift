internal import Notation
internal import TextForm

/// Writes a Word document as a draft, line by line.
struct WordDraftBuilder {
  let document: WordDocument
  let view: WordView
  var changes: DraftChanges
  var lines: [(text: String, place: WordDraft.Place)] = []
  var remarks: [WordRemark]
  var notes: [WordNoteReference] = []
  var legends: [String] = []
  var noteNumbers: [WordNoteReference: Int] = [:]
  var carry = FormattedText.Carry()

  /// The label of the delegation that sent the document, where one did.
  var sender: String?

  /// Whether the paragraph being written has words that this view lacks.
  var hasRemoved = false

  /// Whether words of it look as if they came in or went, and stand outside of every delegation's bracket.
  var showsChange = false
  var paragraphsShowingChanges: [Int] = []
  let hasLevelZeroNumbers: Bool

  /// Whether the block being written stands between two items of a list.
  var place = ListItems.Place()

  /// Whether what was written last is a heading, or a line of one.
  private var isInHeading = false

  /// The paragraph being written, counted from 1.
  var number = 0

  /// How many paragraphs stand up to the last of the title block; none where no style says which that is.
  private let titleCount: Int
  var isInTitle: Bool { number <= titleCount }

  /// A paragraph whose mark is not there in this view, and goes on in the next.
  private var pending: (paragraph: WordParagraph, number: Int)?

  init(_ document: WordDocument, _ view: WordView, _ changes: DraftChanges) {
    self.view = view
    self.changes = changes
    var document = document
    if case .draft = view { document.remarks += document.undoMoves() }
    document.gatherLines(for: view)
    if case .draft = view { document.undoSplits() }
    document.renumber(for: view)
    if case .draft = view {
      document.typeLetters { changes.label(of: $0) }
      document.numberArrivals()
    }
    self.document = document
    remarks = document.remarks
    let paragraphs = document.body.flatMap(\.paragraphs)
    titleCount = Self.titleCount(paragraphs)
    hasLevelZeroNumbers = document.body.contains { block in
      block.paragraphs.contains {
        $0.level == 0 && $0.number.flatMap(WordDraftBuilder.digits) != nil && !$0.role.isHeading
      }
    }
  }

  /// How many paragraphs the title block has: up to the last in a style for titles, before any number or heading. Where none
  /// is, a first paragraph that alone is a heading of its level or a higher one is the title.
  private static func titleCount(_ paragraphs: [WordParagraph]) -> Int {
    let end = paragraphs.firstIndex { $0.number != nil || $0.role.isHeading } ?? paragraphs.count
    if let last = paragraphs[..<end].lastIndex(where: { $0.role.isTitle }) { return last + 1 }
    guard end < paragraphs.count, paragraphs[end].number == nil, case .heading(let level) = paragraphs[end].role,
      paragraphs[..<end].allSatisfy({ $0.runs.isEmpty }),
      // `RESOLVES:` opens a part of the draft.
      let last = paragraphs[end].runs.last(where: { !$0.isBlank })?.text
        .last(where: { !$0.isWhitespace }), !":,;".contains(last)
    else { return 0 }
    let isAlone = !paragraphs[(end + 1)...].contains { paragraph in
      if case .heading(let other) = paragraph.role { other <= level } else { paragraph.role.isTitle }
    }
    return isAlone ? end + 1 : 0
  }

  mutating func build() {
    let follows = ListItems.follow(in: document.body)
    for (index, block) in document.body.enumerated() {
      (place.isFollowed, place.isBeforeItem) = (follows[index].further, follows[index].any)
      switch block {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let table): write(table)
      }
    }
    if let (paragraph, begin) = pending {
      pending = nil
      number = begin - 1
      var last = paragraph
      last.markChanges = []
      write(last)
    }
    for legend in legends { lines.insert(contentsOf: [(legend, .paragraph(1)), ("", .paragraph(1))], at: 0) }
    writeNotes()
    guard case .draft = view else { return }
    remarkOnShownChanges()
    for (author, count) in changes.unnamed.sorted(by: { $0.key < $1.key }) {
      remarks.append(
        WordRemark(
          "\(count) tracked change\(count == 1 ? "" : "s") by '\(author)' \(count == 1 ? "was" : "were") left out, since"
            + " that names no delegation: say whose they are with --author '\(author)=CODE'"))
    }
    let places = document.comments.isEmpty ? [:] : commentedParagraphs
    for (identifier, comment) in document.comments.sorted(by: { $0.key < $1.key }) {
      let words = comment.paragraphs.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
      remarks.append(
        WordRemark(
          paragraph: places[identifier], "a comment by '\(comment.author)' was left out: \(words.prefix(200))")
      )
    }
  }

  mutating func write(_ paragraph: WordParagraph) {
    number += 1
    if paragraph.isTakenOut || paragraph.style == WordStyle.masthead.rawValue { return }
    var paragraph = paragraph
    var begin = number
    if let first = pending {
      // The paragraph that began first gives number and style, and where it stands.
      var whole = first.paragraph
      if view.joins(whole) {
        whole = whole.joined(with: paragraph, isRead: view.has)
      } else {
        if view.isGlued(whole.runs, to: paragraph.runs) { whole.runs.append(WordRun(" ")) }
        whole.runs += paragraph.runs
        whole.markChanges = paragraph.markChanges
      }
      (paragraph, begin) = (whole, first.number)
      pending = nil
    }
    if case .draft = view {} else { paragraph = paragraph.joinedWithoutMarks(isRead: view.has) }
    if view.lacksMark(of: paragraph) {
      if view.begins(paragraph) { pending = (paragraph, begin) }
      return
    }
    (hasRemoved, showsChange) = (false, false)
    let text = text(of: paragraph)
    let lines = text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    // Of a paragraph that came or went as a whole its typed number may be left, which would take the next line's words.
    guard !lines.isEmpty, !(hasRemoved && (Self.isBareNumber(text) || text == WordRun.headingSign)) else { return }
    let prefix = printedNumber(of: paragraph, text).map { $0 + " " }
    let isHeading =
      !isInTitle && (paragraph.isDraftHeading(prefix, text) || paragraph.role.isTitle)
    if showsChange, !isHeading, !isInTitle { paragraphsShowingChanges.append(begin) }
    let place = WordDraft.Place.paragraph(begin)
    // Among footnotes a tab would make a note of a numbered paragraph.
    let content = paragraph.style == WordStyle.remark.rawValue ? lines : lines.map(Self.withoutTabs)
    let isItem = self.place.isItem(paragraph)
    let isBracketed = self.place.isBracketedItem(paragraph, written: content[0])
    self.place.follow(paragraph, isItem: isItem)
    if let last = self.lines.last, paragraph.isFurtherLine || isItem || isBracketed {
      // A heading is one line, whatever stands in it.
      let isParted = !isInHeading && LinesApart(changes.labels).goesOn(content[0], from: last.text)
      self.lines.append(((isParted ? "\\" : "") + content[0], place))
      appendLines(content.dropFirst(), place)
      return
    }
    if !self.lines.isEmpty, !isInTitle { self.lines.append(("", place)) }
    isInHeading = isHeading
    if isHeading {
      let number = paragraph.number.map { $0 + " " } ?? ""
      let isMarked = text.hasPrefix(WordRun.headingSign) || text.hasPrefix("§")
      self.lines.append(((isMarked ? "" : WordRun.headingSign) + number + content.joined(separator: " "), place))
    } else {
      self.lines.append(((prefix ?? "") + content[0], place))
      appendLines(content.dropFirst(), place)
    }
  }

  /// Appends what stands behind ends of lines inside of a paragraph.
  private mutating func appendLines(_ content: ArraySlice<String>, _ place: WordDraft.Place) {
    let apart = LinesApart(changes.labels)
    for line in content {
      let isParted = lines.last.map { apart.goesOn(line, from: $0.text) } ?? false
      lines.append(((isParted ? "\\" : "") + line, place))
    }
  }

  private static func withoutTabs(_ line: String) -> String {
    guard holds(0x09, line.utf8.span) else { return line }
    return String(decoding: line.utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
