/// Lines of a paragraph, items of a list, that somebody joined without tracking: in Word nothing stands between them then.
extension ObservationComparison {
  /// Puts a space wherever the last word of a line of the draft touches the first of the next.
  mutating func partJoinedLines(_ pairs: Pairs) {
    for (place, item) in pairs.before { before?[item].text.part(linesOf: draft[place].present) }
    for (item, place) in pairs.after.enumerated() {
      if let place { after[item].text.part(linesOf: draft[place].present) }
    }
  }
}

extension String {
  fileprivate mutating func part(linesOf known: String) {
    guard known.contains("\n"), self != known else { return }
    let lines = known.split(separator: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let end = line.split(separator: " ").last, let begin = next.split(separator: " ").first, begin != "|" else {
        continue
      }
      let touching = " \(end)\(begin) "
      if !known.contains(touching) { replace(touching, with: " \(end) \(begin) ") }
    }
  }
}
