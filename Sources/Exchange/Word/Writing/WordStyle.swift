/// The styles of this program's own for paragraphs of the body: what a reader knows a paragraph by.
package enum WordStyle: String, CaseIterable, Sendable {
  /// A line of the title block at the left: the organ.
  case organ = "Organ"
  /// A line of the title block at the right: symbol, date, original language.
  case reference = "DocumentReference"
  /// A line at the right that the title block does not have itself; no part of the text.
  case masthead = "Masthead"
  /// A paragraph with its number before a tab.
  case numbered = "NumberedParagraph"
  /// A paragraph without a printed number.
  case unnumbered = "UnnumberedParagraph"
  /// A further line of the paragraph above: a sub-paragraph, a status, an order.
  case continued = "ContinuedParagraph"
  /// `§ annex-1`, where nothing else says which section begins.
  case section = "SectionName"
  /// A note at the end that no mark belongs to.
  case remark = "Remark"
  /// A line in a table.
  case cell = "TableText"
}
