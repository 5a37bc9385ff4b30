/// The edits grown until each holds both halves of the pairs it touches and reads back exactly in a bracket of its own.
///
/// Edits that come to touch are joined. Every step grows an edit by one kept word, so the cost is linear.
func widened(_ edits: [Edit], _ origin: Origin, version: Wording, _ lexicon: Lexicon) -> [Edit] {
  let versionPairs = partners(version, lexicon.traits)
  if origin.pairs.isEmpty, versionPairs.isEmpty, areReadAsTheyAre(edits, origin.text, version, lexicon) { return edits }
  var widening = Widening(
    base: origin.text, version: version, lexicon: lexicon, edits: edits,
    basePairs: origin.pairs, versionPairs: versionPairs)
  widening.run()
  return widening.done
}

/// Whether nothing is to be widened or joined, where there are no pairs: most versions are done with here.
private func areReadAsTheyAre(_ edits: [Edit], _ base: Wording, _ version: Wording, _ lexicon: Lexicon) -> Bool {
  for (index, edit) in edits.enumerated() {
    if index > 0, edits[index - 1].end >= edit.start { return false }
    if lexicon.misfit(of: edit, base, version) != nil { return false }
  }
  return true
}

extension Lexicon {
  /// Why a bracket round an edit could not be read exactly; `nil` where it could.
  fileprivate func misfit(of edit: Edit, _ base: Wording, _ version: Wording) -> Misfit? {
    if edit.start == 0, edit.end == base.count { return nil }
    let range = edit.start..<edit.end
    return misfit(
      Side(base, range, traits), Side(version, edit.from..<edit.to, traits),
      Surroundings(base, range, 0..<base.count, traits))
  }
}

private struct Widening {
  let base: Wording
  let version: Wording
  let lexicon: Lexicon
  let edits: [Edit]
  let basePairs: [Int: Int]
  let versionPairs: [Int: Int]
  var done: [Edit] = []
  private var next = 0

  init(
    base: Wording, version: Wording, lexicon: Lexicon, edits: [Edit], basePairs: [Int: Int], versionPairs: [Int: Int]
  ) {
    self.base = base
    self.version = version
    self.lexicon = lexicon
    self.edits = edits
    self.basePairs = basePairs
    self.versionPairs = versionPairs
  }

  mutating func run() {
    while next < edits.count {
      var edit = edits[next]
      next += 1
      var checked = Edit(start: edit.start, end: edit.start, from: edit.from, to: edit.from)
      while true {
        absorb(&edit)
        if mend(&edit, &checked) { continue }
        guard let misfit = lexicon.misfit(of: edit, base, version) else { break }
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
    if side == .left ? edit.start > 0 : edit.end == base.count {
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
      for partner in words.compactMap({ basePairs[$0] }) {
        wanted.start = min(wanted.start, partner)
        wanted.end = max(wanted.end, partner + 1)
      }
    }
    for words in [edit.from..<max(edit.from, checked.from), min(edit.to, checked.to)..<edit.to] {
      for partner in words.compactMap({ versionPairs[$0] }) {
        wanted.from = min(wanted.from, partner)
        wanted.to = max(wanted.to, partner + 1)
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

/// The other half of each bracket and quotation mark that has one, by position.
///
/// Brackets pair inside out; straight quotation marks by turns, when their number is even.
func partners(_ text: Wording, _ traits: [WordTraits]) -> [Int: Int] {
  guard text.hasPairs else { return [:] }
  var pairs: [Int: Int] = [:]
  var open: [(kind: UInt8, position: Int)] = []
  var straight: [Int] = []
  for (position, word) in text.words.enumerated() {
    switch traits[Int(word)].pair {
    case .none: continue
    case .opens(let kind): open.append((kind, position))
    case .closes(let kind):
      guard let last = open.last, last.kind == kind else { continue }
      open.removeLast()
      pairs[position] = last.position
      pairs[last.position] = position
    case .either: straight.append(position)
    }
  }
  if straight.count % 2 == 0 {
    for index in stride(from: 0, to: straight.count, by: 2) {
      pairs[straight[index]] = straight[index + 1]
      pairs[straight[index + 1]] = straight[index]
    }
  }
  return pairs
}
