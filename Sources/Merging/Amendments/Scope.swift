/// A stretch of one text, and everybody who would change it: the whole base, or what a proposal that others amend
/// brings in.
struct Scope {
  /// The party whose words are the base here.
  let text: Int
  let range: Range<Int>

  /// Ordered by party.
  let participants: [Participant]

  func participant(_ party: Int) -> Participant? {
    var (low, high) = (0, participants.count)
    while low < high {
      let middle = (low + high) / 2
      if participants[middle].party < party { low = middle + 1 } else { high = middle }
    }
    return low < participants.count && participants[low].party == party ? participants[low] : nil
  }

  /// A party and its edits within the stretch, among ``Merge/edits`` and in the places of the text; there is at least
  /// one.
  struct Participant {
    let party: Int
    let edits: Range<Int>
  }
}

extension Merge {
  /// The words in the text of a party that stand for a stretch, edits at its two borders included.
  func passage(of participant: Scope.Participant, _ start: Int, _ end: Int) -> Range<Int> {
    let own = participant.edits
    var (low, high) = (own.lowerBound, own.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].edit.end < start { low = middle + 1 } else { high = middle }
    }
    let first = edits[low > own.lowerBound ? low - 1 : own.lowerBound].edit
    let before = low > own.lowerBound ? first.to - first.end : first.from - first.start
    var (from, to) = (before, before)
    if low < own.upperBound, edits[low].edit.start <= end { from = edits[low].edit.from - edits[low].edit.start }
    while low < own.upperBound, edits[low].edit.start <= end {
      to = edits[low].edit.to - edits[low].edit.end
      low += 1
    }
    return (start + from)..<(end + to)
  }
}
