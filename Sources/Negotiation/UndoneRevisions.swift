internal import Git

/// Revisions that the chair has undone. Nothing that was circulated is forgotten: the tag gets another name, under which
/// it names no revision, and the number is free again.
extension Negotiation {
  /// The revisions that are not undone, the oldest first.
  ///
  /// - Cost: reads the commits of main since the first of them.
  func standingRevisions() throws -> [Revision] {
    let undone = try undoneDecisions()
    return try revisions().filter { !undone.contains($0.main.hex) }
  }

  /// Renames the tags of revisions that are undone: `undone/rev/2/3f2a9c1` for `rev/2`.
  ///
  /// A process that dies between the undoing and the renaming leaves the tag; the next revision, or undoing, sees to it.
  ///
  /// - Returns: the old and the new names of the tags.
  @discardableResult
  func setUndoneRevisionsAside() throws -> [(name: String, now: String)] {
    let undone = try undoneDecisions()
    var renamed: [(name: String, now: String)] = []
    for revision in try revisions() where undone.contains(revision.main.hex) {
      let name = ReferenceNames.revision(revision.name)
      guard let tag = try repository.reference(name) else { continue }
      let now = ReferenceNames.undoneRevision(revision.name, tag.short)
      let isKept = try repository.reference(now) != nil
      try repository.move(
        [ReferenceMove(name, from: tag, to: nil)] + (isKept ? [] : [ReferenceMove(now, from: nil, to: tag)]),
        message: "undo")
      renamed.append(("rev/" + revision.name, String(now.dropFirst("refs/tags/".count))))
    }
    return renamed
  }

  /// The decisions on main that are undone.
  private func undoneDecisions() throws -> Set<String> {
    let known = try revisions()
    var undone: Set<String> = []
    guard let first = known.first?.main else { return undone }
    for id in try repository.commits(from: [main.commit], hiding: [first], order: .newestFirst) {
      undone.formUnion(CommitMessage(text: try repository.commit(id).message).values(.undoes))
    }
    return undone
  }
}
