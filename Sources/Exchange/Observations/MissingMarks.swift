internal import Notation

extension String {
  /// This text, which was made from `old`, with the footnote marks that `marked` has and a program without footnotes left
  /// out: each where it stands in words that are the same. `nil` where `old` is not `marked` without its marks, or a mark
  /// stands in words that are others now.
  func withMarks(of marked: String, madeFrom old: String) -> String? {
    guard old != marked, old == marked.withoutMarks else { return nil }
    let (now, then, full) = (Array(utf8), Array(old.utf8), Array(marked.utf8))
    let limit = min(now.count, then.count)
    let start = (0..<limit).first { now[$0] != then[$0] } ?? limit
    let end = (0..<(limit - start)).first { now[now.count - 1 - $0] != then[then.count - 1 - $0] } ?? limit - start
    var output: [UInt8] = []
    // Places in the text with its marks, without them, and here.
    var (place, plain, written) = (0, 0, 0)
    while place < full.count {
      guard let mark = FootnoteMarks.mark(full, at: place) else {
        (place, plain) = (place + 1, plain + 1)
        continue
      }
      let here: Int
      if plain <= start {
        here = plain
      } else if then.count - plain <= end {
        here = now.count - (then.count - plain)
      } else {
        return nil
      }
      output += now[written..<max(here, written)]
      written = max(here, written)
      output += full[place..<mark.end]
      place = mark.end
    }
    return String(decoding: output + now[written...], as: UTF8.self)
  }
}
