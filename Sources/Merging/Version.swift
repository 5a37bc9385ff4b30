/// One delegation's text of a paragraph: an input of the merge.
package struct Version: Hashable, Sendable {
  /// The name that stands in the brackets. Opaque to the merge, but for its place in the alphabet.
  package var label: String

  /// The whole paragraph as the delegation would have it; empty where the paragraph goes.
  package var text: String

  /// The label whose proposal this version amends (that version's text is then its base); `nil` where it amends the base.
  package var amends: String?

  package init(label: String, text: String, amends: String? = nil) {
    self.label = label
    self.text = text
    self.amends = amends
  }
}
