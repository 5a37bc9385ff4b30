internal import Drafting
internal import Git

extension CrossReference {
  /// How a commit names a reference that it leaves to a person: `p0042 paragraphs 4 to 6`.
  var name: String { "\(identifier) \(phrase)" }
}

extension Negotiation {
  /// The references that were listed when the paragraphs were numbered, and not rewritten, by their ``CrossReference/name``.
  ///
  /// - Cost: reads the messages of main's commits.
  func referencesLeft() throws -> Set<String> {
    var found: Set<String> = []
    try eachStandingDecision { _, message in
      found.formUnion(message.values(.left))
      return true
    }
    return found
  }
}
