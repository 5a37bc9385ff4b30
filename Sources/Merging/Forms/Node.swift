/// A piece of the tree before it is written: words that stand, or a bracket.
///
/// A node holds no arrays: what is inside it stands in the pools of a ``Forest``.
struct Node {
  /// The words of the scope's text that it covers; in a bracket, those struck.
  var start: Int
  var end: Int

  /// What each side would have, among ``Forest/choices``; none where the words simply stand.
  var choices = Stretch.none

  /// The struck words among ``Forest/nodes``, where there are brackets inside them.
  var struck = Stretch.none

  /// The white space written before it.
  var before = Gap.none

  /// Its place among the brackets of a run (``Rehearsal``).
  var number: Int32 = 0

  var isBracket: Bool { !choices.isEmpty }
  var words: Range<Int> { start..<end }
}

/// One side of a bracket.
struct Choice {
  let words: Words

  /// The parties that want just these words.
  var parties = Chain()

  /// The words with the brackets of those who would amend them, among ``Forest/nodes``, in the text of ``words``; none
  /// where nobody would.
  var amended = Stretch.none
  var amenders = Chain()
}

/// Some elements of an array that follow one another.
struct Stretch {
  let start: Int32
  let end: Int32

  init(_ range: Range<Int>) {
    (start, end) = (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
  }

  static var none: Stretch { Stretch(0..<0) }
  var isEmpty: Bool { start == end }
  var count: Int { Int(end - start) }
  var range: Range<Int> { Int(start)..<Int(end) }
}
