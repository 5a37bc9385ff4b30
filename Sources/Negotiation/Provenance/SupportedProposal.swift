internal import Drafting

extension ParagraphEvent {
  /// The proposal that a support took, of those that were made within the same second with the very words; `nil` where
  /// there is none.
  ///
  /// The commit names the delegation alone. A branch follows main before anything is done on it: so what came after a
  /// decision that the support had not followed, and what was over before one that it had, is not it. Of the others it is
  /// the first.
  ///
  /// - Parameter events: those of the paragraph.
  func supported(among events: [ParagraphEvent]) -> ParagraphEvent? {
    func isTaken(_ other: ParagraphEvent) -> Bool {
      other.time == time && other.newFile == newFile && other.action != .follow && other.decisions <= decisions
    }
    guard action == .support, on != nil, events.contains(where: isTaken) else { return nil }
    let line = events.filter { $0.delegation?.code.description == on && $0.identifier == identifier }
      .sorted { $0.generation < $1.generation }
    return line.enumerated().first { place, other in
      isTaken(other) && (place + 1 == line.count || line[place + 1].decisions >= decisions)
    }?.element
  }
}
