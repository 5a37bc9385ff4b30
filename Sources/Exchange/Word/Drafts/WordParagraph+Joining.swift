internal import Merging
internal import Notation

/// Paragraphs of which one goes on in the other: what stood between them is none of their words.
extension WordParagraph {
  /// This paragraph with the words of the next behind its own, without the status at its end and the number of the next, and
  /// with one space at the border.
  ///
  /// - Parameter isRead: whether a run stands in the text.
  func joined(with next: WordParagraph, isRead: (WordRun) -> Bool) -> WordParagraph {
    let isShown = { (run: WordRun) in isRead(run) && !run.format.contains(.hidden) }
    let own = runs.filter(isShown).map(\.text).joined()
    var whole = self
    if let (_, words) = CommandWords.status(atEndOf: own) {
      whole.runs = runs.cut(from: own.prefix(while: \.isWhitespace).utf8.count + words.utf8.count, isShown)
    }
    var rest = next
    let number = WordParagraph(runs: next.runs.filter(isShown)).partedNumber.number
    // A number that came in is the sender's word.
    let typed = number.flatMap(\.changes).contains { $0.kind == .inserted } ? "" : number.map(\.text).joined()
    rest.runs = next.runs.cut(upTo: typed.utf8.count, isShown)
    let text = rest.runs.filter(isShown).map(\.text).joined()
    let last = whole.runs.filter(isShown).map(\.text).joined().last
    let blanks = text.prefix(while: \.isWhitespace)
    if last?.isWhitespace ?? true {
      rest.runs = rest.runs.cut(upTo: blanks.utf8.count, isShown)
    } else if blanks.isEmpty, let first = text.unicodeScalars.first, !Spacing.isClosing(first) {
      whole.runs.append(WordRun(" "))
    }
    whole.runs += rest.runs
    whole.markChanges = next.markChanges
    return whole
  }

  /// The paragraph as one that was joined of several, where somebody took the end of the first away without tracking: the
  /// controls of several stand in it, or the numbers of several, each with its tab.
  func joinedWithoutMarks(isRead: (WordRun) -> Bool) -> WordParagraph {
    let parts = partsAtControls.flatMap(\.partsAtNumbers)
    guard parts.count > 1 else { return self }
    var whole = self
    whole.runs = parts[0].runs
    for part in parts.dropFirst() { whole = whole.joined(with: part, isRead: isRead) }
    whole.markChanges = markChanges
    return whole
  }

  private var partsAtControls: [WordParagraph] {
    var current = draftTag?.identifier
    guard let first = current else { return [self] }
    var (parts, identifiers) = ([WordParagraph()], [first])
    for run in runs {
      if let identifier = run.control.flatMap({ ParagraphTag($0) })?.identifier, identifier != current {
        current = identifier
        parts.append(WordParagraph())
        identifiers.append(identifier)
      }
      parts[parts.count - 1].runs.append(run)
    }
    // What goes on behind words of another was not joined to them: those were put in.
    return Set(identifiers).count == identifiers.count ? parts : [self]
  }

  private var partsAtNumbers: [WordParagraph] {
    let (number, words) = partedNumber
    guard number.last?.text.last == "\t", words.contains(where: { $0.text.contains("\t") }) else { return [self] }
    var parts = [WordParagraph(runs: number)]
    for run in words {
      var run = run
      while let start = run.text.placeOfNumber {
        var head = run
        head.text = String(run.text[..<start])
        run.text.removeSubrange(..<start)
        parts[parts.count - 1].runs.append(head)
        parts.append(WordParagraph())
        guard let end = run.text.firstIndex(of: "\t") else { break }
        var number = run
        number.text = String(run.text[...end])
        run.text.removeSubrange(...end)
        parts[parts.count - 1].runs.append(number)
      }
      parts[parts.count - 1].runs.append(run)
    }
    return parts
  }
}

extension String {
  /// Where a paragraph's number begins that a tab follows.
  fileprivate var placeOfNumber: Index? {
    var rest = self[...]
    while let tab = rest.firstIndex(of: "\t") {
      let head = self[..<tab]
      let starts = head.indices.suffix(12).filter { start in
        head[start].isNumber && (start == head.startIndex || !head[head.index(before: start)].isNumber)
      }
      if head.last == ".", let start = starts.first(where: { WordDraftBuilder.isBareNumber(String(head[$0...])) }) {
        return start
      }
      rest = self[index(after: tab)...]
    }
    return nil
  }
}

extension [WordRun] {
  /// Without the bytes from a place on of the text of those that are shown.
  fileprivate func cut(from start: Int, _ isShown: (WordRun) -> Bool) -> [WordRun] {
    cut(isShown) { place, bytes in bytes.prefix(Swift.max(0, start - place)) }
  }

  /// Without as many bytes at the beginning of the text of those that are shown.
  fileprivate func cut(upTo end: Int, _ isShown: (WordRun) -> Bool) -> [WordRun] {
    cut(isShown) { place, bytes in bytes.dropFirst(Swift.max(0, end - place)) }
  }

  private func cut(
    _ isShown: (WordRun) -> Bool, _ kept: (Int, String.UTF8View) -> Substring.UTF8View
  ) -> [WordRun] {
    var place = 0
    return compactMap { run in
      guard isShown(run), !run.text.isEmpty else { return run }
      var run = run
      let text = kept(place, run.text.utf8)
      place += run.text.utf8.count
      run.text = String(Substring(text))
      return run.text.isEmpty ? nil : run
    }
  }
}
