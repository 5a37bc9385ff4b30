/// The edits of an amendment, told against the text that the amended proposal itself amends.
///
/// An edit of the proposal that the amendment leaves alone is shared. One whose new words it amends within is kept, and
/// marked as amended. Where the amendment overrides an edit or crosses its border, both become one edit of its own.
struct Composition {
  let tokens: [Token]

  /// The proposal's edits of the base.
  let outer: [Edit]

  /// The amendment's edits of the proposal.
  let inner: [Edit]

  /// How far the beginnings of the text under both and of the amendment stand from the proposal's.
  let shifts: (outer: Int, inner: Int)
  private(set) var edits: [TracedEdit] = []

  init(tokens: [Token], shifts: (outer: Int, inner: Int), outer: [Edit], inner: [Edit]) {
    self.tokens = tokens
    self.shifts = shifts
    self.outer = outer
    self.inner = inner
    compose()
  }

  private enum Relation { case apart, within, across }

  private func relation(_ proposed: Edit, _ amending: Edit) -> Relation {
    let (from, to) = (proposed.from, proposed.to)
    let (start, end) = (amending.start, amending.end)
    if from == to {
      let isInserted = start == end && start == from
      return isInserted || (start < from && from < end) ? .across : .apart
    }
    if start >= from, end <= to { return start == from && end == to ? .across : .within }
    return end <= from || start >= to ? .apart : .across
  }

  private mutating func compose() {
    var (i, j) = (0, 0)
    while i < outer.count || j < inner.count {
      let (firstOuter, firstInner) = (i, j)
      if i < outer.count, j >= inner.count || outer[i].from <= inner[j].start { i += 1 } else { j += 1 }
      var isWithin = true
      while true {
        if i > firstOuter, j < inner.count, relation(outer[i - 1], inner[j]) != .apart {
          isWithin = isWithin && relation(outer[i - 1], inner[j]) == .within
          j += 1
        } else if j > firstInner, i < outer.count, relation(outer[i], inner[j - 1]) != .apart {
          isWithin = isWithin && relation(outer[i], inner[j - 1]) == .within
          i += 1
        } else {
          break
        }
      }
      add(firstOuter..<i, firstInner..<j, isWithin: isWithin)
    }
  }

  private mutating func add(_ proposed: Range<Int>, _ amending: Range<Int>, isWithin: Bool) {
    let low = min(
      proposed.isEmpty ? Int.max : outer[proposed.lowerBound].from,
      amending.isEmpty ? Int.max : inner[amending.lowerBound].start)
    let high = max(
      proposed.isEmpty ? 0 : outer[proposed.upperBound - 1].to,
      amending.isEmpty ? 0 : inner[amending.upperBound - 1].end)
    let edit = Edit(
      start: low + outer.shift(before: proposed.lowerBound, \.end, \.to, shifts.outer),
      end: high + outer.shift(before: proposed.upperBound, \.end, \.to, shifts.outer),
      from: low + inner.shift(before: amending.lowerBound, \.to, \.end, shifts.inner),
      to: high + inner.shift(before: amending.upperBound, \.to, \.end, shifts.inner))
    if proposed.isEmpty || amending.isEmpty {
      edits.append(TracedEdit(edit: edit, amended: nil))
    } else if proposed.count == 1, isWithin {
      edits.append(TracedEdit(edit: edit, amended: proposed.lowerBound))
    } else if let edit = trimmed(edit) {
      edits.append(TracedEdit(edit: edit, amended: nil))
    }
  }

  /// Without the words that both sides begin or end with; `nil` where nothing is left to change.
  private func trimmed(_ edit: Edit) -> Edit? {
    var short = edit
    while short.start < short.end, short.from < short.to, tokens[short.start].isSame(as: tokens[short.from]) {
      short.start += 1
      short.from += 1
    }
    while short.start < short.end, short.from < short.to, tokens[short.end - 1].word == tokens[short.to - 1].word,
      tokens[short.end].gap == tokens[short.to].gap
    {
      short.end -= 1
      short.to -= 1
    }
    guard short.start == short.end, short.from == short.to else { return short }
    return tokens[short.start].gap == tokens[short.from].gap ? nil : edit
  }
}

extension [Edit] {
  /// How far positions are shifted by the edits before the one at `index`.
  fileprivate func shift(
    before index: Int, _ target: KeyPath<Edit, Int>, _ source: KeyPath<Edit, Int>, _ first: Int
  ) -> Int {
    index > 0 ? self[index - 1][keyPath: target] - self[index - 1][keyPath: source] : first
  }
}
