internal import Drafting

/// Paragraphs that come in while changes are tracked, in a draft that is read with its changes: they are their authors', and
/// the draft's own paragraphs are what they were without them.
extension WordDocument {
  /// Puts together again what tracked changes split, and reports it: no bracket can say that a paragraph ends there. A new
  /// paragraph that was begun at the end of another is new with its own mark, as if it had been begun before the next.
  mutating func undoSplits() {
    for index in body.indices {
      while case .paragraph(var paragraph) = body[index], !paragraph.isWhollyChanged,
        let mark = paragraph.markChanges.first(where: { $0.kind == .inserted })
      {
        paragraph.markChanges.removeAll { $0.kind == .inserted }
        let next = body.indices[(index + 1)...].first { place in
          if case .paragraph(let next) = body[place] { !(next.isWhollyChanged && next.isArrival) } else { true }
        }
        guard let next, case .paragraph(var rest) = body[next] else {
          body[index] = .paragraph(paragraph)
          break
        }
        if rest.runs.allSatisfy({ run in run.changes.contains { $0.kind == .inserted && $0.author == mark.author } }) {
          rest.markChanges.append(mark)
          body[next] = .paragraph(rest)
        } else {
          remarks.append(
            WordRemark(
              paragraph: number(ofBlock: index),
              "'\(mark.author)' split this paragraph; it was left whole: 'amend propose --from' takes splits"))
          // A number that was typed for the second part is none of the whole.
          let (typed, words) = rest.partedNumber
          let isNumbered = !typed.isEmpty && typed.allSatisfy { $0.changes.contains { $0.kind == .inserted } }
          let second = isNumbered ? words : rest.runs
          if paragraph.runs.isGlued(to: second, by: mark.author) {
            paragraph.runs.append(WordRun(" ", changes: [mark]))
          }
          paragraph.runs += second
          paragraph.markChanges += rest.markChanges
          body[next] = .paragraph(.takenOut)
        }
        body[index] = .paragraph(paragraph)
      }
    }
  }

  /// Gives new paragraphs numbers that none of the draft's own has: `2 bis` between 2 and 3.
  mutating func numberArrivals() {
    var (last, given): (ParagraphNumber?, ParagraphNumber?)
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index] else { continue }
      guard paragraph.isArrival, paragraph.isWhollyChanged else {
        if let number = paragraph.draftNumber { (last, given) = (number, nil) }
        continue
      }
      if paragraph.level > 0, paragraph.number != nil {
        // Outside of the bracket a letter would be everybody's, and the other items keep theirs. It is a line of the paragraph
        // that its list belongs to.
        paragraph.number = nil
        paragraph.style = WordStyle.continued.rawValue
      } else if let own = paragraph.draftNumber {
        let next = numberOfDraft(after: index)
        let isTaken = next.map { $0 > last ?? ParagraphNumber(0) && $0 <= own } ?? false
        let number: ParagraphNumber
        if isTaken, let before = given ?? last ?? next {
          number = before.followingBis
        } else if paragraph.number != nil {
          // Counted behind all new ones before it, which have other numbers now.
          number = ParagraphNumber(((given ?? last)?.value ?? 0) + 1)
        } else {
          number = own
        }
        given = number
        paragraph.renumber(number)
      }
      body[index] = .paragraph(paragraph)
    }
  }

  /// The number of the next paragraph of the draft's own behind a block.
  private func numberOfDraft(after index: Int) -> ParagraphNumber? {
    for case .paragraph(let paragraph) in body[(index + 1)...] where !(paragraph.isArrival && paragraph.isWhollyChanged)
    {
      if let number = paragraph.draftNumber { return number }
    }
    return nil
  }

  /// The paragraph of the body at which a block begins, counted from 1.
  func number(ofBlock index: Int) -> Int { body[..<index].reduce(1) { $0 + $1.paragraphs.count } }
}

extension WordParagraph {
  /// Whether its mark came in.
  fileprivate var isArrival: Bool { markChanges.first?.kind == .inserted }

  /// The number of the draft that is printed or typed in front.
  fileprivate var draftNumber: ParagraphNumber? {
    if let number { return level > 0 ? nil : WordDraftBuilder.digits(number).flatMap { ParagraphNumber($0) } }
    let typed = partedNumber.number.filter { isArrival || !$0.changes.contains { $0.kind == .inserted } }
    let words = typed.map(\.text).joined().split { $0.isWhitespace || $0 == "." }
    return words.isEmpty ? nil : ParagraphNumber(words.joined(separator: " "))
  }

  fileprivate mutating func renumber(_ new: ParagraphNumber) {
    if number != nil {
      number = "\(new)."
    } else {
      let (typed, rest) = partedNumber
      guard var run = typed.first else { return }
      run.text = "\(new). "
      runs = [run] + rest
    }
  }
}

extension [WordRun] {
  /// Whether, as an author who changed words at the border reads them, the last word and the first of what follows stand
  /// without a space between them.
  fileprivate func isGlued(to next: [WordRun], by author: String) -> Bool {
    let isTheirs = { (run: WordRun) in run.changes.contains { $0.author == author } }
    let isRead = { (run: WordRun) in
      !run.text.isEmpty && run.changes.allSatisfy { ($0.author == author) == $0.kind.isArrival }
    }
    guard last.map(isTheirs) ?? false || next.first.map(isTheirs) ?? false,
      let end = last(where: isRead)?.text.last, let begin = next.first(where: isRead)?.text.first
    else { return false }
    return !end.isWhitespace && !begin.isWhitespace
  }
}
