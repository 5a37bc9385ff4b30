internal import Notation

/// What amends insertions that others track in the same document.
extension ObservationReader {
  /// The document with the insertions carried out that the sender amends, and whose they are, by paragraph of the document.
  ///
  /// What an author proposes on a paragraph of the draft is one proposal: it is carried out in all of that paragraph, with the
  /// items of its list and the rows of its table.
  func amending(
    _ document: WordDocument, _ literals: LiteralBrackets, _ notes: KnownNotes
  ) -> (document: WordDocument, authors: [Int: String]) {
    var marked = document
    marked.markArrivals(besides: isTheirs)
    let amended = marked.amendedInsertions(by: isTheirs)
    if amended.isEmpty { return (marked, [:]) }
    let beginnings = beginnings(in: marked, literals, notes)
      .union(self.beginnings(in: marked.accepting(amended), literals, notes))
    var (authors, begin): ([Int: String], Int) = ([:], 1)
    let count = marked.body.reduce(0) { $0 + $1.paragraphs.count }
    while begin <= count {
      var end = begin + 1
      while end <= count, !beginnings.contains(end) { end += 1 }
      if let author = (begin..<end).lazy.compactMap({ amended[$0] }).first {
        for number in begin..<end { authors[number] = author }
      }
      begin = end
    }
    return (marked.accepting(authors), authors)
  }

  /// The paragraphs at which something of the draft begins, before or after the changes of all.
  private func beginnings(
    in document: WordDocument, _ literals: LiteralBrackets, _ notes: KnownNotes
  ) -> Set<Int> {
    let views = [WordView.before(.tracked, isTheirs: { _ in false }), .after(.tracked, isTheirs: { _ in true })]
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
