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

  /// The references of the chair's text that the last numbering listed as certain and did not rewrite, and that read so
  /// still.
  ///
  /// - Cost: reads main's commits back to that one, and the chair's text of then and of now.
  func referencesStillFalse() throws -> [CrossReference] {
    var found: [CrossReference] = []
    try eachStandingDecision { commit, message in
      guard message.action == .renumber, let parent = commit.parents.first else { return true }
      let names = Set(message.values(.left))
      if names.isEmpty { return false }
      let rewriting = try KnownRewritings().rewriting(by: commit.id, repository)
      let before = try Snapshot(repository, commit: parent)
      for place in try main.order().places {
        let identifier = place.entry.identifier
        let references = try rewriting.references(in: identifier).filter { $0.isCertain && names.contains($0.name) }
        guard !references.isEmpty, let then = try before.paragraph(identifier)?.passages,
          let now = try main.paragraph(identifier)?.passages
        else { continue }
        for var reference in references {
          let text = then.first { $0.passage == reference.passage }?.text
          guard now.first(where: { $0.passage == reference.passage })?.text == text else { continue }
          (reference.wasLeft, reference.readsAsThen) = (true, true)
          found.append(reference)
        }
      }
      return false
    }
    return found
  }
}
