internal import Packages

/// What stands one below the other: paragraphs, tables, and whatever holds them.
extension WordStory {
  /// Reads the document part.
  mutating func readBody(_ reader: inout XMLReader) throws(PackageError) -> [WordBlock] {
    var blocks: [WordBlock] = []
    while let event = try reader.next() {
      if event == .start("w:body") { try readBlocks(&reader, into: &blocks) }
    }
    return blocks
  }

  /// Reads the footnotes or endnotes, without the lines that separate them from the text.
  mutating func readNotes(_ reader: inout XMLReader) throws(PackageError) -> [Int: [WordParagraph]] {
    var notes: [Int: [WordParagraph]] = [:]
    while let event = try reader.next() {
      guard event == .start("w:footnote") || event == .start("w:endnote"), let identifier = reader.number("w:id") else {
        continue
      }
      if let type = reader.attribute("w:type"), type != "normal" { continue }
      notes[identifier] = try paragraphs(&reader)
    }
    return notes
  }

  mutating func readComments(_ reader: inout XMLReader) throws(PackageError) -> [Int: WordComment] {
    var comments: [Int: WordComment] = [:]
    while let event = try reader.next() {
      guard event == .start("w:comment"), let identifier = reader.number("w:id") else { continue }
      let (author, date) = (reader.attribute("w:author") ?? "", reader.attribute("w:date"))
      comments[identifier] = WordComment(author: author, date: date, paragraphs: try paragraphs(&reader))
    }
    return comments
  }

  /// The paragraphs in the element that has just begun, those of tables among them.
  private mutating func paragraphs(_ reader: inout XMLReader) throws(PackageError) -> [WordParagraph] {
    var blocks: [WordBlock] = []
    try readBlocks(&reader, into: &blocks)
    return blocks.flatMap(\.paragraphs)
  }

  /// Reads what stands in the element that has just begun.
  mutating func readBlocks(_ reader: inout XMLReader, into blocks: inout [WordBlock]) throws(PackageError) {
    var hasChosen = false
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      try readBlock(name, &reader, into: &blocks, hasChosen: &hasChosen)
    }
  }

  private mutating func readBlock(
    _ name: String, _ reader: inout XMLReader, into blocks: inout [WordBlock], hasChosen: inout Bool
  ) throws(PackageError) {
    if readRange(name, &reader) { return }
    switch name {
    case "w:p":
      let paragraph = try readParagraph(&reader)
      blocks.append(.paragraph(paragraph))
      blocks += boxes
      boxes = []
    case "w:tbl": blocks.append(.table(try readTable(&reader)))
    case "w:sdt":
      try readControl(&reader) { (story, reader) throws(PackageError) in
        try story.readBlocks(&reader, into: &blocks)
      }
    case "w:ins", "w:del", "w:moveFrom", "w:moveTo":
      let change = change(name, &reader)
      if let change { changes.append(change) }
      try readBlocks(&reader, into: &blocks)
      if change != nil { changes.removeLast() }
    case "mc:Choice", "mc:Fallback":
      if hasChosen { return }
      let before = blocks.count
      try readBlocks(&reader, into: &blocks)
      hasChosen = blocks.count > before
    case "mc:AlternateContent", "w:customXml", "w:smartTag", "w:txbxContent":
      try readBlocks(&reader, into: &blocks)
    case "w:sectPr", "w:proofErr", "w:permStart", "w:permEnd", "w:tcPr", "w:trPr",
      "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:customXmlPr", "w:sdtPr", "w:sdtEndPr", "w:footnotePr":
      return
    case "w:altChunk", "w:subDoc": remark("another document is embedded here, which was not read")
    case "w:r", "w:hyperlink", "w:fldSimple":
      // Runs belong into paragraphs; where a program wrote them without, their words are kept.
      var runs: [WordRun] = []
      try readInline(name, &reader, look: WordLook(), into: &runs)
      if !runs.isEmpty { blocks.append(.paragraph(WordParagraph(runs: runs))) }
    default:
      if name.hasPrefix("w:"), name.hasSuffix("Change") || WordStory.isSilent(name) { return }
      let before = blocks.count
      try readBlocks(&reader, into: &blocks)
      if blocks.count > before { remarkUnknown(name) }
    }
  }

  private mutating func readTable(_ reader: inout XMLReader) throws(PackageError) -> WordTable {
    var table = WordTable(rows: [])
    try readRows(&reader, into: &table)
    return table
  }

  private mutating func readRows(_ reader: inout XMLReader, into table: inout WordTable) throws(PackageError) {
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event, !self.readRange(name, &reader) else { return }
      switch name {
      case "w:tr":
        var row = WordTable.Row(cells: [])
        try readCells(&reader, into: &row)
        table.rows.append(row)
      case "w:tblPr", "w:tblGrid", "w:tblPrEx": return
      case "w:sdt":
        try readControl(&reader) { (story, reader) throws(PackageError) in
          try story.readRows(&reader, into: &table)
        }
      default: try readRows(&reader, into: &table)
      }
    }
  }

  private mutating func readCells(_ reader: inout XMLReader, into row: inout WordTable.Row) throws(PackageError) {
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event, !self.readRange(name, &reader) else { return }
      switch name {
      case "w:trPr":
        try reader.forEachChild { (reader, event) throws(PackageError) in
          guard case .start(let name) = event else { return }
          if let change = change(name, &reader) { row.changes.append(change) }
          if name == "w:gridBefore" { row.cells += Self.further(reader.number("w:val") ?? 0) }
        }
      case "w:tc":
        let (cells, change) = try readCell(&reader)
        row.cellChanges[row.cells.count] = change
        row.cells += cells
      case "w:tblPrEx": return
      case "w:sdt":
        try readControl(&reader) { (story, reader) throws(PackageError) in
          try story.readCells(&reader, into: &row)
        }
      default: try readCells(&reader, into: &row)
      }
    }
  }

  /// Reads a cell, and what became of it with its column; one that goes over several columns has empty ones behind it.
  private mutating func readCell(
    _ reader: inout XMLReader
  ) throws(PackageError) -> (cells: [[WordParagraph]], change: WordChange?) {
    var blocks: [WordBlock] = []
    var columns = 1
    var change: WordChange?
    var hasChosen = false
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      guard name == "w:tcPr" else { return try readBlock(name, &reader, into: &blocks, hasChosen: &hasChosen) }
      try reader.forEachChild { (reader, event) throws(PackageError) in
        guard case .start(let name) = event else { return }
        if name == "w:gridSpan" { columns = reader.number("w:val") ?? 1 }
        change = self.change(name, &reader) ?? change
      }
    }
    if blocks.contains(where: { if case .table = $0 { true } else { false } }) {
      remark("a table inside of a table was read as words of its cell")
    }
    var paragraphs = blocks.flatMap(\.paragraphs)
    if let change { for index in paragraphs.indices { paragraphs[index].runs.take(change) } }
    return ([paragraphs] + Self.further(columns - 1), change)
  }

  /// Cells without words; Word allows a table 63 columns.
  private static func further(_ count: Int) -> [[WordParagraph]] {
    Array(repeating: [], count: min(max(count, 0), 62))
  }

  /// Reads a content control: its tag, and with it what stands in it.
  ///
  /// - Parameter keepsTag: takes the tag, which then is not that of what stands in the control.
  mutating func readControl(
    _ reader: inout XMLReader, keepsTag: ((String) -> Void)? = nil,
    _ content: (inout WordStory, inout XMLReader) throws(PackageError) -> Void
  ) throws(PackageError) {
    var tag = ""
    try reader.forEachChild { (reader, event) throws(PackageError) in
      if event == .start("w:sdtPr") {
        try reader.forEachChild { (reader, event) throws(PackageError) in
          if event == .start("w:tag") { tag = reader.attribute("w:val") ?? "" }
        }
      } else if event == .start("w:sdtContent") {
        let isInner = keepsTag == nil && !tag.isEmpty
        if let keepsTag, !tag.isEmpty { keepsTag(tag) }
        if isInner { controls.append(tag) }
        try content(&self, &reader)
        if isInner { controls.removeLast() }
      }
    }
  }
}

extension WordBlock {
  /// The block's paragraphs in reading order.
  package var paragraphs: [WordParagraph] {
    switch self {
    case .paragraph(let paragraph): [paragraph]
    case .table(let table): table.rows.flatMap { $0.cells.flatMap { $0 } }
    }
  }
}

extension [WordRun] {
  /// Says of each run what became of all of them.
  fileprivate mutating func take(_ change: WordChange) {
    for index in indices
    where !self[index].changes.contains(where: { $0.kind == change.kind && $0.author == change.author }) {
      self[index].changes.insert(change, at: 0)
    }
  }
}
