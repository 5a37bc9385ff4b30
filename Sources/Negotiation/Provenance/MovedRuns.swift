internal import Merging

/// Finds clauses that two texts share at places which the alignment does not pair.
enum MovedRuns {
  /// The longest runs of free words from left to right, each of at least ``Crediting/fewest`` words; capitals do not
  /// count.
  ///
  /// - Cost: linear in the two texts where clauses are not repeated many times.
  static func find(
    in text: TracedText, _ isWanted: [Bool], from source: TracedText, _ isFree: [Bool]
  ) -> [KeptWords] {
    let size = Crediting.fewest
    guard source.count >= size, text.count >= size else { return [] }
    var places: [ArraySlice<Int32>: Int] = [:]
    for start in 0...(source.count - size) where isFree[start..<(start + size)].allSatisfy({ $0 }) {
      let key = source.smallForms[start..<(start + size)]
      if places[key] == nil { places[key] = start }
    }
    guard !places.isEmpty else { return [] }
    var found: [KeptWords] = []
    var start = 0
    while start + size <= text.count {
      guard isWanted[start..<(start + size)].allSatisfy({ $0 }),
        let origin = places[text.smallForms[start..<(start + size)]]
      else {
        start += 1
        continue
      }
      var count = size
      while start + count < text.count, origin + count < source.count, isWanted[start + count], isFree[origin + count],
        text.smallForms[start + count] == source.smallForms[origin + count]
      { count += 1 }
      if text.kinds[start..<(start + count)].count(where: { $0 != .punctuation }) >= size {
        found.append(KeptWords(old: origin, new: start, count: count))
        start += count
      } else {
        start += 1
      }
    }
    return found
  }
}
