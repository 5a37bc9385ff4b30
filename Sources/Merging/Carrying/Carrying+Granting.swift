/// Edits of which one says all that others would change: `session of lawyers` for `meeting of experts` is one edit, since a
/// short word between two is not kept, and says `lawyers` for `experts` too.
extension Carrying {
  /// The side to which the words of a stretch belong, where it makes every edit of the other side; `nil` where both want
  /// something that the other does not.
  func granting(_ stretch: Stretch) -> Side? {
    if makes(.now, all: .wanted, of: stretch) { return .both }
    return makes(.wanted, all: .now, of: stretch) ? .wanted : nil
  }

  /// Whether what one side says has the words of each replacement of the other, where those would stand: between the
  /// same two words, or the ends of the stretch.
  private func makes(_ side: Side, all other: Side, of stretch: Stretch) -> Bool {
    let said = range(stretch, side)
    var from = said.lowerBound
    for case (other, let edit) in stretch.edits {
      let count = edit.to - edit.from
      guard count > 0, edit.start < edit.end, count <= said.upperBound - from,
        let place = (from...(said.upperBound - count)).first(where: {
          isSame(tokens.span, $0..<($0 + count), edit.from..<edit.to) && stands(at: $0, in: said, edit, stretch)
        })
      else { return false }
      from = place + count
    }
    return true
  }

  private func stands(at place: Int, in said: Range<Int>, _ edit: Edit, _ stretch: Stretch) -> Bool {
    let end = place + edit.to - edit.from
    let isAfterSame =
      edit.start == stretch.start
      ? place == said.lowerBound
      : place > said.lowerBound && tokens[place - 1].word == tokens[edit.start - 1].word
    let isBeforeSame =
      edit.end == stretch.end
      ? end == said.upperBound : end < said.upperBound && tokens[end].word == tokens[edit.end].word
    return isAfterSame && isBeforeSame
  }
}
