internal import Drafting
internal import Git

/// An undo reverses the last decision that was not undone, and leaves the draft as it was before it.
struct UndoCheck: RepositoryCheck {
  /// The decisions that are not undone, with the trees before them; the last one last.
  private var decisions: [(commit: ObjectID, treeBefore: ObjectID)] = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard case .main = commit.line, let action = commit.message.action, let parent = commit.parent else { return [] }
    if action.isDecision { decisions.append((commit.id, parent.tree)) }
    guard action == .undo else { return [] }
    guard let last = decisions.popLast() else { return [commit.finding(.decision, "there was no decision to undo")] }
    guard commit.message.first(.undoes) == last.commit.hex else {
      return [commit.finding(.trailers, "its trailer 'Undoes' does not name the last decision, \(last.commit.short)")]
    }
    return commit.stored.tree == last.treeBefore
      ? [] : [commit.finding(.decision, "the draft is not as it was before the decision \(last.commit.short)")]
  }
}
