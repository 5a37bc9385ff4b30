extension WordDocument {
  /// The authors in whose insertions some others change something, by paragraph of the body, counted from 1 through all
  /// tables.
  ///
  /// - Parameter isTheirs: whether an author is one of those others.
  /// - Cost: linear in the length of the document.
  func amendedInsertions(by isTheirs: (String) -> Bool) -> [Int: String] {
    var (authors, number): ([Int: String], Int) = ([:], 0)
    let makers = makers
    for (index, block) in body.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        number += 1
        authors[number] = paragraph.amendedAuthor(by: isTheirs, madeBy: makers[index])
      case .table(let table):
        for row in table.rows {
          let new = row.authorOfNew(amendedBy: isTheirs)
          for paragraph in row.cells.joined() {
            number += 1
            authors[number] =
              new
              ?? paragraph.runs.amendedAuthor(by: isTheirs, inNewOf: row.changes.first { $0.kind.isArrival }?.author)
          }
        }
      }
    }
    return authors
  }

  /// Who made each block that is a new paragraph.
  var makers: [String?] {
    body.indices.map { index in
      guard case .paragraph(let paragraph) = body[index] else { return nil }
      guard index + 1 < body.count, case .paragraph(let next) = body[index + 1] else {
        return paragraph.maker(before: nil)
      }
      return paragraph.maker(before: next)
    }
  }

  /// The paragraphs of the body, counted through all tables, that somebody split, and that in which each goes on.
  var splits: [(author: String, head: Int, rest: Int)] {
    let makers = makers
    var (splits, heads, number) = (
      [(author: String, head: Int, rest: Int)](), [Int: [(author: String, head: Int)]](), 1
    )
    for index in body.indices {
      splits += (heads[index] ?? []).map { ($0.author, $0.head, number) }
      if case .paragraph(let paragraph) = body[index],
        let author = paragraph.markChanges.first(where: { $0.kind == .inserted })?.author, author != makers[index],
        let rest = rest(ofBlock: index, makers)
      {
        heads[rest, default: []].append((author, number))
      }
      number += body[index].paragraphs.count
    }
    return splits
  }

  /// The block in which a paragraph goes on that is split: what was put in between is passed over.
  ///
  /// - Parameter makers: who made each block that is a new paragraph.
  /// - Cost: looks at a hundred blocks at most: so many are put in nowhere but in a file that is made to keep us busy.
  func rest(ofBlock index: Int, _ makers: [String?]) -> Int? {
    body.indices[(index + 1)...].prefix(100).first { next in
      guard case .paragraph(let paragraph) = body[next] else { return true }
      return !paragraph.runs.isEmpty && (makers[next] == nil || makers[next] == makers[index])
    }
  }

  /// The document with the changes of one author carried out in each of some paragraphs, counted from 1 through all tables.
  func accepting(_ authors: [Int: String]) -> WordDocument {
    var (document, number) = (self, 0)
    for (index, block) in document.body.enumerated() {
      switch block {
      case .paragraph(var paragraph):
        number += 1
        guard let author = authors[number] else { continue }
        paragraph.runs = paragraph.runs.accepting(author)
        paragraph.markChanges.removeAll { $0.author == author && $0.kind.isArrival }
        document.body[index] = .paragraph(paragraph)
      case .table(var table):
        for row in table.rows.indices {
          let count = table.rows[row].cells.reduce(0) { $0 + $1.count }
          // A table belongs to one paragraph of the draft.
          if count > 0, let author = authors[number + 1] { table.rows[row].accept(author) }
          number += count
        }
        document.body[index] = .table(table)
      }
    }
    return document
  }

  /// The authors whose insertions some authors change.
  package func amendedAuthors(by isTheirs: (String) -> Bool) -> Set<String> {
    var document = self
    document.undoMoves { !isTheirs($0) }
    document.orderArrivals()
    return Set(document.amendedInsertions(by: isTheirs).values)
  }
}

extension WordTable.Row {
  /// The other author whose new row some authors write in or strike; `nil` where it is no such row.
  fileprivate func authorOfNew(amendedBy isTheirs: (String) -> Bool) -> String? {
    guard let author = changes.first(where: { $0.kind.isArrival && !isTheirs($0.author) })?.author else { return nil }
    let all = changes + cells.joined().flatMap(\.runs).flatMap(\.changes)
    return all.contains { isTheirs($0.author) } ? author : nil
  }

  /// Carries out the changes of an author.
  ///
  /// What the author struck stays, as words that nobody's view has: an empty row would be a row of the draft.
  fileprivate mutating func accept(_ author: String) {
    func rest(_ changes: [WordChange]) -> [WordChange] {
      if changes.contains(where: { $0.author == author && !$0.kind.isArrival }),
        !changes.contains(where: { $0.author != author && $0.kind.isArrival })
      {
        return [WordChange(.inserted, author: author)]
      }
      return changes.filter { $0.author != author }
    }
    changes = rest(changes)
    cellChanges = cellChanges.compactMapValues { rest([$0]).first }
    for cell in cells.indices {
      for paragraph in cells[cell].indices {
        cells[cell][paragraph].markChanges.removeAll { $0.author == author }
        for run in cells[cell][paragraph].runs.indices {
          cells[cell][paragraph].runs[run].changes = rest(cells[cell][paragraph].runs[run].changes)
        }
      }
    }
  }
}
