/// One hunk: the words `start..<end` of the base give way to the words `from..<to` of the version; all four are places
/// among the tokens of the merge.
///
/// The edits of a version are in order, and between two of them stands at least one kept word.
struct Edit: Hashable {
  var start: Int
  var end: Int
  var from: Int
  var to: Int

  var isInsertion: Bool { start == end }

  /// The smallest edit that holds both.
  func joined(_ other: Edit) -> Edit {
    Edit(
      start: min(start, other.start), end: max(end, other.end),
      from: min(from, other.from), to: max(to, other.to))
  }
}
