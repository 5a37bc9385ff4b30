internal import Drafting
internal import Git

/// A commit as the checks look at it: what it says, and what it changed against the commit before it.
final class VerifiedCommit {
  let stored: Commit
  let message: CommitMessage
  let line: Line

  /// The commit before it on its line; for a kept draft, the state of main that it was made from.
  let parent: Commit?

  /// The changed files, in the order of their paths.
  let differences: [FileDifference]

  /// The paragraphs among them.
  let files: [ParagraphIdentifier: FileDifference]

  private let objects: VerifiedObjects

  enum Line: Equatable {
    /// The commit's place on main.
    case main(Int)
    /// The delegation's branch, and the commit's position on it.
    case branch(DelegationCode, Int)
    case kept
    /// What no part of a negotiation reaches.
    case other

    var isBranch: Bool { if case .branch = self { true } else { false } }
  }

  var id: ObjectID { stored.id }

  init(_ objects: VerifiedObjects, _ id: ObjectID, _ line: Line) throws {
    self.objects = objects
    self.line = line
    let repository = objects.repository
    stored = try repository.commit(id)
    message = CommitMessage(text: stored.message)
    parent = try stored.parents.first.map { try repository.commit($0) }
    differences = try repository.differences(between: parent?.tree, and: stored.tree, objects.trees)
    var files: [ParagraphIdentifier: FileDifference] = [:]
    for difference in differences {
      if let identifier = ParagraphIdentifier(path: difference.path) { files[identifier] = difference }
    }
    self.files = files
  }

  /// Whether an outline changed.
  var isReordered: Bool { differences.contains { $0.path.hasPrefix("outline/") } }

  /// Whether a paragraph came or went, or an outline or the list of sections changed.
  var isRestructured: Bool {
    parent == nil || isReordered || differences.contains { $0.path == DraftSettings.path }
      || files.values.contains { $0.old == nil || $0.new == nil }
  }

  func snapshot() -> Snapshot { Snapshot(objects.repository, commit: id, tree: stored.tree) }

  /// The order of the draft after the commit.
  func order() throws -> DraftOrder { try objects.order(of: snapshot()) }

  /// The order before it; empty for a first commit.
  func oldOrder() throws -> DraftOrder {
    if !isReordered { return try order() }
    guard let parent else { return DraftOrder([]) }
    return try objects.order(of: Snapshot(objects.repository, commit: parent.id, tree: parent.tree))
  }

  /// A paragraph before and after the commit.
  func paragraphs(_ file: FileDifference) throws -> (old: Paragraph?, new: Paragraph?) {
    let read = { (id: ObjectID?) in
      try id.map { try self.objects.repository.paragraph($0, path: file.path, commit: self.id) }
    }
    return (try read(file.old), try read(file.new))
  }

  /// The paragraphs that the trailers name.
  func named() -> [ParagraphIdentifier] {
    message.legibleIdentifiers
  }

  /// A finding about this commit.
  func finding(_ code: Finding.Code, path: String? = nil, _ message: String) -> Finding {
    Finding(code, commit: id, path: path, message)
  }
}
