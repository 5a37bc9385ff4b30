internal import Drafting
internal import Merging
internal import Notation

/// The body of a document that shows changes, while it is made.
struct ChangedBody {
  var document: WordDocument
  let signs: LiteralSigns
  let date: DocumentDate?

  /// What the document says of a stretch that stayed (`nil`), went or came.
  typealias Mark = (WordChange.Kind) -> WordChange?

  struct Line {
    var runs: [WordRun] = []
    /// What became of the mark at its end.
    var markChanges: [WordChange] = []
  }

  /// The lines of some words, each stretch with the change that `mark` gives it, inside of `outer`.
  ///
  /// Of a move each end has its part, since many programs do not read a change inside of a move: words that go stand
  /// where the paragraph was, and words that come where it is moved to.
  mutating func lines(_ words: ChangedWords, outer: WordChange?, mark: Mark) -> [Line] {
    var lines = [Line()]
    for piece in words.pieces {
      if outer?.kind == .movedFrom && piece.kind == .inserted || outer?.kind == .movedTo && piece.kind == .deleted {
        continue
      }
      let inner: WordChange? =
        switch piece.kind {
        case .kept: nil
        case .deleted: mark(.deleted)
        case .inserted: mark(.inserted)
        }
      let changes = ChangedBody.changes(outer, inner)
      switch piece.content {
      case .words(let text): lines[lines.count - 1].runs.append(WordRun(text, changes: changes))
      case .literal(let text):
        lines[lines.count - 1].runs.append(WordRun(text, format: .literal, changes: changes))
      case .note(let text):
        lines[lines.count - 1].runs.append(WordRun("", changes: changes, note: .footnote(note(text))))
      case .lineBreak:
        lines[lines.count - 1].markChanges = changes
        lines.append(Line())
      }
    }
    return lines
  }

  /// The changes of one stretch, the outer first; a change of words that move stands beside the move.
  private static func changes(_ outer: WordChange?, _ inner: WordChange?) -> [WordChange] {
    let isMove = outer?.kind == .movedFrom || outer?.kind == .movedTo
    return isMove && inner != nil ? [inner].compactMap(\.self) : [outer, inner].compactMap(\.self)
  }

  /// A note of its own for each mark: of two marks one may be refused and the other stay.
  private mutating func note(_ text: String) -> Int {
    let number = document.footnotes.count + 1
    document.footnotes[number] = [WordParagraph(role: .note, runs: [WordRun(text)])]
    return number
  }

  mutating func appendTitle(_ lines: [Line], _ settings: DraftSettings) {
    let page = TitlePage(settings.titleBlock, settings: settings, date: date)
    let kinds = page.kinds
    guard !settings.titleBlock.isEmpty || lines.contains(where: { !$0.runs.isEmpty }) else { return }
    for (index, line) in lines.enumerated() {
      var paragraph = WordParagraph(role: .title, runs: line.runs, markChanges: line.markChanges)
      if index < kinds.count, kinds[index] != .title {
        paragraph.role = .body
        paragraph.style = (kinds[index] == .organ ? WordStyle.organ : .reference).rawValue
      }
      document.body.append(.paragraph(paragraph))
      document.body += page.added(after: index).map { .paragraph($0) }
    }
  }

  /// Appends a paragraph or heading with its changes.
  mutating func append(
    _ old: ConsolidatedDraft.Item, _ new: ConsolidatedDraft.Item, tag: ParagraphTag? = nil, reason: WordComment? = nil,
    status: String = "", outer: WordChange?, mark: Mark
  ) {
    let words = ChangedWords(
      from: old.body.reading(of: nil), old.footnotes, to: new.body.reading(of: nil), new.footnotes, signs: signs)
    var lines = lines(words, outer: outer, mark: mark)
    lines[0].runs = number(of: old, new, outer: outer, mark: mark) + lines[0].runs
    if let outer { lines[lines.count - 1].markChanges = [outer] }
    if !status.isEmpty {
      lines[lines.count - 1].runs.append(WordRun(" " + status, changes: ChangedBody.changes(outer, nil)))
    }
    if let reason {
      let number = document.comments.count
      document.comments[number] = reason
      for line in lines.indices {
        for run in lines[line].runs.indices { lines[line].runs[run].comments.append(number) }
      }
    }
    let paragraphs = lines.enumerated().map { index, line in
      // A control whose whole content may be refused or accepted away would be left empty.
      let stays = line.runs.contains { $0.changes.isEmpty && !$0.text.allSatisfy(\.isWhitespace) }
      var paragraph = WordParagraph(
        runs: line.runs, markChanges: line.markChanges, control: stays ? tag?.text : nil)
      if outer != nil, index == 0 { paragraph.bookmark = tag?.bookmark }
      paragraph.take(place: index, of: outer?.kind == .movedFrom ? old.kind : new.kind)
      return paragraph
    }
    document.body += TableLines.blocks(paragraphs)
  }

  private func number(
    of old: ConsolidatedDraft.Item, _ new: ConsolidatedDraft.Item, outer: WordChange?, mark: Mark
  ) -> [WordRun] {
    let (before, after) = (old.kind.printed, new.kind.printed)
    if before == after { return after.map { [WordRun($0, changes: ChangedBody.changes(outer, nil))] } ?? [] }
    let (went, came) = (outer?.kind == .movedTo ? nil : before, outer?.kind == .movedFrom ? nil : after)
    return [(went, WordChange.Kind.deleted), (came, .inserted)].compactMap { text, kind in
      text.map { WordRun($0, changes: ChangedBody.changes(outer, mark(kind))) }
    }
  }

  /// Appends the notes that no mark belongs to.
  mutating func appendUnmarkedNotes(_ settings: DraftSettings, _ registry: DelegationRegistry) {
    let notes = DraftWriter(format: .text, notation: .oas, registry: registry)
      .unmarkedNotes(of: settings, isAmongOthers: !document.footnotes.isEmpty)
    document.body += notes.map {
      .paragraph(WordParagraph(style: WordStyle.remark.rawValue, runs: [WordRun($0)]))
    }
  }

  /// A paragraph that came or went cannot be the last: the mark at a document's end cannot be refused or accepted away.
  mutating func endUnchanged() {
    guard case .paragraph(let last)? = document.body.last, !last.markChanges.isEmpty else { return }
    document.body.append(.paragraph(WordParagraph()))
  }
}

extension Outline.Kind {
  /// The number and the tab behind it, where it is printed.
  var printed: String? {
    if case .numbered(let number) = self { "\(number).\t" } else { nil }
  }
}

extension WordParagraph {
  /// Gives the paragraph the look of one line of an item.
  mutating func take(place index: Int, of kind: Outline.Kind) {
    if index > 0 {
      style = WordStyle.continued.rawValue
      return
    }
    switch kind {
    case .heading: role = .heading(of: runs)
    case .numbered: style = WordStyle.numbered.rawValue
    case .counted: style = WordStyle.unnumbered.rawValue
    }
  }
}

extension WordParagraph.Role {
  /// The level of a heading: `RESOLVES:` and words in capitals begin a part of the draft, `I. Data` is a title in it.
  static func heading(of runs: [WordRun]) -> WordParagraph.Role {
    let text = runs.map(\.text).joined()
    let isTitle = text.contains(where: \.isLowercase) && !(text.last.map { ":,".contains($0) } ?? true)
    return .heading(isTitle ? 2 : 1)
  }
}
