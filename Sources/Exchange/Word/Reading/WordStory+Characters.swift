internal import Packages

/// What stands inside a run.
extension WordStory {
  /// Reads an element of a run that stands for characters, or holds some somewhere.
  mutating func readCharacters(
    _ name: String, _ reader: inout XMLReader, into run: inout WordRun
  ) throws(PackageError) {
    switch name {
    case "w:t", "w:delText", "m:t": run.text += try reader.textInside().map(WordStory.plain) ?? ""
    case "w:tab", "w:ptab": run.text += "\t"
    case "w:br": run.text += reader.attribute("w:type") == "page" ? "\u{0C}" : "\n"
    case "w:cr": run.text += "\n"
    case "w:noBreakHyphen": run.text += "\u{2011}"
    case "w:softHyphen": return
    case "w:sym":
      let (font, code) = (reader.attribute("w:font"), reader.attribute("w:char"))
      let symbol = WordSymbol(font: font, code: code)
      if symbol.text == nil { remark("a sign of the font '\(font ?? "?")' is not known: \(code ?? "?")") }
      run.text += symbol.text ?? "\u{FFFD}"
    default:
      if WordStory.isSilent(name) { return }
      let (count, boxCount) = (run.text.utf8.count, boxes.count)
      try readInside(&reader, into: &run)
      let hasWords = run.text.utf8.count > count || boxes.count > boxCount
      if ["w:drawing", "w:pict", "w:object"].contains(name) {
        if !hasWords { remarkPicture() }
      } else if hasWords, name != "w:ruby" {
        remarkUnknown(name)
      }
    }
  }

  /// Reads what stands inside an element of a run that holds no characters itself: a drawing, say.
  private mutating func readInside(_ reader: inout XMLReader, into run: inout WordRun) throws(PackageError) {
    var hasChosen = false
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      switch name {
      case "w:p", "w:tbl", "w:txbxContent", "w:r", "m:r":
        var runs: [WordRun] = []
        try self.readInline(name, &reader, look: WordLook(), into: &runs)
        run.text += runs.map(\.text).joined()
      case "mc:Choice", "mc:Fallback":
        if hasChosen { return }
        let before = run.text.utf8.count + self.boxes.count
        try self.readInside(&reader, into: &run)
        hasChosen = run.text.utf8.count + self.boxes.count > before
      case "w:t", "w:delText", "m:t": try self.readCharacters(name, &reader, into: &run)
      default: if !WordStory.isSilent(name) { try self.readInside(&reader, into: &run) }
      }
    }
  }

  /// Text as it is typed: white space of the file is a space, and nothing ends a line but the elements that do.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
