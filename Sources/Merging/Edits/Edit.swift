/// One hunk: the words `start..<end` of the base give way to the words `from..<to` of the version.
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

/// What turns one text into another: a function of the two texts alone.
///
/// Aligned, slid to the borders where a person would put them, widened until no pair of brackets or quotation marks is
/// torn and until a bracket round each edit reads back exactly.
///
/// - Parameter alignment: lent, for its memory.
func edits(
  from origin: Origin, to version: Wording, _ lexicon: Lexicon, _ alignment: inout Alignment
) -> [Edit] {
  if origin.text.words == version.words && origin.text.gaps == version.gaps { return [] }
  alignment.align(origin, version, lexicon.traits)
  var hunks = Hunks(base: origin.text, version: version, traits: lexicon.traits)
  hunks.collect(alignment.kept)
  hunks.slide()
  return widened(hunks.edits, origin, version: version, lexicon)
}
