/// Moved paragraphs in a draft that is read with its changes: a bracket cannot say where a paragraph goes.
extension WordDocument {
  /// Puts every paragraph that some authors moved back where it stood, with its other changes.
  ///
  /// - Returns: what is to be said of it in a draft that has no such moves.
  @discardableResult
  mutating func undoMoves(by isTheirs: (String) -> Bool = { _ in true }) -> [WordRemark] {
    var remarks: [WordRemark] = []
    for (move, from, to) in moves where isTheirs(move.author) {
      guard case .paragraph(let old) = body[from.block], case .paragraph(let new) = body[to.block] else { continue }
      let behind = to.block > 0 ? " behind " + place(ofParagraph: to.paragraph - 1) : ""
      remarks.append(
        WordRemark(
          paragraph: from.paragraph,
          "'\(move.author)' moved this paragraph\(behind); it was left where it stood: 'amend propose --from' takes moves"
        ))
      body[from.block] = .paragraph(old.movedBack(new))
      body[to.block] = .paragraph(.takenOut)
    }
    return remarks
  }

  /// For each paragraph that moves whole, where it goes and where it was, counted from 1.
  ///
  /// - Parameter isTheirs: whose moves count.
  func movedParagraphs(by isTheirs: (String) -> Bool) -> [Int: Int] {
    Dictionary(
      moves.filter { isTheirs($0.move.author) }.map { ($0.to.paragraph, $0.from.paragraph) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The two ends of each paragraph that moves whole, in the order in which they stood.
  private var moves: [(move: Move, from: End, to: End)] {
    var ends: [Move: (from: [End], to: [End])] = [:]
    var count = 0
    for (index, block) in body.enumerated() {
      let end = End(block: index, paragraph: count + 1)
      count += block.paragraphs.count
      guard case .paragraph(let paragraph) = block, let change = paragraph.changeOfMove,
        let name = change.moveName ?? paragraph.nameOfMove(change.kind)
      else { continue }
      let move = Move(author: change.author, name: name)
      switch change.kind {
      case .movedFrom: ends[move, default: ([], [])].from.append(end)
      case .movedTo: ends[move, default: ([], [])].to.append(end)
      case .inserted, .deleted: break
      }
    }
    return ends.filter { $0.value.from.count == $0.value.to.count }
      .flatMap { move, ends in zip(ends.from, ends.to).map { (move, $0, $1) } }
      .sorted { $0.1.block < $1.1.block }
  }

  /// A paragraph of the body: its place among the blocks, and among the paragraphs, counted from 1.
  private struct End {
    let block: Int
    let paragraph: Int
  }

  private struct Move: Hashable {
    var author: String
    var name: String
  }
}

extension WordParagraph {
  /// The change of its mark, where it moved whole; others may have put words in where it stands now.
  fileprivate var changeOfMove: WordChange? {
    var moved = self
    if let change = markChanges.first, change.kind == .movedTo {
      moved.runs.removeAll { run in run.changes.contains { $0.kind == .inserted && $0.author != change.author } }
    }
    return moved.isWhollyChanged ? markChanges.first : nil
  }

  /// The name of the move that its words are part of: the range of a move may begin behind the mark of its paragraph.
  fileprivate func nameOfMove(_ kind: WordChange.Kind) -> String? {
    for run in runs {
      for change in run.changes where change.kind == kind && change.moveName != nil { return change.moveName }
    }
    return nil
  }

  /// This paragraph where it stood, with its number, and the words and changes that it has where it was moved to.
  fileprivate func movedBack(_ moved: WordParagraph) -> WordParagraph {
    var paragraph = self
    let (own, theirs) = (partedNumber, moved.partedNumber)
    paragraph.runs = own.number + (WordRun.joined(own.rest, theirs.rest) ?? theirs.rest)
    for run in paragraph.runs.indices {
      paragraph.runs[run].changes.removeAll { $0.moveName != nil || $0.kind == .movedFrom || $0.kind == .movedTo }
    }
    paragraph.markChanges.removeAll { $0.kind == .movedFrom || $0.kind == .movedTo }
    return paragraph
  }

  /// The runs of the number typed in front, with the tab or space behind it, and the runs of the text.
  var partedNumber: (number: [WordRun], rest: [WordRun]) {
    var text = ""
    var taken: [WordRun] = []
    for (index, run) in runs.enumerated() {
      guard run.note == nil, text.utf8.count < 24 else { return ([], runs) }
      for place in run.text.indices {
        let prefix = text + run.text[..<place]
        guard run.text[place].isWhitespace, prefix.last == "." || run.text[place] == "\t",
          WordDraftBuilder.isBareNumber(prefix)
        else { continue }
        var (head, tail) = (run, run)
        head.text = String(run.text[...place])
        tail.text = String(run.text[run.text.index(after: place)...])
        return (taken + [head], (tail.text.isEmpty ? [] : [tail]) + runs[(index + 1)...])
      }
      text += run.text
      taken.append(run)
    }
    return ([], runs)
  }
}

extension WordRun {
  /// The runs of a moved paragraph where it was, whose words that go are marked, and where it is now, whose words that
  /// come are: with both in their places. `nil` where nothing goes at the old place, or the words that move differ.
  fileprivate static func joined(_ old: [WordRun], _ new: [WordRun]) -> [WordRun]? {
    guard old.contains(where: \.isGone) else { return nil }
    // The next of each is the last, so that what is left of one takes its place.
    var (old, new) = (Array(old.reversed()), Array(new.reversed()))
    var joined: [WordRun] = []
    while let next = old.last ?? new.last {
      if let gone = old.last, gone.isGone {
        joined.append(gone)
        old.removeLast()
      } else if let come = new.last, come.isCome {
        joined.append(come)
        new.removeLast()
      } else if let was = old.last, let now = new.last, (was.note == nil) == (now.note == nil) {
        let count = min(was.text.unicodeScalars.count, now.text.unicodeScalars.count)
        let (kept, rest) = now.parted(after: count)
        let (same, oldRest) = was.parted(after: count)
        guard same.text == kept.text, count > 0 || next.note != nil else { return nil }
        joined.append(kept)
        old.removeLast()
        new.removeLast()
        if !oldRest.text.isEmpty { old.append(oldRest) }
        if !rest.text.isEmpty { new.append(rest) }
      } else {
        return nil
      }
    }
    return joined
  }

  private var isGone: Bool { changes.contains { $0.kind == .deleted } }
  private var isCome: Bool { changes.contains { $0.kind == .inserted } }

  private func parted(after count: Int) -> (WordRun, WordRun) {
    var (head, tail) = (self, self)
    head.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    tail.text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(count)))
    tail.note = nil
    return (head, tail)
  }
}
