/// How often each word stands in a window, and where; the numbers are all zero between two windows.
struct Occurrences {
  private var inBase: [Int32] = []
  private var inVersion: [Int32] = []
  private var position: [Int32] = []

  mutating func makeRoom(for count: Int) {
    guard inBase.count < count else { return }
    let more = Array(repeating: Int32(0), count: max(count, 2 * inBase.count) - inBase.count)
    inBase += more
    inVersion += more
    position += more
  }

  /// The words that stand exactly once in each of two windows, in the order of the first.
  mutating func single(
    _ a: Range<Int>, of base: [Int32], _ b: Range<Int>, of version: [Int32], where isWanted: (Int) -> Bool
  ) -> [Alignment.Kept] {
    let (base, version) = (base.span.extracting(a), version.span.extracting(b))
    Occurrences.count(base, &inBase)
    Occurrences.count(version, &inVersion, &position)
    var single: [Alignment.Kept] = []
    single.reserveCapacity(a.count)
    for index in base.indices {
      let word = Int(base[index])
      if inBase[word] == 1, inVersion[word] == 1, isWanted(word) {
        single.append(Alignment.Kept(base: a.lowerBound + index, version: b.lowerBound + Int(position[word]), count: 1))
      }
    }
    Occurrences.forget(base, &inBase)
    Occurrences.forget(version, &inVersion)
    return single
  }

  private static func count(_ window: Span<Int32>, _ counts: inout [Int32]) {
    var counts = counts.mutableSpan
    for index in window.indices { counts[Int(window[index])] &+= 1 }
  }

  private static func count(_ window: Span<Int32>, _ counts: inout [Int32], _ last: inout [Int32]) {
    var counts = counts.mutableSpan
    var last = last.mutableSpan
    for index in window.indices {
      let word = Int(window[index])
      counts[word] &+= 1
      last[word] = Int32(truncatingIfNeeded: index)
    }
  }

  private static func forget(_ window: Span<Int32>, _ counts: inout [Int32]) {
    var counts = counts.mutableSpan
    for index in window.indices { counts[Int(window[index])] = 0 }
  }

  /// The first column of a word that was chained; zero for none.
  func firstColumn(of word: Int) -> Int32 { inVersion[word] }

  /// Chains the columns of a window that hold equal words, each with the next; columns are counted from 1.
  ///
  /// - Returns: how many words of the other window are equal to one of this, counted once for each.
  mutating func chain(
    _ window: Range<Int>, of version: [Int32], _ next: inout [Int32], for rows: Range<Int>, of base: [Int32]
  ) -> Int {
    Occurrences.chain(version.span.extracting(window), &inVersion, &next, &position)
    let other = base.span.extracting(rows)
    var count = 0
    for index in other.indices where inVersion[Int(other[index])] > 0 { count += Int(position[Int(other[index])]) }
    return count
  }

  private static func chain(
    _ window: Span<Int32>, _ first: inout [Int32], _ next: inout [Int32], _ count: inout [Int32]
  ) {
    var first = first.mutableSpan
    var next = next.mutableSpan
    var count = count.mutableSpan
    for index in window.indices.reversed() {
      let word = Int(window[index])
      count[word] = first[word] == 0 ? 1 : count[word] + 1
      next[index + 1] = first[word]
      first[word] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  mutating func unchain(_ window: Range<Int>, of version: [Int32]) {
    Occurrences.forget(version.span.extracting(window), &inVersion)
  }
}
