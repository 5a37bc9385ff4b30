internal import Drafting

extension ParagraphEvent {
  /// The last act of what a support took, as the very words that it took tell; `nil` where they do not, since the supporter
  /// has words of its own beside them.
  ///
  /// The commit names the delegation alone. A branch follows main before anything is done on it: so what came after a
  /// decision that the support had not followed, and what was over before one that it had, is not it. Of what the words and
  /// the decisions leave it is the first of the support's own second, else the last before that by the clock, else the first.
  ///
  /// - Parameter events: those of the paragraph.
  func supported(among events: [ParagraphEvent]) -> ParagraphEvent? {
    guard action == .support, on != nil else { return nil }
    let line = events.filter { $0.delegation?.code.description == on && $0.identifier == identifier }
      .sorted { $0.generation < $1.generation }
    let taken = line.indices.filter { place in
      line[place].newFile == newFile && line[place].decisions <= decisions
        && (place + 1 == line.count || line[place + 1].decisions >= decisions)
    }
    guard
      let place = taken.first(where: { line[$0].time == time }) ?? taken.last(where: { line[$0].time < time })
        ?? taken.first
    else { return nil }
    return line[...place].last { $0.action != .follow }
  }
}
