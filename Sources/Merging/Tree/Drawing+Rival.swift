internal import TextForm

extension Drawing {
  /// An alternative without brackets, by its bytes. Words are here what white space parts.
  struct Rival {
    let index: Int
    let alternative: Alternative
    let bytes: [UInt8]

    /// `nil` for an alternative that is amended, or leaves nothing.
    init?(_ index: Int, _ alternative: Alternative) {
      guard alternative.content.pieces.count == 1, case .text(let text) = alternative.content.pieces[0] else {
        return nil
      }
      self.index = index
      self.alternative = alternative
      bytes = Array(text.utf8)
    }

    var firstWord: ArraySlice<UInt8> { bytes.prefix { !isSpace($0) } }

    var lastWord: ArraySlice<UInt8> {
      bytes[(bytes.lastIndex(where: isSpace).map { $0 + 1 } ?? 0)...]
    }

    /// The words between those that are shared, white space at their ends included.
    func middle(_ shared: Shared) -> String {
      String(decoding: bytes[shared.head..<(bytes.count - shared.tail)], as: UTF8.self)
    }

    /// How many bytes at the beginning and at the end are shared, and how many words stand in them.
    struct Shared {
      let head: Int
      let tail: Int
      let words: Int

      fileprivate init(_ bytes: [UInt8], _ head: Int, _ tail: Int) {
        (self.head, self.tail) = (head, tail)
        words = Rival.wordCount(bytes[..<head]) + Rival.wordCount(bytes[(bytes.count - tail)...])
      }
    }

    /// What all begin and end with, in whole words and without a torn pair; then a word less, should that not read back.
    ///
    /// - Parameter leastBytes: what is shared is of no use where it is shorter.
    static func shared(_ group: [Rival], ofLeast leastBytes: Int) -> [Shared] {
      let first = group[0].bytes
      let shortest = group.reduce(first.count) { min($0, $1.bytes.count) }
      var (head, tail) = (shortest, shortest)
      for rival in group.dropFirst() {
        head = min(head, commonByteCount(first.span, rival.bytes.span))
        tail = min(tail, commonEndCount(first.span, rival.bytes.span))
      }
      // Too little for the fewest words: most groups end here.
      if head + tail < leastBytes { return [] }
      while head > 0, !group.allSatisfy({ $0.bytes.count == head || isSpace($0.bytes[head]) }) { head -= 1 }
      let text = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self).unicodeScalars }
      head = text(first[..<head]).wholeLength(isFewer: false, isReversed: false)
      tail = min(tail, shortest - head)
      while tail > 0, !group.allSatisfy({ $0.bytes.count == tail || isSpace($0.bytes[$0.bytes.count - tail - 1]) }) {
        tail -= 1
      }
      tail = text(first[(first.count - tail)...]).reversed().wholeLength(isFewer: false, isReversed: true)
      let fewer = (
        head: text(first[..<head]).wholeLength(isFewer: true, isReversed: false),
        tail: text(first[(first.count - tail)...]).reversed().wholeLength(isFewer: true, isReversed: true)
      )
      return [(head, tail), (fewer.head, tail), (head, fewer.tail), (fewer.head, fewer.tail)].map {
        Shared(first, $0, $1)
      }
    }

    /// What stands before and after the words that differ, with the white space towards them.
    static func surroundings(_ group: [Rival], _ shared: Shared) -> (before: String, after: String) {
      let model = group.first { !Spacing.trimmed($0.middle(shared)).isEmpty } ?? group[0]
      let (bytes, end) = (model.bytes, model.bytes.count - shared.tail)
      let gaps = (
        bytes[shared.head..<end].prefix(while: isSpace).count,
        bytes[shared.head..<end].reversed().prefix(while: isSpace).count
      )
      return (
        shared.head == 0 ? "" : String(decoding: bytes[..<(shared.head + gaps.0)], as: UTF8.self),
        shared.tail == 0 ? "" : String(decoding: bytes[(end - gaps.1)...], as: UTF8.self)
      )
    }

    private static func wordCount(_ bytes: ArraySlice<UInt8>) -> Int {
      var (count, isCounted) = (0, false)
      for byte in bytes {
        if isSpace(byte) {
          isCounted = false
        } else if !isCounted, isLetterOrDigit(byte) || byte >= 0x80 {
          (count, isCounted) = (count + 1, true)
        }
      }
      return count
    }
  }
}

extension Collection<Unicode.Scalar> {
  /// How many bytes of whole words it begins with in which no pair is torn: of all of it, or of fewer words.
  ///
  /// - Parameter isReversed: whether this is a text from its end.
  fileprivate func wholeLength(isFewer: Bool, isReversed: Bool) -> Int {
    var open: [UInt8] = []
    var isQuoted = false
    var (length, whole) = (0, 0)
    for scalar in self {
      if Spacing.isSpace(scalar), open.isEmpty, !isQuoted { whole = length }
      length += scalar.utf8.count
      switch (PairMark(scalar), isReversed) {
      case (.none, _), (.joins, _): continue
      case (.either, _): isQuoted.toggle()
      case (.opens(let kind), false), (.closes(let kind), true): open.append(kind)
      case (.closes(let kind), false), (.opens(let kind), true): if open.last == kind { open.removeLast() }
      }
    }
    return !isFewer && open.isEmpty && !isQuoted ? length : whole
  }
}

/// How many bytes two texts have in common at their ends.
func commonEndCount(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
  let limit = min(a.count, b.count)
  var count = 0
  while count < limit, a[a.count - 1 - count] == b[b.count - 1 - count] { count += 1 }
  return count
}
