/// Tracked changes of one author inside words that another inserted.
extension WordParagraph {
  /// Who made a paragraph that came in as a whole, whoever wrote in it since; `nil` for one of the draft.
  ///
  /// That is who ended it, unless the words of who begins it go on in the next: then the other only split it.
  func maker(before next: WordParagraph?) -> String? {
    guard let first = beginner, let mark = ender else { return nil }
    return next.map(isSplit) ?? false || !runs.contains { $0.isInserted(by: mark) } ? first : mark
  }

  /// Whether the next paragraph goes on with its words, which another parted: who begins this one wrote in that one, and
  /// ended it.
  fileprivate func isSplit(before next: WordParagraph) -> Bool {
    guard let first = beginner, next.beginner != nil, !isEnded(by: first) else { return false }
    return next.isEnded(by: first) && next.runs.contains { $0.isInserted(by: first) }
  }

  /// By whom its mark came in.
  fileprivate var ender: String? { markChanges.first { $0.kind == .inserted }?.author }
  fileprivate func isEnded(by author: String) -> Bool { ender == author }

  /// Who inserted its first words, where all came in.
  fileprivate var beginner: String? {
    let authors = runs.map { run in run.changes.first { $0.kind == .inserted }?.author }
    return authors.allSatisfy { $0 != nil } ? authors.first ?? nil : nil
  }

  /// The other author in whose new paragraph or insertion some authors write or strike; `nil` where they do not.
  ///
  /// - Parameter maker: who made the paragraph.
  func amendedAuthor(by isTheirs: (String) -> Bool, madeBy maker: String?) -> String? {
    // Where they moved it, what others put in there is no part of it.
    if markChanges.contains(where: { $0.kind == .movedTo && isTheirs($0.author) }) { return nil }
    if let author = runs.amendedAuthor(by: isTheirs, inNewOf: maker) { return author }
    guard let maker, !isTheirs(maker), runs.contains(where: { $0.isArrival(by: isTheirs) }) else { return nil }
    return maker
  }
}

extension WordDocument {
  /// Gives new paragraphs that were begun at the end of another paragraph their own marks, as if they had been begun before
  /// the next: what ends them is the end that the other had.
  mutating func orderArrivals() {
    for index in body.indices.dropLast() {
      guard case .paragraph(var paragraph) = body[index],
        let mark = paragraph.markChanges.first(where: { $0.kind == .inserted }),
        !paragraph.runs.isEmpty, paragraph.beginner != mark.author
      else { continue }
      var next = index + 1
      while next < body.count, case .paragraph(var arrival) = body[next], arrival.beginner == mark.author {
        if next == index + 1, paragraph.isSplit(before: arrival) { break }
        if !arrival.isEnded(by: mark.author) {
          guard arrival.ender == nil || arrival.ender == paragraph.beginner else { break }
          (paragraph.markChanges, arrival.markChanges) = (arrival.markChanges, paragraph.markChanges)
          (body[index], body[next]) = (.paragraph(paragraph), .paragraph(arrival))
          break
        }
        next += 1
      }
    }
  }
}

extension WordRun {
  fileprivate func isInserted(by author: String) -> Bool {
    changes.contains { $0.kind == .inserted && $0.author == author }
  }

  fileprivate func isArrival(by isTheirs: (String) -> Bool) -> Bool {
    changes.contains { $0.kind.isArrival && isTheirs($0.author) }
  }
}

extension [WordRun] {
  /// The author whose insertion the changes of some authors stand inside; `nil` where they change none.
  ///
  /// Words that they deleted out of it stand inside it, and words that they inserted between two of its own: alone such
  /// words would make no sense. Of several authors the first is named.
  ///
  /// - Parameter author: who inserted the whole paragraph that the runs are; `nil` where it is not new.
  /// - Cost: linear in the number of runs.
  func amendedAuthor(by isTheirs: (String) -> Bool, inNewOf author: String? = nil) -> String? {
    guard contains(where: { !$0.changes.isEmpty }) else { return nil }
    let authors = map { run in run.changes.first { $0.kind.isArrival }?.author }
    for (run, (author, host)) in zip(self, zip(authors, hosts(of: authors, inNewOf: author))) {
      guard let author, run.changes.contains(where: { isTheirs($0.author) }) else { continue }
      if !isTheirs(author) { return author }
      if let host, !isTheirs(host) { return host }
    }
    return nil
  }

  /// For each run, by the authors of those that were inserted: the author inside whose insertion it stands, be it the own.
  ///
  /// Who begins what was inserted at one place holds all up to the last that is of the same author.
  private func hosts(of authors: [String?], inNewOf author: String?) -> [String?] {
    if author != nil, authors.allSatisfy({ $0 != nil }) { return authors.map { _ in author } }
    var hosts = authors
    var begin = startIndex
    while begin < endIndex {
      guard let host = authors[begin] else {
        begin += 1
        continue
      }
      let end = authors[begin...].firstIndex(of: nil) ?? endIndex
      var last: [String?: Int] = [:]
      for index in begin..<end { last[authors[index]] = index }
      var (place, holder) = (begin, host)
      while place < end {
        holder = authors[place] ?? holder
        let border = last[holder] ?? place
        for index in place...border { hosts[index] = holder }
        place = border + 1
      }
      begin = end
    }
    return hosts
  }

  /// The runs with the changes of an author carried out; what the author struck of others' insertions is still theirs.
  func accepting(_ author: String) -> [WordRun] {
    compactMap { run in
      var run = run
      if run.changes.contains(where: { !$0.kind.isArrival && $0.author == author }),
        !run.isArrival(by: { $0 != author })
      {
        return nil
      }
      run.changes.removeAll { $0.author == author }
      return run
    }
  }
}

extension WordChange.Kind {
  /// Whether what has the change is there once the change is accepted.
  var isArrival: Bool {
    switch self {
    case .inserted, .movedTo: true
    case .deleted, .movedFrom: false
    }
  }
}
