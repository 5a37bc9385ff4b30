/// A run of words that a change kept, took out or put in.
package struct WordChange: Hashable, Sendable {
  package var kind: Kind

  /// The words with the white space that goes with them.
  package var text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  package enum Kind: Hashable, Sendable {
    case kept, deleted, inserted
  }
}

/// What changed between two texts, word by word, for showing it in a log.
///
/// One hunk is at most one deleted run and then one inserted run; hunks stand where the merge would put a bracket. The
/// kept and deleted runs joined are `old`, the kept and inserted runs joined are `new`, white space at the two ends aside.
package func wordChanges(from old: String, to new: String) -> [WordChange] {
  var lexicon = Lexicon()
  var alignment = Alignment()
  let (base, version) = (Wording(old, &lexicon), Wording(new, &lexicon))
  var changes: [WordChange] = []
  let add = { (kind: WordChange.Kind, bytes: ArraySlice<UInt8>) in
    if !bytes.isEmpty { changes.append(WordChange(kind: kind, text: String(decoding: bytes, as: UTF8.self))) }
  }
  var position = 0
  for edit in edits(from: Origin(base, lexicon.traits), to: version, lexicon, &alignment) {
    var (deleted, inserted) = (base.stretch(edit.start..<edit.end), version.stretch(edit.from..<edit.to))
    while let first = deleted.first, first == inserted.first, isSpace(first) {
      deleted.removeFirst()
      inserted.removeFirst()
    }
    while let last = deleted.last, last == inserted.last, isSpace(last) {
      deleted.removeLast()
      inserted.removeLast()
    }
    add(.kept, base.bytes[position..<deleted.startIndex])
    add(.deleted, deleted)
    add(.inserted, inserted)
    position = deleted.endIndex
  }
  add(.kept, base.bytes[position...])
  return changes
}

extension Wording {
  /// The bytes of some words with the white space before and after them.
  fileprivate func stretch(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let first = range.lowerBound > 0 ? end(range.lowerBound - 1) : 0
    let last = range.upperBound < count ? start(range.upperBound) : bytes.count
    return bytes[first..<last]
  }
}
