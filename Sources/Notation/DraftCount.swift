internal import Drafting
internal import Merging

/// The numbers that people count where none is printed.
enum DraftCount {
  /// The number of a paragraph behind the one of `number`: the next one; `bis` for a paragraph that the base does not have,
  /// so that the base's own keep their numbers.
  static func next(after number: ParagraphNumber?, body: BracketedText) -> ParagraphNumber {
    guard let number else { return ParagraphNumber(1) }
    let isNew = !body.isEmpty && body.reading(of: nil).isEmpty
    return isNew ? number.followingBis : ParagraphNumber(number.value + 1)
  }
}
