internal import Merging
internal import Notation

/// Words that stand without any mark in a new paragraph that the sender tracked: somebody typed them while nothing was tracked.
extension ObservationReader {
  /// Takes such words out of a document, and tells of them; words of the draft stay, since a paragraph of it may have been
  /// split.
  func leaveUntrackedOut(of document: inout WordDocument) -> [WordRemark] {
    var (remarks, number): ([WordRemark], Int) = ([], 0)
    var texts: [(text: String, count: WordCount)]?
    for (index, block) in document.body.enumerated() {
      number += block.paragraphs.count
      guard case .paragraph(var paragraph) = block, isNew(paragraph) else { continue }
      let typed = paragraph.runs.indices.filter { paragraph.runs[$0].isUntracked }
      let words = typed.map { paragraph.runs[$0].text }.joined(separator: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let known = texts ?? knownTexts.map { ($0, WordCount($0)) }
      texts = known
      let count = WordCount(words)
      guard count.total > 0, !words.contains("["), !words.contains("]"), !WordDraftBuilder.isBareNumber(words),
        !known.contains(where: { $0.text.contains(words) || count.share(in: $0.count) > 0 })
      else { continue }
      for run in typed.reversed() { paragraph.runs.remove(at: run) }
      document.body[index] = .paragraph(paragraph)
      remarks.append(
        WordRemark(
          paragraph: number,
          "“\(words.prefix(300))” stands in the new paragraph without any mark, and was left out: track it"))
    }
    return remarks
  }

  /// Whether the sender put a paragraph in, with words of its own.
  private func isNew(_ paragraph: WordParagraph) -> Bool {
    func isOwn(_ change: WordChange) -> Bool { change.kind == .inserted && isTheirs(change.author) }
    return paragraph.draftTag == nil && paragraph.markChanges.contains(where: isOwn)
      && paragraph.runs.contains { !$0.isBlank && $0.changes.contains(where: isOwn) }
      && paragraph.runs.contains(where: \.isUntracked)
  }

  /// What anybody reads in the draft, now and when the document was made of it.
  private var knownTexts: Set<String> {
    let drafts = [base, present] + [written, writtenFrom, writtenThen, former].compactMap(\.self)
    return drafts.flatMap(\.sections).flatMap(\.items).reduce(into: []) { texts, item in
      texts.insert(item.body.reading(of: nil))
      for label in item.body.labels { texts.insert(item.body.reading(of: label)) }
    }
  }
}

extension WordRun {
  fileprivate var isUntracked: Bool { changes.isEmpty && note == nil && !isBlank }
}
