internal import Drafting
internal import Merging

extension Paragraph {
  /// The paragraph on a new base, with the notes of both: marks are counted again where two notes had one number.
  func carried(from old: Paragraph?, to new: Paragraph?) -> (paragraph: Paragraph, outcome: Carried.Outcome) {
    var notes = FootnoteNumbering(new?.footnotes ?? [])
    let (ownText, oldText) = (notes.renumbered(self), old.map { notes.renumbered($0) } ?? "")
    let result = Merging.carried(ownText, from: oldText, to: new?.text ?? "")
    var paragraph = self
    paragraph.text = result.text
    paragraph.footnotes = notes.marked(in: [result.text])
    return (paragraph, result.outcome)
  }
}
