/// Moved paragraphs in a draft that is read with its changes: a bracket cannot say where a paragraph goes.
extension WordDocument {
  /// Puts every paragraph that moved back where it stood, with its other changes, and reports it.
  mutating func undoMoves() {
    var ends: [Move: (from: [Int], to: [Int])] = [:]
    var count = 0
    var numbers: [Int: Int] = [:]
    for (index, block) in body.enumerated() {
      numbers[index] = count + 1
      count += block.paragraphs.count
      guard case .paragraph(let paragraph) = block, paragraph.isWhollyChanged, let change = paragraph.markChanges.first,
        let name = change.moveName
      else { continue }
      let move = Move(author: change.author, name: name)
      switch change.kind {
      case .movedFrom: ends[move, default: ([], [])].from.append(index)
      case .movedTo: ends[move, default: ([], [])].to.append(index)
      case .inserted, .deleted: break
      }
    }
    for (move, places) in ends.sorted(by: { ($0.value.from.first ?? 0) < ($1.value.from.first ?? 0) })
    where places.from.count == places.to.count {
      for (from, to) in zip(places.from, places.to) {
        guard case .paragraph(let old) = body[from], case .paragraph(let new) = body[to] else { continue }
        let place = numbers[from] ?? 1
        let behind = to > 0 ? " behind " + self.place(ofParagraph: (numbers[to] ?? 2) - 1) : ""
        remarks.append(
          WordRemark(
            paragraph: place,
            "'\(move.author)' moved this paragraph\(behind); it was left where it stood: 'amend propose --from' takes moves"
          ))
        body[from] = .paragraph(old.movedBack(new))
        body[to] = .paragraph(WordParagraph())
      }
    }
  }

  private struct Move: Hashable {
    var author: String
    var name: String
  }
}

extension WordParagraph {
  /// This paragraph where it stood, with its number, and the words and changes that it has where it was moved to.
  fileprivate func movedBack(_ moved: WordParagraph) -> WordParagraph {
    var paragraph = self
    let (own, theirs) = (partedNumber, moved.partedNumber)
    paragraph.runs = own.number + theirs.rest
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
