/// One stretch of a bracket between the signs that part it, before anybody knows whether the whole makes sense.
struct BracketSegment {
  enum Kind: Hashable {
    /// What parties would have; nobody for the current words of a group.
    case alternative([String])
    case struck
    /// What follows the closing `~~`.
    case rest
  }

  var kind: Kind

  /// The signs that begin it, as written: `[Mex:`, `/ Ven:`, `~~`.
  var lead: Range<Int>

  /// Its content as written, white space at the ends included.
  var written: Range<Int>

  var pieces = BracketPieces()
}
