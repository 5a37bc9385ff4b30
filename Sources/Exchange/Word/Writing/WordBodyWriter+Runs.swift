internal import Packages

extension WordBodyWriter {
  /// Writes the runs of a paragraph: neighbours in one content control and one change stand in one element.
  mutating func write(_ runs: [WordRun]) throws(PackageError) {
    var control: String?
    var changes: [WordChange] = []
    for run in runs.withNotesApart {
      if run.control != control || run.changes != changes {
        for _ in changes { try xml.end() }
        if run.control != control {
          if control != nil { try endControl() }
          if let control = run.control { try startControl(control) }
          control = run.control
        }
        changes = run.changes
        for change in changes { try startChange(change) }
      }
      try writeCommented(run)
    }
    for _ in changes { try xml.end() }
    if control != nil { try endControl() }
  }

  private mutating func writeCommented(_ run: WordRun) throws(PackageError) {
    guard !run.comments.isEmpty else { return try write(run) }
    for comment in numbers.opening(run.comments) {
      try xml.value("w:commentRangeStart", [("w:id", String(comment))])
    }
    try write(run)
    for comment in numbers.closing(run.comments) {
      try xml.value("w:commentRangeEnd", [("w:id", String(comment))])
      try xml.start("w:r")
      try xml.runProperties([], style: "CommentReference")
      try xml.value("w:commentReference", [("w:id", String(comment))])
      try xml.end()
    }
  }

  mutating func write(_ run: WordRun) throws(PackageError) {
    if let note = run.note { return try write(note, run) }
    guard !run.text.isEmpty else { return }
    try xml.start("w:r")
    try xml.runProperties(run.format)
    try writeText(run.text, isDeleted: run.changes.contains { $0.kind == .deleted })
    try xml.end()
  }

  private mutating func writeText(_ text: String, isDeleted: Bool) throws(PackageError) {
    let name = isDeleted ? "w:delText" : "w:t"
    guard Self.holdsControl(text.utf8.span) else { return try write(text, name) }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{B}", "\u{C}":
        try write(String(plain), name)
        plain = String.UnicodeScalarView()
        if scalar == "\t" {
          try xml.value("w:tab")
        } else {
          try xml.value("w:br", scalar == "\u{C}" ? [("w:type", "page")] : [])
        }
      default: plain.append(scalar)
      }
    }
    try write(String(plain), name)
  }

  private static func holdsControl(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] < 0x20 { return true }
    return false
  }

  private mutating func write(_ text: String, _ name: String) throws(PackageError) {
    if text.isEmpty { return }
    try xml.start(name)
    // Without it, white space at the ends is lost.
    try xml.attribute("xml:space", "preserve")
    try xml.text(text)
    try xml.end()
  }

  private mutating func write(_ note: WordNoteReference, _ run: WordRun) throws(PackageError) {
    let (kind, id) =
      switch note {
      case .footnote(let id): ("footnote", id)
      case .endnote(let id): ("endnote", id)
      }
    let bookmark = "amend_\(kind)_\(id)"
    var isFirst = false
    switch numbers.use(of: note) {
    case .only: break
    case .first: isFirst = true
    case .again(let number): return try writeCrossReference(to: bookmark, kind, shown: number)
    }
    let number = isFirst ? numbers.nextBookmark() : ""
    if isFirst { try xml.value("w:bookmarkStart", [("w:id", number), ("w:name", bookmark)]) }
    try xml.start("w:r")
    try xml.runProperties(run.format.subtracting(.superscript), style: WordStylesheet.reference(of: kind))
    try xml.value("w:\(kind)Reference", [("w:id", String(id))])
    try xml.end()
    if isFirst { try xml.value("w:bookmarkEnd", [("w:id", number)]) }
  }

  /// The number of a note that stands elsewhere: the field that Word's own "cross-reference" makes.
  private mutating func writeCrossReference(
    to bookmark: String, _ kind: String, shown: Int
  ) throws(PackageError) {
    for step in ["begin", "code", "separate", "number", "end"] {
      try xml.start("w:r")
      try xml.runProperties([], style: WordStylesheet.reference(of: kind))
      switch step {
      case "code":
        try xml.start("w:instrText")
        try xml.attribute("xml:space", "preserve")
        try xml.text(" NOTEREF \(bookmark) \\f \\h ")
        try xml.end()
      case "number": try xml.words("w:t", String(shown))
      default: try xml.value("w:fldChar", [("w:fldCharType", step)])
      }
      try xml.end()
    }
  }
}
