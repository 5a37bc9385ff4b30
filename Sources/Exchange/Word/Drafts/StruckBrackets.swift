internal import Merging
internal import Notation

/// Brackets that a tracked change takes away as a whole, or empties.
///
/// Such a change says nothing about the words under the bracket: what it proposed is taken back, and the draft's own words
/// stand again. Where it had none, of the two spaces round it one stays.
extension FormattedText {
  /// The runs that a view has as one text, what it lacks left out, whole brackets among it taken back.
  ///
  /// - Parameter isThere: whether the view has a run.
  init(
    _ runs: [WordRun], labels: LabelTable, isThere: (WordRun) -> Bool, append: (WordRun, inout FormattedText) -> Void
  ) {
    self.init()
    var index = 0
    var hasEmptied = false
    while index < runs.count {
      if isThere(runs[index]) {
        append(runs[index], &self)
        index += 1
        continue
      }
      let end = runs[index...].firstIndex(where: isThere) ?? runs.count
      // What was inserted and is not accepted was never there.
      let gone = runs[index..<end].filter { run in !run.changes.contains { $0.kind.isArrival } }
      hasEmptied = hasEmptied || !gone.isEmpty
      var struck = FormattedText()
      if !gone.contains(where: { $0.note != nil }) { for run in gone { append(run, &struck) } }
      if let bracket = struck.asBracket(labels) {
        // No space stands before closing punctuation; the one before the bracket was the bracket's.
        if bracket.beginsClosing, bytes.last == 0x20 { remove((bytes.count - 1)..<bytes.count) }
        self.append(bracket)
      }
      index = end
    }
    if hasEmptied {
      removeEmptyStruckWords(labels)
      removeEmptyBrackets(labels)
    }
  }

  /// What stands where a bracket was that is gone as a whole: the base's words, or an empty bracket; `nil` where the text
  /// is no such bracket.
  private func asBracket(_ labels: LabelTable) -> String? {
    let blanks = [UInt8(0x20), 0x0A]
    guard let open = bytes.firstIndex(where: { !blanks.contains($0) }),
      let last = bytes.lastIndex(where: { !blanks.contains($0) }),
      let bracket = BracketSpansInText(self, labels).bracket(at: open), bracket.close == last
    else { return nil }
    var carry = Carry()
    let base = BracketReader(labels: labels).read(written(labels, &carry)).text.reading(of: nil)
    let words = base.isEmpty ? String(decoding: bytes[open..<bracket.content], as: UTF8.self) + "]" : base
    let before = words.beginsClosing ? max(0, open - 1) : open
    return String(repeating: " ", count: before) + words + String(repeating: " ", count: bytes.count - 1 - last)
  }

  /// Takes away the `~~` at the end of labelled brackets between which nothing is left: what they struck is gone for all.
  private mutating func removeEmptyStruckWords(_ labels: LabelTable) {
    let brackets = BracketSpansInText(self, labels).brackets.values.filter { $0.close < bytes.count }
    for bracket in brackets.sorted(by: { $0.close > $1.close }) {
      let content = bytes[bracket.content..<bracket.close]
      guard let last = content.lastIndex(where: { $0 != 0x20 }), content.suffix(2) == [0x7E, 0x7E],
        let first = content[..<(last - 1)].lastIndex(where: { $0 != 0x20 }), first > bracket.content,
        bytes[first] == 0x7E, bytes[first - 1] == 0x7E
      else { continue }
      let start = bytes[bracket.content..<(first - 1)].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? first - 1
      remove(start..<bracket.close)
    }
  }

  /// Takes away labelled brackets in which nothing is left, by the rule for brackets in which nothing is read.
  private mutating func removeEmptyBrackets(_ labels: LabelTable) {
    let empty = BracketSpansInText(self, labels).brackets.filter { _, bracket in
      bracket.close < bytes.count && bytes[bracket.content..<bracket.close].allSatisfy { $0 == 0x20 }
    }
    for (open, bracket) in empty.sorted(by: { $0.key > $1.key }) {
      let rest = bytes[(bracket.close + 1)...]
      let follows = rest.first
      var (start, end) = (open, bracket.close + 1)
      if start > 0, bytes[start - 1] == 0x20 {
        let closes = rest.isEmpty || String(decoding: rest.prefix(3), as: UTF8.self).beginsClosing
        if follows == 0x20 || closes { start -= 1 }
      } else if start == 0, follows == 0x20 {
        end += 1
      }
      remove(start..<end)
    }
  }
}

extension String {
  /// Whether it begins with punctuation that no space stands before.
  fileprivate var beginsClosing: Bool { unicodeScalars.first.map(Spacing.isClosing) ?? false }
}
