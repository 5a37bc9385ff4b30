package import Merging

/// Reads bracketed text in either notation, and in the looser forms of real drafts.
///
/// A bracket is attributed only if every item before its colon is a label of the table; every other bracket is a part
/// of the text, and attributed brackets inside it are read. A backslash makes the sign after it literal: `\[` `\]`
/// `\/` `\:` `\~~` `\–` `\\`, and `\DELETE` where a word of command would be the whole content; before anything else it
/// is a backslash.
package struct BracketReader: Sendable {
  package var labels: LabelTable

  package init(labels: LabelTable) { self.labels = labels }

  /// Reads one paragraph (it may have several lines).
  ///
  /// Never fails: what cannot be understood stays as literal text and is reported, with the line and column counted
  /// from the start of `text`; at most ``Diagnostic/greatestCount`` times.
  ///
  /// - Cost: linear in the length of the text; brackets more than 200 deep are kept as text.
  package func read(_ text: String) -> (text: BracketedText, diagnostics: [Diagnostic]) {
    var parser = BracketParser(text, labels: labels)
    let read = parser.read()
    let reports = parser.reports.map { ($0.place, $0.message) }
    return (read, Diagnostic.located(reports, omitted: parser.omitted, in: parser.bytes))
  }
}
