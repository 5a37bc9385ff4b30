/// The edits as the alignment leaves them, before they are widened.
struct Hunks {
  let base: Wording
  let version: Wording
  let traits: [WordTraits]
  private(set) var edits: [Edit] = []

  init(base: Wording, version: Wording, traits: [WordTraits]) {
    self.base = base
    self.version = version
    self.traits = traits
  }

  /// A hunk between each two kept words that do not stand together in both texts with the same white space.
  mutating func collect(_ kept: [Alignment.Kept]) {
    edits.reserveCapacity(kept.count + 1)
    var (i, j) = (0, 0)
    for run in kept {
      add(i..<run.base, j..<run.version)
      var step = 1
      while step < run.count {
        step = equalGaps(from: step, run)
        if step == run.count { break }
        let (start, from) = (run.base + step, run.version + step)
        edits.append(Edit(start: start, end: start, from: from, to: from))
        step += 1
      }
      (i, j) = (run.base + run.count, run.version + run.count)
    }
    add(i..<base.count, j..<version.count)
  }

  /// How far the white space between kept words is the same.
  private func equalGaps(from step: Int, _ run: Alignment.Kept) -> Int {
    let own = base.gaps.span.extracting(run.base..<(run.base + run.count))
    let other = version.gaps.span.extracting(run.version..<(run.version + run.count))
    var step = step
    while step < own.count, own[step] == other[step] { step += 1 }
    return step
  }

  private mutating func add(_ old: Range<Int>, _ new: Range<Int>) {
    if old.isEmpty, new.isEmpty, base.gaps[old.lowerBound] == version.gaps[new.lowerBound] { return }
    edits.append(trimmed(Edit(start: old.lowerBound, end: old.upperBound, from: new.lowerBound, to: new.upperBound)))
  }

  /// Without the words that both sides begin or end with; a punctuation mark alone stays with what was rewritten.
  private func trimmed(_ edit: Edit) -> Edit {
    var edit = edit
    var head = 0
    while head < min(edit.end - edit.start, edit.to - edit.from),
      base.words[edit.start + head] == version.words[edit.from + head],
      base.gaps[edit.start + head] == version.gaps[edit.from + head]
    { head += 1 }
    if base.words[edit.start..<(edit.start + head)].contains(where: { traits[Int($0)].isWord }) {
      edit.start += head
      edit.from += head
    }
    var tail = 0
    while tail < min(edit.end - edit.start, edit.to - edit.from),
      base.words[edit.end - 1 - tail] == version.words[edit.to - 1 - tail],
      base.gaps[edit.end - tail] == version.gaps[edit.to - tail]
    { tail += 1 }
    if base.words[(edit.end - tail)..<edit.end].contains(where: { traits[Int($0)].isWord }) {
      edit.end -= tail
      edit.to -= tail
    }
    return edit
  }

  /// Moves pure insertions and deletions to the best of their equivalent places.
  mutating func slide() {
    for index in edits.indices {
      let edit = edits[index]
      guard (edit.start == edit.end) != (edit.from == edit.to) else { continue }
      let low = index > 0 ? edits[index - 1].end + 1 : 0
      let high = index + 1 < edits.count ? edits[index + 1].start - 1 : base.count
      edits[index] = best(edit, low, high)
    }
  }

  private func best(_ edit: Edit, _ low: Int, _ high: Int) -> Edit {
    var (best, bestScore) = (edit, score(edit))
    var moved = edit
    while moved.start > low, canMoveLeft(moved) {
      moved = moved.moved(by: -1)
      let value = score(moved)
      if value >= bestScore { (best, bestScore) = (moved, value) }
    }
    moved = edit
    while moved.end < high, canMoveRight(moved) {
      moved = moved.moved(by: 1)
      let value = score(moved)
      if value > bestScore { (best, bestScore) = (moved, value) }
    }
    return best
  }

  private func canMoveLeft(_ edit: Edit) -> Bool {
    let isSame =
      edit.isInsertion
      ? base.words[edit.start - 1] == version.words[edit.to - 1]
      : base.words[edit.start - 1] == base.words[edit.end - 1]
    return isSame && base.gaps[edit.end] == version.gaps[edit.to]
  }

  private func canMoveRight(_ edit: Edit) -> Bool {
    let isSame =
      edit.isInsertion
      ? base.words[edit.end] == version.words[edit.from]
      : base.words[edit.start] == base.words[edit.end]
    return isSame && base.gaps[edit.start] == version.gaps[edit.from]
  }

  /// How natural the place is: a sentence before a word before the rest.
  private func score(_ edit: Edit) -> Int {
    let isNew = edit.isInsertion
    let range = isNew ? edit.from..<edit.to : edit.start..<edit.end
    let first = traits[Int(isNew ? version.words[range.lowerBound] : base.words[range.lowerBound])]
    let last = traits[Int(isNew ? version.words[range.upperBound - 1] : base.words[range.upperBound - 1])]
    let before = isNew ? version.gaps[range.lowerBound] : base.gaps[range.lowerBound]
    let after = isNew ? version.gaps[range.upperBound] : base.gaps[range.upperBound]
    var score = 0
    if last.endsSentence, edit.start > 0, traits[Int(base.words[edit.start - 1])].endsSentence { score += 4 }
    if after != .none {
      score += first.isWord ? 3 : 1
    } else if before == .none, first.isWord {
      score += 2
    }
    return score
  }
}

extension Edit {
  fileprivate func moved(by step: Int) -> Edit {
    Edit(start: start + step, end: end + step, from: from + step, to: to + step)
  }
}
