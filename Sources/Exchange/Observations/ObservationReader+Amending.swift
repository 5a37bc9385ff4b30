internal import Notation

/// What amends insertions that others track in the same document.
extension ObservationReader {
  /// The document with the insertions carried out that the sender amends, and whose they are, by paragraph of the document.
  ///
  /// What an author proposes on a paragraph of the draft is one proposal: it is carried out in all of that paragraph, with the
  /// items of its list and the rows of its table, and in all parts that the author split it in.
  func amending(
    _ document: WordDocument, _ literals: LiteralBrackets, _ notes: KnownNotes
  ) -> AmendedDocument {
    var marked = document
    marked.undoMoves { !isTheirs($0) }
    marked.orderArrivals()
    let remarks = marked.undoPartsOfInsertions(by: isTheirs, labelOf: labelOf)
    let amended = marked.amendedInsertions(by: isTheirs)
    if amended.isEmpty { return AmendedDocument(document: marked, remarks: remarks) }
    let beginnings = beginnings(in: marked, literals, notes)
      .union(self.beginnings(in: marked.accepting(amended), literals, notes))
    let count = marked.body.reduce(0) { $0 + $1.paragraphs.count }
    var (spans, begin): ([(numbers: Range<Int>, author: String?)], Int) = ([], 1)
    while begin <= count {
      var end = begin + 1
      while end <= count, !beginnings.contains(end) { end += 1 }
      spans.append((begin..<end, (begin..<end).lazy.compactMap { amended[$0] }.first))
      begin = end
    }
    let places = Dictionary(
      spans.enumerated().flatMap { place, span in span.numbers.map { ($0, place) } }, uniquingKeysWith: { $1 })
    var splits = marked.splits.compactMap { split in
      places[split.head].flatMap { head in places[split.rest].map { (author: split.author, head: head, rest: $0) } }
    }
    for (author, head, rest) in splits + splits.reversed() {
      // What is new between the parts is there only beside both of them.
      guard spans[head...rest].contains(where: { $0.author == author }) else { continue }
      spans[head].author = spans[head].author ?? author
      spans[rest].author = spans[rest].author ?? author
    }
    splits.removeAll { spans[$0.head].author != $0.author || spans[$0.rest].author != $0.author }
    var result = AmendedDocument(document: marked, remarks: remarks)
    for (numbers, author) in spans { for number in numbers { result.authors[number] = author } }
    result.document = marked.accepting(result.authors)
    result.splits = splits.map { (spans[$0.head].numbers.lowerBound, spans[$0.rest].numbers.lowerBound) }
    return result
  }

  /// The paragraphs at which something of the draft begins, before or after the changes of all, or of the sender.
  private func beginnings(
    in document: WordDocument, _ literals: LiteralBrackets, _ notes: KnownNotes
  ) -> Set<Int> {
    let views = [
      WordView.before(.tracked, isTheirs: { _ in false }), .after(.tracked, isTheirs: { _ in true }),
      .after(.tracked, isTheirs: isTheirs),
    ]
    return views.reduce(into: []) { beginnings, view in
      var notes = notes
      beginnings.formUnion(
        ObservedDraft(
          document, view: view, label: label, registry: registry, literals: literals, notes: &notes,
          isPosition: isPosition
        ).beginnings)
    }
  }
}

/// A document in which the insertions are carried out that its sender amends.
struct AmendedDocument {
  var document: WordDocument

  /// Whose they are, by paragraph of the document.
  var authors: [Int: String] = [:]

  /// The paragraphs between which one of those authors split a paragraph.
  var splits: [(Int, Int)] = []
  var remarks: [WordRemark] = []
}
