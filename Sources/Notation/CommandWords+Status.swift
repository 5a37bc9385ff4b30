package import Drafting
internal import Merging

extension CommandWords {
  /// The words that stand after a paragraph: `PENDING – Consultations with Brazil`; nothing where it is open.
  package static func text(of status: Status, in language: Language) -> String {
    let word: CommandWord
    switch status {
    case .open: return ""
    case .approved: word = .approved
    case .pending: word = .pending
    case .agreedAdReferendum: word = .agreedAdReferendum
    }
    return word.text(in: language) + (status.reason.map { " – " + $0 } ?? "")
  }

  /// The status at the end of a paragraph, in any language, and the text before it without the white space between.
  ///
  /// The word stands in capitals on the last line, alone or after other text, bare or in `[ ]` or `( )`, with or without
  /// a full stop. A reason may follow PENDING and AGREED AD REFERENDUM after a hyphen or a dash, to the end of the line;
  /// it is kept word for word. A word among other capitals (`THE AGENDA WAS APPROVED`) is no status.
  ///
  /// - Returns: `nil` where no status stands there.
  /// - Cost: linear in the length of the last line.
  package static func status(atEndOf text: String) -> (status: Status, before: String)? {
    guard holdsStatus(text) else { return nil }
    let text = Spacing.trimmed(text)
    let scalars = text.unicodeScalars
    let start = scalars.lastIndex(of: "\n").map(scalars.index(after:)) ?? scalars.startIndex
    let line = Array(scalars[start...])
    var place = 0
    while place < line.count {
      // Only the first letters of the words need a closer look.
      if isInitial(line[place]), place == 0 || !isLetter(line[place - 1]),
        let found = status(in: line, at: place)
      {
        let end = scalars.index(start, offsetBy: found.start)
        return (found.status, Spacing.trimmed(String(scalars[..<end])))
      }
      place += 1
    }
    return nil
  }

  /// Whether the word of a status stands anywhere in a text; in nearly all texts none does.
  private static func holdsStatus(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { index in
      (bytes[index] == 0x41 || bytes[index] == 0x50 || bytes[index] == 0x45) && beginsWithStatus(bytes[index...])
    }
  }

  /// Whether bytes begin with the word of a status, in any language.
  static func beginsWithStatus(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == 0x41 || first == 0x50 || first == 0x45 else { return false }
    return writtenForms.contains { bytes.starts(with: $0) }
  }

  private static let writtenForms = forms.map { form in form.scalars.flatMap { Array(String($0).utf8) } }

  private static func isInitial(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "A" || scalar == "P" || scalar == "E"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The status whose word begins at `place`, and where it begins with its opening bracket.
  private static func status(in line: [Unicode.Scalar], at place: Int) -> (
    status: Status, start: Int
  )? {
    for form in forms where line[place...].starts(with: form.scalars) {
      var start = place
      var end = line.count
      if place > 0, line[place - 1] == "[" || line[place - 1] == "(" {
        let closing: Unicode.Scalar = line[place - 1] == "[" ? "]" : ")"
        if line[end - 1] == ".", end >= 2, line[end - 2] == closing { end -= 1 }
        guard line[end - 1] == closing else { continue }
        end -= 1
        start -= 1
      }
      guard start == 0 || isBoundary(line[start - 1]), !followsCapitals(line, before: start),
        place + form.scalars.count <= end
      else { continue }
      let tail = line[(place + form.scalars.count)..<end].drop {
        $0 == " " || $0 == "\t" || $0 == "\u{A0}"
      }
      if let status = status(form.word, tail: tail) { return (status, start) }
    }
    return nil
  }

  /// The status of `word` with what stands after it: nothing, a full stop, or a dash and the reason.
  private static func status(_ word: CommandWord, tail: ArraySlice<Unicode.Scalar>) -> Status? {
    var reason: String?
    if let first = tail.first, tail.count > 1 || first != "." {
      guard "-–—".unicodeScalars.contains(first), word != .approved else { return nil }
      reason = Spacing.trimmed(string(tail.dropFirst()))
      if reason == "" { reason = nil }
    }
    return switch word {
    case .approved: .approved
    case .pending: .pending(reason: reason)
    case .agreedAdReferendum: .agreedAdReferendum(reason: reason)
    case .delete, .retain: nil
    }
  }

  /// Whether a status may begin after `scalar`.
  private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    " \t\u{A0};.,:!?])”\"".unicodeScalars.contains(scalar)
  }

  /// Whether the word before `place` is written in capitals, without a sign between that ends a sentence.
  private static func followsCapitals(_ line: [Unicode.Scalar], before place: Int) -> Bool {
    var end = place
    while end > 0, line[end - 1] == " " || line[end - 1] == "\u{A0}" { end -= 1 }
    var start = end
    while start > 0, isLetter(line[start - 1]) { start -= 1 }
    let word = line[start..<end]
    return word.count > 1 && word.allSatisfy { $0.properties.isUppercase }
  }

  /// The forms that are read, the longest first: `APPROUVÉ AD REFERENDUM` is not APPROUVÉ.
  private static let forms: [(scalars: [Unicode.Scalar], word: CommandWord)] = CommandWord.words
    .filter { $0.value != .delete && $0.value != .retain }
    .map { (Array($0.key.unicodeScalars), $0.value) }
    .sorted { $0.0.count > $1.0.count }
}
