internal import Merging
internal import Notation

/// The words of paragraphs and notes.
extension WordDraftBuilder {
  /// The written text of a paragraph, without its number.
  mutating func text(of paragraph: WordParagraph) -> String {
    guard case .draft = view else { return written(paragraph.runs, isThere: view.has) }
    let delegations = changes.delegations(paragraph.runs)
    if let change = paragraph.markChanges.first(where: { !$0.kind.isArrival }), !paragraph.isWhollyChanged {
      remarks.append(
        WordRemark(
          paragraph: number,
          "'\(change.author)' joined this paragraph with the next, which no bracket can say; it was left as it stands:"
            + " 'amend propose --from' takes joins"))
    }
    let before = carry
    let changes = changes
    // The number of a paragraph that came or went as a whole stands outside the bracket.
    let (number, runs) =
      paragraph.isWhollyChanged && !delegations.isEmpty ? paragraph.partedNumber : ([], paragraph.runs)
    let prefix = number.map(\.text).joined()
    let base = written(runs) { changes.has($0, acceptedBy: []) }
    guard !delegations.isEmpty else { return base }
    let typed = Self.typedBeginning(of: base)
    let after = carry
    let versions = delegations.map { label in
      carry = before
      let amended = changes.amended(by: label, in: runs).flatMap { delegations.contains($0) ? $0 : nil }
      let accepted = [label, amended].compactMap(\.self)
      let text = written(runs) { changes.has($0, acceptedBy: accepted) }
      // Another number than the draft's is no change of the words: numbers are given anew when all is decided.
      let number = typed.isEmpty ? "" : Self.typedBeginning(of: text)
      return Version(label: label, text: String(text.dropFirst(number.count)), amends: amended)
    }
    carry = after
    for version in versions {
      let others = changes.amendedBrackets(by: version, in: String(base.dropFirst(typed.count)))
      if others.isEmpty { continue }
      remarks.append(
        WordRemark(
          paragraph: self.number,
          "a change by \(version.label) inside the bracket of \(others.joined(separator: ", ")) was left out:"
            + " 'amend propose --from' takes it"))
    }
    return prefix + typed + changes.written(base: String(base.dropFirst(typed.count)), versions: versions)
  }

  /// What stands before the words of a paragraph, and outside of every bracket: its number, or the sign of a heading.
  private static func typedBeginning(of text: String) -> String {
    text.hasPrefix(WordRun.headingSign) ? WordRun.headingSign : typedNumber(of: text)
  }

  /// The number that a paragraph begins with, with the space behind it: `3. `; nothing where there is none, or no words
  /// follow.
  private static func typedNumber(of text: String) -> String {
    let head = text.prefix { !$0.isWhitespace }
    guard head.last == ".", isBareNumber(String(head)), head.endIndex < text.endIndex else { return "" }
    let number = text[..<text.index(after: head.endIndex)]
    let rest = text[number.endIndex...].prefix { $0 != "." && !$0.isWhitespace }
    // `3. bis.` goes on.
    return isBareNumber(number + String(rest)) ? "" : String(number)
  }

  private mutating func append(_ run: WordRun, to text: inout FormattedText) {
    if let note = run.note {
      guard let legend = legend(note) else { return text.append("[^\(noteNumber(note))]", run.format) }
      if !legends.contains(legend) { legends.append(legend) }
      return
    }
    // The tildes round struck words and the signs before headings are hidden in the documents that this program writes.
    if run.format.contains(.hidden), !run.isHiddenSign {
      remarks.append(WordRemark(paragraph: number, "hidden text was left out: \(run.text.prefix(60))"))
      return
    }
    let words = run.format.contains(.capitals) ? run.text.uppercased() : run.text
    text.append(run.format.contains(.literal) ? LiteralSigns.written(words) : words, run.format)
  }

  mutating func written(_ runs: [WordRun], isThere: (WordRun) -> Bool) -> String {
    var text = FormattedText(runs, labels: changes.labels, isThere: isThere) { append($0, to: &$1) }
    hasRemoved = hasRemoved || runs.contains { !isThere($0) && !$0.isBlank }
    var next = carry
    next.struckOutside = false
    if let look = view.absentLook {
      let count = text.bytes.count
      text.removeOutsideBrackets(look, changes.labels, open: carry.open)
      hasRemoved = hasRemoved || text.bytes.count < count
      if look == .struck, text.bytes.count < count, !carry.open.holdsLabelled, let sender {
        text.removeBracketsAlone(changes.labels, besides: sender)
      }
    }
    if case .draft = view {
      showsChange =
        showsChange || text.has(.added, outsideBracketsOf: changes.labels, open: carry.open)
    }
    let written = text.written(changes.labels, &next)
    if next.struckOutside, case .draft = view {
      showsChange = true
      remarks.append(
        WordRemark(
          paragraph: number, "words that are struck through stand outside of every delegation's bracket; they were kept"
        ))
    }
    carry = next
    return written
  }

  /// The text of a note that only says how to read the draft.
  private func legend(_ note: WordNoteReference) -> String? {
    guard case .footnote(let identifier) = note, let paragraphs = document.footnotes[identifier] else { return nil }
    let text = paragraphs.map { $0.runs.map(\.text).joined() }.joined(separator: " ").trimmingSpace()
    return DraftLegend.isLegend(text) ? text : nil
  }

  private mutating func noteNumber(_ note: WordNoteReference) -> Int {
    if let number = noteNumbers[note] { return number }
    notes.append(note)
    noteNumbers[note] = notes.count
    return notes.count
  }

  mutating func writeNotes() {
    var index = 0
    while index < notes.count {
      let paragraphs =
        switch notes[index] {
        case .footnote(let identifier): document.footnotes[identifier]
        case .endnote(let identifier): document.endnotes[identifier]
        }
      carry = FormattedText.Carry()
      if paragraphs == nil { remarks.append(WordRemark("note \(index + 1) has no text in the file")) }
      let words = (paragraphs ?? []).map { text(of: $0) }.joined(separator: " ")
      let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append(("", .note(index + 1)))
      lines.append(("[^\(index + 1)]: " + line, .note(index + 1)))
      index += 1
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate func trimmingSpace() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
