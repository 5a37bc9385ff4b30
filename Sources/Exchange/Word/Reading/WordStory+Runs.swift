internal import Packages

/// What stands inside a paragraph: runs, and whatever holds them.
extension WordStory {
  /// Elements that hold no words, wherever they stand.
  static func isSilent(_ name: String) -> Bool { silent.contains(name) }

  private static let silent: Set<String> = [
    "w:proofErr", "w:permStart", "w:permEnd", "w:pPr", "w:rPr", "w:sectPr",
    "w:lastRenderedPageBreak", "w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:separator", "w:instrText",
    "w:delInstrText", "w:continuationSeparator", "w:fldData", "w:ffData", "w:smartTagPr", "w:customXmlPr", "w:sdtPr",
    "w:sdtEndPr", "w:dirPr", "w:numPr", "w:rubyPr", "w:rt", "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd",
    "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:customXmlMoveFromRangeStart",
    "w:customXmlMoveFromRangeEnd", "w:customXmlMoveToRangeStart", "w:customXmlMoveToRangeEnd", "w:contentPart",
    "w:pgNum", "w:dayShort", "w:dayLong", "w:monthShort", "w:monthLong", "w:yearShort", "w:yearLong",
  ]

  /// Reads an element inside a paragraph, which has just begun.
  mutating func readInline(
    _ name: String, _ reader: inout XMLReader, look: WordLook, into runs: inout [WordRun]
  ) throws(PackageError) {
    if readRange(name, &reader) || WordStory.isSilent(name) { return }
    switch name {
    case "w:r": try readRun(&reader, look: look, into: &runs)
    case "w:ins", "w:del", "w:moveFrom", "w:moveTo":
      let change = change(name, &reader)
      if let change { changes.append(change) }
      try readInlines(&reader, look: look, into: &runs)
      if change != nil { changes.removeLast() }
    case "w:sdt":
      try readControl(&reader) { (story, reader) throws(PackageError) in
        try story.readInlines(&reader, look: look, into: &runs)
      }
    case "m:oMath", "m:oMathPara":
      let count = runs.count
      try readInlines(&reader, look: look, into: &runs)
      if runs.count > count { remark("a formula was read as plain text") }
    case "m:r": try readRun(&reader, look: look, into: &runs)
    case "w:hyperlink", "w:smartTag", "w:fldSimple", "w:customXml", "w:dir", "w:bdo", "w:ruby", "w:rubyBase",
      "mc:AlternateContent", "w:sdtContent":
      try readInlines(&reader, look: look, into: &runs)
    case "w:subDoc": remark("another document is embedded here, which was not read")
    case "w:p", "w:tbl", "w:txbxContent":
      // A text box: its paragraphs are put behind this one.
      try readBox(name, &reader)
    default:
      // Words of the look of those before them are added to their run.
      let before = (runs.count, runs.last?.text.utf8.count, boxes.count)
      try readInlines(&reader, look: look, into: &runs)
      let after = (runs.count, runs.last?.text.utf8.count, boxes.count)
      if before != after, !name.hasPrefix("m:") { remarkUnknown(name) }
    }
  }

  mutating func readInlines(
    _ reader: inout XMLReader, look: WordLook, into runs: inout [WordRun]
  ) throws(PackageError) {
    var hasChosen = false
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      guard name == "mc:Choice" || name == "mc:Fallback" else {
        try self.readInline(name, &reader, look: look, into: &runs)
        return
      }
      if hasChosen { return }
      let before = runs.count + self.boxes.count
      try self.readInlines(&reader, look: look, into: &runs)
      hasChosen = runs.count + self.boxes.count > before
    }
  }

  /// Reads the run that has just begun.
  private mutating func readRun(
    _ reader: inout XMLReader, look: WordLook, into runs: inout [WordRun]
  ) throws(PackageError) {
    try countRun()
    var look = look
    var run = WordRun("", changes: changes, control: controls.last, comments: comments)
    run.format = look.on
    var found: [WordRun] = []
    try readPieces(&reader, run: &run, look: &look, into: &found)
    if !run.text.isEmpty { found.append(run) }
    for run in found {
      if let last = runs.indices.last, runs[last].isContinued(by: run) {
        runs[last].text += run.text
      } else {
        runs.append(run)
      }
    }
    if let comment = commentWithoutRange {
      attach(comment, to: &runs)
      commentWithoutRange = nil
    }
  }

  private mutating func readPieces(
    _ reader: inout XMLReader, run: inout WordRun, look: inout WordLook, into found: inout [WordRun]
  ) throws(PackageError) {
    var hasChosen = false
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      switch name {
      case "w:rPr":
        let own = try WordLook(&reader)
        if let style = own.style { look = look.toggled(by: self.characterLook(style)) }
        look = look.with(own)
        run.format = look.on
      case "mc:AlternateContent": try self.readPieces(&reader, run: &run, look: &look, into: &found)
      case "mc:Choice", "mc:Fallback":
        if hasChosen { return }
        let before = run.text.utf8.count + found.count + self.boxes.count
        try self.readPieces(&reader, run: &run, look: &look, into: &found)
        hasChosen = run.text.utf8.count + found.count + self.boxes.count > before
      case "w:footnoteReference", "w:endnoteReference":
        guard let identifier = reader.number("w:id") else { return }
        if !run.text.isEmpty { found.append(run) }
        run.text = ""
        let note = name == "w:footnoteReference" ? WordNoteReference.footnote(identifier) : .endnote(identifier)
        self.bookmark(note)
        run.note = note
        found.append(run)
        run.note = nil
      case "w:commentReference": self.commentWithoutRange = reader.number("w:id")
      case "w:fldChar":
        guard let note = self.readField(reader.attribute("w:fldCharType")) else { return }
        if !run.text.isEmpty { found.append(run) }
        run.text = ""
        run.note = note
        found.append(run)
        run.note = nil
      case "w:instrText", "w:delInstrText":
        if let last = self.fields.indices.last { self.fields[last].append(try reader.textInside() ?? "") }
      default:
        guard let hiding = self.fields.firstIndex(where: \.hidesText) else {
          return try self.readCharacters(name, &reader, into: &run)
        }
        var hidden = run
        hidden.text = ""
        try self.readCharacters(name, &reader, into: &hidden)
        if !hidden.text.isEmpty { self.fields[hiding].hidden.append(hidden) }
      }
    }
  }

  /// Goes into a field's instruction, on to its result, or out of it.
  ///
  /// - Returns: the note whose mark is the field's result.
  private mutating func readField(_ type: String?) -> WordNoteReference? {
    switch type {
    case "begin": if fields.count < 100 { fields.append(WordField()) }
    case "separate":
      guard let last = fields.indices.last else { return nil }
      fields[last].isInstruction = false
      fields[last].hidden = []
      if let name = fields[last].notedBookmark, let note = bookmarkedNotes[name] {
        fields[last].isReplaced = true
        return note
      }
    case "end": _ = fields.popLast()
    default: break
    }
    return nil
  }

  /// Gives up the fields that have begun in a paragraph and hide what follows up to its end: a program has lost their ends.
  ///
  /// - Parameter count: how many were open before.
  mutating func abandonFields(after count: Int, into runs: inout [WordRun]) {
    guard let first = fields.indices.first(where: { $0 >= count && fields[$0].hidesText }) else { return }
    let hidden = fields[first...].flatMap(\.hidden)
    fields.removeSubrange(first...)
    if hidden.isEmpty { return }
    runs += hidden
    remark("a field has lost its end; the words behind its beginning were kept")
  }

  mutating func readBox(_ name: String, _ reader: inout XMLReader) throws(PackageError) {
    remark("a text box was put behind the paragraph that it hangs on")
    let outer = boxes
    boxes = []
    var blocks: [WordBlock] = []
    if name == "w:txbxContent" { try readBlocks(&reader, into: &blocks) }
    if name == "w:p" { blocks.append(.paragraph(try readParagraph(&reader))) }
    boxes = outer + blocks + boxes
  }
}
