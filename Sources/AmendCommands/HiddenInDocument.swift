internal import Commands
internal import Exchange

extension Session {
  /// Refuses a Word document in which a character stands that is not seen and changes how others are.
  func refuseHidden(in document: WordDocument, of file: FilePath) throws {
    func refuse(_ paragraphs: [WordParagraph], _ place: (Int) -> String) throws {
      for (index, paragraph) in paragraphs.enumerated() {
        guard let hidden = HiddenCharacter(in: paragraph.runs.map(\.text).joined()) else { continue }
        throw FileError(
          message: "\(name(of: file)): \(place(index + 1)): character \(hidden.column) is \(hidden.name), "
            + "which is not seen",
          hint: HiddenCharacter.hint)
      }
    }
    try refuse(document.body.flatMap(\.paragraphs)) { "paragraph \($0)" }
    for notes in [document.footnotes, document.endnotes] {
      for note in notes.keys.sorted() { try refuse(notes[note] ?? []) { _ in "note \(note)" } }
    }
    for comment in document.comments.keys.sorted() {
      try refuse(document.comments[comment]?.paragraphs ?? []) { _ in "comment \(comment)" }
    }
  }
}
