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
  var hunks = Hunks()
  var tokens: [Token] = []
  let (base, version) = (lexicon.cut(old, into: &tokens), lexicon.cut(new, into: &tokens))
  let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
  var changes: [WordChange] = []
  let add = { (kind: WordChange.Kind, bytes: ArraySlice<UInt8>) in
    if !bytes.isEmpty { changes.append(WordChange(kind: kind, text: String(decoding: bytes, as: UTF8.self))) }
  }
  var position = tokens[base.start].start
  hunks.find(from: Origin(base, tokens.span, lexicon.traits), to: version, tokens, lexicon)
  for edit in hunks.edits {
    var deleted = oldBytes[base.stretch(edit.start..<edit.end, tokens)]
    var inserted = newBytes[version.stretch(edit.from..<edit.to, tokens)]
    while let first = deleted.first, first == inserted.first, isSpace(first) {
      deleted.removeFirst()
      inserted.removeFirst()
    }
    while let last = deleted.last, last == inserted.last, isSpace(last) {
      deleted.removeLast()
      inserted.removeLast()
    }
    add(.kept, oldBytes[position..<deleted.startIndex])
    add(.deleted, deleted)
    add(.inserted, inserted)
    position = deleted.endIndex
  }
  add(.kept, oldBytes[position..<tokens[base.end].start])
  return changes
}

extension Wording {
  /// Where the bytes of some words stand with the white space before and after them.
  fileprivate func stretch(_ words: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    // The token behind the last word stands where the text ends.
    (words.lowerBound > start ? tokens[words.lowerBound - 1].end : tokens[start].start)..<tokens[words.upperBound].start
  }
}
