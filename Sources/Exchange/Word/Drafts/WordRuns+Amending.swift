/// Tracked changes of one author inside words that another inserted.
extension WordParagraph {
  /// The other author whose new paragraph some authors write in, be it at its end; `nil` where it is no such paragraph.
  func authorOfNew(amendedBy isTheirs: (String) -> Bool) -> String? {
    guard let author = insertedMark(isTheirs)?.author, isNew(of: author, besides: isTheirs),
      runs.contains(where: { $0.isArrival(by: isTheirs) })
    else { return nil }
    return author
  }

  /// Its mark, where another than some authors inserted it.
  fileprivate func insertedMark(_ isTheirs: (String) -> Bool) -> WordChange? {
    markChanges.first { $0.kind == .inserted && !isTheirs($0.author) }
  }

  /// Whether an author inserted all that some others did not.
  fileprivate func isNew(of author: String, besides isTheirs: (String) -> Bool) -> Bool {
    let rest = runs.filter { !$0.isArrival(by: isTheirs) }
    return !rest.isEmpty && rest.allSatisfy { $0.isArrival { $0 == author } }
  }
}

extension WordDocument {
  /// Gives new paragraphs of others that were begun at the end of another paragraph their own marks, as if they had been
  /// begun before the next.
  mutating func markArrivals(besides isTheirs: (String) -> Bool) {
    for index in body.indices.dropLast() {
      guard case .paragraph(var paragraph) = body[index], let mark = paragraph.insertedMark(isTheirs),
        !paragraph.runs.isEmpty, !paragraph.isNew(of: mark.author, besides: isTheirs)
      else { continue }
      var next = index + 1
      while next < body.count, case .paragraph(var arrival) = body[next],
        arrival.isNew(of: mark.author, besides: isTheirs)
      {
        if arrival.insertedMark(isTheirs) == nil {
          arrival.markChanges.append(mark)
          body[next] = .paragraph(arrival)
          paragraph.markChanges.removeAll { $0 == mark }
          body[index] = .paragraph(paragraph)
          break
        }
        next += 1
      }
    }
  }
}

extension WordRun {
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
  /// - Cost: linear in the number of runs.
  func amendedAuthor(by isTheirs: (String) -> Bool) -> String? {
    guard contains(where: { !$0.changes.isEmpty }) else { return nil }
    func isOwn(_ change: WordChange) -> Bool { isTheirs(change.author) }
    let others = map { run in run.changes.first { $0.kind.isArrival && !isOwn($0) }?.author }
    let areOwnWords = indices.map { index in
      others[index] == nil && self[index].changes.contains { $0.kind.isArrival && isOwn($0) }
    }
    // Behind each run: whose insertion the next run is that is no own word.
    var following = [String?](repeating: nil, count: count)
    for index in indices.dropLast().reversed() {
      following[index] = areOwnWords[index + 1] ? following[index + 1] : others[index + 1]
    }
    var before: String?
    for index in indices {
      if let author = others[index] {
        if self[index].changes.contains(where: isOwn) { return author }
      } else if areOwnWords[index], let before, before == following[index] {
        return before
      }
      if !areOwnWords[index] { before = others[index] }
    }
    return nil
  }

  /// The runs with the changes of an author carried out.
  func accepting(_ author: String) -> [WordRun] {
    compactMap { run in
      var run = run
      if run.changes.contains(where: { !$0.kind.isArrival && $0.author == author }) { return nil }
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
