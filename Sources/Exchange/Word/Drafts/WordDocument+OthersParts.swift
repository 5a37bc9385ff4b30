/// Splits and joins by some authors of words that others insert.
extension WordDocument {
  /// Undoes them, since nobody can split or join what is not in the draft, and says so of each.
  ///
  /// That goes for paragraphs in which those authors change an insertion too: it is one change of another's proposal.
  ///
  /// - Parameters:
  ///   - isTheirs: whether an author is one of those.
  ///   - labelOf: the label of the delegation that another author speaks for.
  mutating func undoPartsOfInsertions(by isTheirs: (String) -> Bool, labelOf: (String) -> String?) -> [WordRemark] {
    let splits = undoSplits(by: isTheirs, labelOf)
    let joins = undoJoins(by: isTheirs, labelOf)
    return (splits + joins + undoWordsBetweenParts(by: isTheirs, labelOf)).sorted {
      ($0.paragraph ?? 0) < ($1.paragraph ?? 0)
    }
  }

  private mutating func undoSplits(
    by isTheirs: (String) -> Bool, _ labelOf: (String) -> String?
  ) -> [WordRemark] {
    var (remarks, others) = ([WordRemark](), othersWords(of: isTheirs))
    for index in body.indices.reversed() {
      while case .paragraph(var paragraph) = body[index],
        let mark = paragraph.markChanges.first(where: { $0.kind == .inserted && isTheirs($0.author) }),
        !isTheirs(others.makers[index] ?? ""),
        let next = rest(ofBlock: index, others.makers), case .paragraph(let rest) = body[next],
        let author = others[index] ?? others[next]
      {
        paragraph.markChanges = rest.markChanges
        if WordView.after(.tracked, isTheirs: { _ in true }).isGlued(paragraph.runs, to: rest.runs) {
          paragraph.runs.append(WordRun(" ", changes: [mark]))
        }
        paragraph.runs += rest.runs
        (body[index], body[next]) = (.paragraph(paragraph), .paragraph(.takenOut))
        (others.authors[index], others.makers[index]) = (author, others.makers[next])
        remarks.append(
          WordRemark(
            paragraph: number(ofBlock: index),
            "a split was left out: nobody splits what only \(labelOf(author) ?? "another author") inserts"))
      }
    }
    return remarks
  }

  private mutating func undoJoins(
    by isTheirs: (String) -> Bool, _ labelOf: (String) -> String?
  ) -> [WordRemark] {
    var remarks: [WordRemark] = []
    let others = othersWords(of: isTheirs)
    for index in body.indices.dropLast() {
      guard case .paragraph(var paragraph) = body[index],
        let mark = paragraph.markChanges.first(where: { $0.kind == .deleted && isTheirs($0.author) }),
        !paragraph.isStruck, let author = others[index] ?? others[index + 1]
      else { continue }
      paragraph.markChanges.removeAll { $0 == mark }
      body[index] = .paragraph(paragraph)
      remarks.append(
        WordRemark(
          paragraph: number(ofBlock: index),
          "a join with the next paragraph was left out: nobody joins what only \(labelOf(author) ?? "another author")"
            + " inserts"))
    }
    return remarks
  }

  /// Takes out what some authors changed in new paragraphs of others between the parts of one that they split: with those
  /// paragraphs in it, it would not be one.
  private mutating func undoWordsBetweenParts(
    by isTheirs: (String) -> Bool, _ labelOf: (String) -> String?
  ) -> [WordRemark] {
    var remarks: [WordRemark] = []
    let others = othersWords(of: isTheirs)
    for index in body.indices {
      guard case .paragraph(let paragraph) = body[index],
        paragraph.markChanges.contains(where: { $0.kind == .inserted && isTheirs($0.author) }),
        others.makers[index] == nil, let next = rest(ofBlock: index, others.makers)
      else { continue }
      for place in (index + 1)..<next {
        guard case .paragraph(var new) = body[place], let author = others.makers[place], !isTheirs(author),
          new.runs.flatMap(\.changes).contains(where: { isTheirs($0.author) })
        else { continue }
        let isLeft = { (run: WordRun) in run.changes.allSatisfy(\.kind.isArrival) }
        remarks.append(
          WordRemark(
            paragraph: number(ofBlock: place),
            "a change inside words that \(labelOf(author) ?? "another author") inserts was left out, since the paragraph round"
              + " them is split too; it would read: \(new.runs.filter(isLeft).map(\.text).joined().prefix(300))"))
        new.markChanges.removeAll { isTheirs($0.author) }
        new.runs.removeAll { run in run.changes.contains { isTheirs($0.author) && $0.kind.isArrival } }
        for run in new.runs.indices { new.runs[run].changes.removeAll { isTheirs($0.author) } }
        body[place] = .paragraph(new)
      }
    }
    return remarks
  }

  /// Whose words stand in each block that some authors change or that others made.
  private func othersWords(of isTheirs: (String) -> Bool) -> OthersWords {
    let (amended, makers) = (amendedInsertions(by: isTheirs), makers)
    var number = 1
    let authors = body.indices.map { index in
      defer { number += body[index].paragraphs.count }
      return amended[number] ?? makers[index].flatMap { isTheirs($0) ? nil : $0 }
    }
    return OthersWords(authors: authors, makers: makers)
  }

  private struct OthersWords {
    var authors: [String?]
    var makers: [String?]

    subscript(index: Int) -> String? { authors[index] }
  }
}

extension WordParagraph {
  /// Whether all of its words went.
  fileprivate var isStruck: Bool {
    runs.allSatisfy { run in run.isBlank && run.note == nil || run.changes.contains { !$0.kind.isArrival } }
  }
}
