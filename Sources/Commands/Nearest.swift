/// The word most like a mistyped one, or `nil` where none is near: at most one slip in three letters.
///
/// A slip is a letter too many, too few, wrong, or two that changed places; capitals are ignored. The first of several
/// that are equally near wins, so the answer depends on nothing but the order of `words`.
///
/// - Cost: the product of the lengths, for each word.
package func nearest(to typed: String, in words: [String]) -> String? {
  let letters = Array(typed.lowercased())
  var best: (word: String, slips: Int)?
  for word in words {
    let candidate = Array(word.lowercased())
    let slips = slipCount(letters, candidate)
    guard slips <= max(1, max(letters.count, candidate.count) / 3), slips < max(letters.count, candidate.count) else {
      continue
    }
    if best.map({ slips < $0.slips }) ?? true { best = (word, slips) }
  }
  return best?.word
}

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
private func slipCount(_ first: [Character], _ second: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in first.indices {
    var row = [i + 1]
    for j in second.indices {
      var cost = min(last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[second.count]
}
