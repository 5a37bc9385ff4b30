internal import Merging

/// Which bytes of a version are words of the text that it was made from.
struct WordsTakenOver {
  private var runs: [(own: Range<Int>, base: Int)] = []

  init(of version: String, from base: String) {
    var (start, origin) = (0, 0)
    for change in wordChanges(from: base, to: version) {
      let length = change.text.utf8.count
      if change.kind == .kept { runs.append((start..<start + length, origin)) }
      if change.kind != .deleted { start += length }
      if change.kind != .inserted { origin += length }
    }
  }

  /// Where some bytes of the version stand in the text; `nil` where not all of them are kept.
  func origin(of bytes: Range<Int>) -> Range<Int>? {
    let run = runs.first { $0.own.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.own.upperBound }
    guard let run else { return nil }
    let start = run.base + bytes.lowerBound - run.own.lowerBound
    return start..<start + bytes.count
  }
}
