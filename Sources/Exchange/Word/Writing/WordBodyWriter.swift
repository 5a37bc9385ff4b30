internal import Packages

/// Writes paragraphs and tables.
struct WordBodyWriter: ~Copyable {
  var xml: XMLWriter
  var numbers: WordMarkNumbers

  /// The width of the text on the page, in twentieths of a point.
  var pageWidth = WordPage.width(isLandscape: false)

  /// The move whose range is open, with its number.
  private var move: (name: String, kind: WordChange.Kind, number: String)?

  init(numbers: WordMarkNumbers) throws(PackageError) {
    xml = try XMLWriter()
    self.numbers = numbers
  }

  consuming func finished() throws(PackageError) -> [UInt8] { try xml.finished() }

  mutating func write(_ blocks: [WordBlock]) throws(PackageError) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        try write(paragraph)
        let following = index + 1 < blocks.count ? blocks[index + 1].paragraph?.movedMark : nil
        if let move, following?.moveName != move.name || following?.kind != move.kind { try endMove() }
      case .table(let table): try write(table)
      }
    }
  }

  /// Writes a paragraph; its content control stands inside of it, round all its runs: LibreOffice 7.4 loses formatting and
  /// the places of notes in one that is round the paragraph.
  ///
  /// - Parameter noteMark: `footnote` or `endnote` for the first paragraph of one, which begins with the note's mark.
  mutating func write(_ paragraph: WordParagraph, noteMark: String? = nil) throws(PackageError) {
    try xml.start("w:p")
    try writeProperties(of: paragraph)
    if let moved = paragraph.movedMark, move == nil { try startMove(moved) }
    if let noteMark {
      try xml.start("w:r")
      try xml.runProperties([], style: WordStylesheet.reference(of: noteMark))
      try xml.value("w:\(noteMark)Ref")
      try xml.end()
      try write(WordRun("\t"))
    }
    let bookmark = paragraph.bookmark.map { [("w:id", numbers.nextBookmark()), ("w:name", $0)] }
    if let bookmark { try xml.value("w:bookmarkStart", bookmark) }
    let control = paragraph.runs.isEmpty ? nil : paragraph.control
    if let control { try startControl(control) }
    if let number = paragraph.number { try write(WordRun(number + "\t")) }
    try write(paragraph.runs)
    if control != nil { try endControl() }
    if let bookmark { try xml.value("w:bookmarkEnd", [bookmark[0]]) }
    try xml.end()
  }

  private mutating func writeProperties(of paragraph: WordParagraph) throws(PackageError) {
    let style = paragraph.styleName
    let hasMark = !paragraph.markChanges.isEmpty || !paragraph.markFormat.isEmpty
    if style == nil, !hasMark, !paragraph.keepsWithNext { return }
    try xml.start("w:pPr")
    if let style { try xml.value("w:pStyle", style) }
    if paragraph.keepsWithNext { try xml.value("w:keepNext") }
    if hasMark {
      try xml.start("w:rPr")
      for change in paragraph.markChanges {
        try startChange(change)
        try xml.end()
      }
      try xml.look(paragraph.markFormat)
      try xml.end()
    }
    try xml.end()
  }
}

extension WordBodyWriter {
  /// Begins a content control round runs.
  mutating func startControl(_ tag: String) throws(PackageError) {
    try xml.start("w:sdt")
    try xml.start("w:sdtPr")
    try xml.value("w:tag", tag)
    try xml.value("w:id", numbers.nextControl())
    try xml.end()
    try xml.start("w:sdtContent")
  }

  mutating func endControl() throws(PackageError) {
    try xml.end()
    try xml.end()
  }

  /// Begins a tracked change.
  mutating func startChange(_ change: WordChange) throws(PackageError) {
    switch change.kind {
    case .inserted: try xml.start("w:ins")
    case .deleted: try xml.start("w:del")
    case .movedFrom: try xml.start("w:moveFrom")
    case .movedTo: try xml.start("w:moveTo")
    }
    try sign(change, number: numbers.nextChange())
  }

  private mutating func sign(_ change: WordChange, number: String) throws(PackageError) {
    try xml.attribute("w:id", number)
    try xml.attribute("w:author", change.author)
    if let date = change.date { try xml.attribute("w:date", date) }
  }

  private mutating func startMove(_ change: WordChange) throws(PackageError) {
    let number = numbers.nextChange()
    try xml.start(change.kind == .movedFrom ? "w:moveFromRangeStart" : "w:moveToRangeStart")
    try sign(change, number: number)
    try xml.attribute("w:name", change.moveName ?? "")
    try xml.end()
    move = (change.moveName ?? "", change.kind, number)
  }

  private mutating func endMove() throws(PackageError) {
    guard let open = move else { return }
    try xml.value(
      open.kind == .movedFrom ? "w:moveFromRangeEnd" : "w:moveToRangeEnd", [("w:id", open.number)])
    move = nil
  }
}

extension WordBlock {
  fileprivate var paragraph: WordParagraph? {
    if case .paragraph(let paragraph) = self { paragraph } else { nil }
  }
}

extension WordParagraph {
  /// The move that took the whole paragraph away or brought it here.
  fileprivate var movedMark: WordChange? { markChanges.first { $0.moveName != nil } }

  /// The style that it is written in.
  fileprivate var styleName: String? {
    switch role {
    case .title: "Title"
    case .subtitle: "Subtitle"
    case .heading(let level): "Heading\(min(max(level, 1), 3))"
    case .note: "FootnoteText"
    case .body: style
    }
  }
}
