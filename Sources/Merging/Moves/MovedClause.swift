/// A clause that stands elsewhere in the same paragraph for somebody: struck in one bracket, put in by another.
///
/// What is written stays two brackets, which say all; this value lets a writer say in addition that they belong
/// together.
package struct MovedClause: Hashable, Sendable {
  /// Who moves it: those who strike it there and put it in here, in alphabetical order.
  package var labels: [String]

  /// The words as they are put in, without punctuation at their two ends.
  package var words: String

  /// The bracket that strikes the words, by its place in the order of ``BracketedText/forEachBracket(_:)``.
  package var origin: Int

  /// The bracket that puts them in, by its place in the same order.
  package var target: Int

  package init(labels: [String], words: String, origin: Int, target: Int) {
    self.labels = labels
    self.words = words
    self.origin = origin
    self.target = target
  }
}
