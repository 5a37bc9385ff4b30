/// Finds what turns one text into another: a function of the two texts alone.
///
/// Aligned, slid to the borders where a person would put them, widened until no pair of brackets or quotation marks is
/// torn and until a bracket round each edit reads back exactly.
///
/// One value compares many versions, one after the other, so that its memory is not made anew for each.
struct Hunks {
  private var base = 0..<0
  private var version = 0..<0
  private var alignment = Alignment()

  /// What was found last.
  private(set) var edits: [Edit] = []

  /// Finds the edits.
  ///
  /// - Parameter tokens: in which both texts stand.
  mutating func find(from origin: Origin, to version: Wording, _ tokens: [Token], _ lexicon: Lexicon) {
    edits.removeAll(keepingCapacity: true)
    if isSame(tokens.span, origin.text.range, version.range) { return }
    align(origin, version, tokens, lexicon.traits)
    if let widened = widened(edits, origin, version: version, tokens.span, lexicon) { edits = widened }
  }

  /// Finds the edits as the alignment leaves them, before they are widened.
  mutating func align(_ origin: Origin, _ version: Wording, _ tokens: [Token], _ traits: [WordTraits]) {
    let tokens = tokens.span
    (base, self.version) = (origin.text.range, version.range)
    edits.removeAll(keepingCapacity: true)
    alignment.align(origin, version, tokens, traits)
    collect(tokens, traits)
    slide(tokens, traits)
  }

  /// A hunk between each two kept words that do not stand together in both texts with the same white space.
  private mutating func collect(_ tokens: Span<Token>, _ traits: [WordTraits]) {
    var (i, j) = (base.lowerBound, version.lowerBound)
    for index in alignment.kept.indices {
      let run = alignment.kept[index]
      add(i..<run.base, j..<run.version, tokens, traits)
      var step = 1
      while step < run.count {
        step = equalGaps(from: step, run, tokens)
        if step == run.count { break }
        let (start, from) = (run.base + step, run.version + step)
        edits.append(Edit(start: start, end: start, from: from, to: from))
        step += 1
      }
      (i, j) = (run.base + run.count, run.version + run.count)
    }
    add(i..<base.upperBound, j..<version.upperBound, tokens, traits)
  }

  /// How far the white space between kept words is the same.
  private func equalGaps(from step: Int, _ run: Alignment.Kept, _ tokens: Span<Token>) -> Int {
    let own = tokens.extracting(run.base..<(run.base + run.count))
    let other = tokens.extracting(run.version..<(run.version + run.count))
    var step = step
    while step < own.count, own[step].isSame(as: other[step]) { step += 1 }
    return step
  }

  private mutating func add(
    _ old: Range<Int>, _ new: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) {
    if old.isEmpty, new.isEmpty, tokens[old.lowerBound].gap == tokens[new.lowerBound].gap { return }
    let edit = Edit(start: old.lowerBound, end: old.upperBound, from: new.lowerBound, to: new.upperBound)
    edits.append(trimmed(edit, tokens, traits))
  }

  /// Without the words that both sides begin or end with; a punctuation mark alone stays with what was rewritten.
  ///
  /// Rows that are not the same stay whole.
  private func trimmed(_ edit: Edit, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Edit {
    if alignment.hasRows, edit.start < edit.end, traits[Int(tokens[edit.start].word)].isBar { return edit }
    var edit = edit
    var head = 0
    while head < min(edit.end - edit.start, edit.to - edit.from),
      tokens[edit.start + head].isSame(as: tokens[edit.from + head])
    { head += 1 }
    if holdsWord(edit.start..<(edit.start + head), tokens, traits) {
      edit.start += head
      edit.from += head
    }
    var tail = 0
    while tail < min(edit.end - edit.start, edit.to - edit.from),
      tokens[edit.end - 1 - tail].word == tokens[edit.to - 1 - tail].word,
      tokens[edit.end - tail].gap == tokens[edit.to - tail].gap
    { tail += 1 }
    if holdsWord((edit.end - tail)..<edit.end, tokens, traits) {
      edit.end -= tail
      edit.to -= tail
    }
    return edit
  }

  private func holdsWord(_ range: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Bool {
    for place in range where traits[Int(tokens[place].word)].isWord { return true }
    return false
  }

  /// Moves pure insertions and deletions to the best of their equivalent places.
  private mutating func slide(_ tokens: Span<Token>, _ traits: [WordTraits]) {
    for index in edits.indices {
      let edit = edits[index]
      guard (edit.start == edit.end) != (edit.from == edit.to) else { continue }
      let low = index > 0 ? edits[index - 1].end + 1 : base.lowerBound
      let high = index + 1 < edits.count ? edits[index + 1].start - 1 : base.upperBound
      edits[index] = best(edit, low, high, tokens, traits)
    }
  }

  private func best(
    _ edit: Edit, _ low: Int, _ high: Int, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) -> Edit {
    var (best, bestScore) = (edit, score(edit, tokens, traits))
    var moved = edit
    while moved.start > low, canMoveLeft(moved, tokens) {
      moved = moved.moved(by: -1)
      let value = score(moved, tokens, traits)
      if value >= bestScore { (best, bestScore) = (moved, value) }
    }
    moved = edit
    while moved.end < high, canMoveRight(moved, tokens) {
      moved = moved.moved(by: 1)
      let value = score(moved, tokens, traits)
      if value > bestScore { (best, bestScore) = (moved, value) }
    }
    return best
  }

  private func canMoveLeft(_ edit: Edit, _ tokens: Span<Token>) -> Bool {
    let isSame =
      edit.isInsertion
      ? tokens[edit.start - 1].word == tokens[edit.to - 1].word
      : tokens[edit.start - 1].word == tokens[edit.end - 1].word
    return isSame && tokens[edit.end].gap == tokens[edit.to].gap
  }

  private func canMoveRight(_ edit: Edit, _ tokens: Span<Token>) -> Bool {
    let isSame =
      edit.isInsertion
      ? tokens[edit.end].word == tokens[edit.from].word
      : tokens[edit.start].word == tokens[edit.end].word
    return isSame && tokens[edit.start].gap == tokens[edit.from].gap
  }

  /// How natural the place is: whole lines before a sentence before a word before the rest.
  private func score(_ edit: Edit, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Int {
    let isNew = edit.isInsertion
    let range = isNew ? edit.from..<edit.to : edit.start..<edit.end
    let first = traits[Int(tokens[range.lowerBound].word)]
    let last = traits[Int(tokens[range.upperBound - 1].word)]
    let before = tokens[range.lowerBound].gap
    let after = tokens[range.upperBound].gap
    var score = holdsLines(range, tokens) ? 8 : 0
    if last.endsSentence, edit.start > base.lowerBound, traits[Int(tokens[edit.start - 1].word)].endsSentence {
      score += 4
    }
    if after != .none {
      score += first.isWord ? 3 : 1
    } else if before == .none, first.isWord {
      score += 2
    }
    return score
  }

  /// Whether a stretch of one of the texts is one or more whole lines of it: an item of a list, a row of a table.
  private func holdsLines(_ range: Range<Int>, _ tokens: Span<Token>) -> Bool {
    let (begin, end) = (tokens[range.lowerBound].gap, tokens[range.upperBound])
    return begin == .lineEnd && (end.gap == .lineEnd || end.word == Token.noWord)
  }
}

extension Edit {
  fileprivate func moved(by step: Int) -> Edit {
    Edit(start: start + step, end: end + step, from: from + step, to: to + step)
  }
}
