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
func edits(
  from base: Wording, to version: Wording, _ lexicon: inout Lexicon, _ memory: inout AlignmentMemory
) -> [Edit] {
  if base.words == version.words && base.gaps == version.gaps { return [] }
  let kept = Alignment.align(base, version, lexicon, &memory)
  var hunks = Hunks(base: base, version: version, traits: lexicon.traits)
  hunks.collect(kept)
  hunks.slide()
  return widened(hunks.edits, base: base, version: version, &lexicon)
}
