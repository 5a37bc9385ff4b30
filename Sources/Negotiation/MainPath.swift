internal import Drafting
internal import Git
internal import Merging

/// The chair's decisions one after the other, as branches follow them; each is read once.
struct MainPath {
  private let repository: Repository
  private var steps: [ObjectID: Step] = [:]
  private var places: [ObjectID: Int] = [:]
  private var folders: [ObjectID: (end: ObjectID, names: Set<String>?)] = [:]

  /// One commit on main.
  struct Step {
    let snapshot: Snapshot
    let parent: Snapshot
    let message: CommitMessage
    /// The paragraphs whose file changed, before and after.
    let files: [ParagraphIdentifier: (old: ObjectID?, new: ObjectID?)]
    let order: DraftOrder
    /// The order before; the same where no paragraph came, went or moved.
    let oldOrder: DraftOrder
    /// What it does to references, where it rewrites them.
    let rewriting: ReferenceRewriting?
    /// The paragraphs that it places elsewhere.
    let placed: Set<ParagraphIdentifier>
  }

  init(_ repository: Repository) { self.repository = repository }

  mutating func step(_ commit: ObjectID) throws -> Step {
    if let known = steps[commit] { return known }
    let stored = try repository.commit(commit)
    guard let parent = stored.parents.first else {
      throw NegotiationError(.damaged, "the commit \(commit.short) of main has nothing before it")
    }
    let (now, before) = (try Snapshot(repository, commit: commit), try Snapshot(repository, commit: parent))
    var files: [ParagraphIdentifier: (old: ObjectID?, new: ObjectID?)] = [:]
    var isReordered = false
    for difference in try repository.differences(between: before.tree, and: now.tree) {
      if let identifier = ParagraphIdentifier(path: difference.path) {
        files[identifier] = (difference.old, difference.new)
      } else if difference.path.hasPrefix("outline/") {
        isReordered = true
      }
    }
    let order = try now.order()
    let message = CommitMessage(text: stored.message)
    let oldOrder = isReordered ? try before.order() : order
    let moves = try isReordered ? order.changes(since: oldOrder, naming: Set(message.identifiers())) : .init()
    let step = Step(
      snapshot: now, parent: before, message: message, files: files, order: order,
      oldOrder: oldOrder,
      rewriting: message.first(.references) == nil ? nil : try ReferenceRewriting(by: now, after: before),
      placed: Set(moves.movedParagraphs))
    steps[commit] = step
    return step
  }

  /// The place of each commit of main, counted from its first, at least up to `end`.
  ///
  /// - Cost: reads each commit once.
  mutating func places(upTo end: ObjectID) throws -> [ObjectID: Int] {
    var unknown: [ObjectID] = []
    var next: ObjectID? = end
    while let commit = next, places[commit] == nil {
      unknown.append(commit)
      next = try repository.commit(commit).parents.first
    }
    var place = next.flatMap { places[$0] }.map { $0 + 1 } ?? 0
    for commit in unknown.reversed() {
      places[commit] = place
      place += 1
    }
    return places
  }

  /// The folders of the paragraphs that decisions after `base`, up to `end`, changed or name; `nil` for all, where one
  /// rewrites references.
  mutating func folders(after base: ObjectID, to end: ObjectID) throws -> Set<String>? {
    if let known = folders[base], known.end == end { return known.names }
    var names: Set<String> = []
    for commit in try commits(after: base, to: end) {
      let step = try step(commit)
      if step.rewriting != nil {
        folders[base] = (end, nil)
        return nil
      }
      names.formUnion(step.files.keys.map(\.folder))
      names.formUnion(try step.message.identifiers().map(\.folder))
    }
    folders[base] = (end, names)
    return names
  }

  /// The commits of main after `base`, up to `end`, oldest first.
  func commits(after base: ObjectID, to end: ObjectID) throws -> [ObjectID] {
    base == end ? [] : try repository.commits(from: [end], hiding: [base], order: .oldestFirst)
  }
}
