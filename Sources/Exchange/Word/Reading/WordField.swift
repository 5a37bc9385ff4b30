/// A field that is open: its instruction, then its result.
struct WordField {
  private(set) var instruction = ""
  var isInstruction = true

  /// Whether the result is left out, since something else was put in its place.
  var isReplaced = false

  /// What stands in it that is not shown, unless the field never ends.
  var hidden: [WordRun] = []

  var hidesText: Bool { isInstruction || isReplaced }

  mutating func append(_ text: String) {
    if instruction.utf8.count < 500 { instruction += text }
  }

  /// The bookmark of the note whose mark stands here again (`NOTEREF _Ref1 \\f \\h`).
  var notedBookmark: String? {
    let words = instruction.split(separator: " ")
    return words.count >= 2 && words[0].uppercased() == "NOTEREF" ? String(words[1]) : nil
  }
}
