/// The edits grown until each holds both halves of the pairs it touches and reads back exactly in a bracket of its own.
///
/// Edits that come to touch are joined. Every step grows an edit by one kept word, so the cost is linear.
///
/// - Returns: `nil` where all may stay as they are.
func widened(
  _ edits: [Edit], _ origin: Origin, version: Wording, _ tokens: Span<Token>, _ lexicon: Lexicon
) -> [Edit]? {
  let hasPairs = version.hasPairs || !origin.pairs.isEmpty
  if areReadAsTheyAre(edits, origin.text, tokens, lexicon),
    !hasPairs || !holdPairs(edits, origin.text, version, tokens, lexicon.traits)
  {
    return nil
  }
  let versionPairs = Pairs(version, tokens, lexicon.traits)
  var widening = Widening(
    base: origin.text.range, edits: edits, basePairs: origin.pairs, versionPairs: versionPairs)
  widening.run(tokens, lexicon)
  return widening.done
}

/// Whether a bracket or quotation mark is changed, or a word beside a slash.
private func holdPairs(
  _ edits: [Edit], _ base: Wording, _ version: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]
) -> Bool {
  for index in edits.indices {
    let edit = edits[index]
    if holdsPair(edit.start..<edit.end, base.range, tokens, traits) { return true }
    if holdsPair(edit.from..<edit.to, version.range, tokens, traits) { return true }
  }
  return false
}

private func holdsPair(
  _ words: Range<Int>, _ text: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]
) -> Bool {
  if words.isEmpty { return false }
  for place in words where traits[Int(tokens[place].word)].pair != .none { return true }
  for place in [words.lowerBound - 1, words.upperBound] where text.contains(place) {
    if traits[Int(tokens[place].word)].pair == .joins { return true }
  }
  return false
}

/// Whether nothing is to be widened or joined, pairs aside: most versions are done with here.
private func areReadAsTheyAre(
  _ edits: [Edit], _ base: Wording, _ tokens: Span<Token>, _ lexicon: Lexicon
) -> Bool {
  for index in edits.indices {
    if index > 0, edits[index - 1].end >= edits[index].start { return false }
    if lexicon.misfit(of: edits[index], base.range, tokens) != nil { return false }
  }
  return true
}

extension Lexicon {
  /// Why a bracket round an edit could not be read exactly; `nil` where it could.
  fileprivate func misfit(of edit: Edit, _ base: Range<Int>, _ tokens: Span<Token>) -> Misfit? {
    let range = edit.start..<edit.end
    if range == base { return nil }
    return misfit(
      Side(tokens, range, traits), Side(tokens, edit.from..<edit.to, traits),
      Surroundings(tokens, range, base, traits))
  }
}

private struct Widening {
  let base: Range<Int>
  let edits: [Edit]
  let basePairs: Pairs
  let versionPairs: Pairs
  var done: [Edit] = []
  private var next = 0

  init(base: Range<Int>, edits: [Edit], basePairs: Pairs, versionPairs: Pairs) {
    self.base = base
    self.edits = edits
    self.basePairs = basePairs
    self.versionPairs = versionPairs
    done.reserveCapacity(edits.count)
  }

  mutating func run(_ tokens: Span<Token>, _ lexicon: Lexicon) {
    while next < edits.count {
      var edit = edits[next]
      next += 1
      var checked = Edit(start: edit.start, end: edit.start, from: edit.from, to: edit.from)
      while true {
        absorb(&edit)
        if mend(&edit, &checked) { continue }
        guard let misfit = lexicon.misfit(of: edit, base, tokens) else { break }
        grow(&edit, misfit)
      }
      done.append(edit)
    }
  }

  /// Joins the neighbours that the edit touches.
  private mutating func absorb(_ edit: inout Edit) {
    while let last = done.last, last.end >= edit.start {
      edit = edit.joined(last)
      done.removeLast()
    }
    while next < edits.count, edits[next].start <= edit.end {
      edit = edit.joined(edits[next])
      next += 1
    }
  }

  private func grow(_ edit: inout Edit, _ side: Misfit) {
    if side == .left ? edit.start > base.lowerBound : edit.end == base.upperBound {
      edit.start -= 1
      edit.from -= 1
    } else {
      edit.end += 1
      edit.to += 1
    }
  }

  /// Grows the edit until it holds the partner of each bracket and quotation mark in it; whether it grew.
  ///
  /// - Parameter checked: the part that was looked at before; each word is looked at once.
  private mutating func mend(_ edit: inout Edit, _ checked: inout Edit) -> Bool {
    if basePairs.isEmpty && versionPairs.isEmpty { return false }
    var wanted = edit
    for words in [edit.start..<max(edit.start, checked.start), min(edit.end, checked.end)..<edit.end] {
      for half in basePairs.halves(in: words) {
        wanted.start = min(wanted.start, half.partner)
        wanted.end = max(wanted.end, half.partner + 1)
      }
    }
    for words in [edit.from..<max(edit.from, checked.from), min(edit.to, checked.to)..<edit.to] {
      for half in versionPairs.halves(in: words) {
        wanted.from = min(wanted.from, half.partner)
        wanted.to = max(wanted.to, half.partner + 1)
      }
    }
    checked = edit
    let old = edit
    while edit.start > wanted.start || edit.from > wanted.from {
      grow(&edit, .left)
      absorb(&edit)
    }
    while edit.end < wanted.end || edit.to < wanted.to {
      grow(&edit, .right)
      absorb(&edit)
    }
    return edit != old
  }
}
