internal import Drafting
internal import Git

extension CrossReference {
  /// How a commit names a reference that it leaves to a person: `p0042 paragraphs 4 to 6`.
  var name: String { "\(identifier) \(phrase)" }
}

extension Snapshot {
  /// The references that were listed when the paragraphs were numbered, and not rewritten, by their ``CrossReference/name``.
  ///
  /// - Cost: reads the messages of main's commits up to here.
  func referencesLeft() throws -> Set<String> {
    var (undone, found) = (Set<String>(), Set<String>())
    for id in try repository.commits(from: [commit], order: .newestFirst) {
      let message = CommitMessage(text: try repository.commit(id).message)
      undone.formUnion(message.values(.undoes))
      if !undone.contains(id.hex) { found.formUnion(message.values(.left)) }
    }
    return found
  }
}
