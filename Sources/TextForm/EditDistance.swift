/// How many insertions, deletions, replacements and swaps of neighbouring letters turn one word into the other
/// (the restricted Damerau–Levenshtein distance), for suggesting what a person may have meant to type.
///
/// - Parameter limit: distances above it are not told apart: `limit + 1` is returned.
/// - Cost: the product of the two lengths; meant for names, not for texts.
package func editDistance(_ first: String, _ second: String, limit: Int = .max - 1) -> Int {
  let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
  if abs(a.count - b.count) > limit { return limit + 1 }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var distance = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforePrevious[j - 1] + 1)
      }
      current.append(distance)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return min(previous[b.count], limit + 1)
}
