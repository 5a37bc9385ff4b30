internal import Drafting
internal import Git

/// The paragraphs that a branch says it has moved are those that it did move: each stands elsewhere than in main's order,
/// came in with a commit that names it, and goes when it is taken back or when the others explain the order without it.
struct MovedCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard commit.isReordered, case .branch(let code, let position) = commit.line, let line = history.branches[code]
    else { return [] }
    let order = try commit.order()
    let isMerge = commit.stored.parents.count > 1
    let old = isMerge ? nil : try commit.oldOrder()
    let before = old?.moved ?? []
    if order.moved.isEmpty, before.isEmpty { return [] }
    let repository = history.repository
    let base = try history.objects.order(of: Snapshot(repository, commit: history.main[line.bases[position]]))
    func findings(_ identifiers: Set<ParagraphIdentifier>, _ message: String) -> [Finding] {
      identifiers.sorted().map { commit.finding(.outline, path: MovedParagraphsFile.path, "\($0) \(message)") }
    }
    let standing = order.namedMoves(since: base)
    var found = findings(order.moved.subtracting(standing), "is said to be moved, and is not")
    let nowhere = order.anchors.filter { _, anchor in
      switch anchor {
      case .start(let section): !order.outlines.contains { $0.section.description == section }
      case .paragraph(let before): order.place(of: before) == nil
      }
    }
    found += findings(Set(nowhere.keys), "is to stand where there is nothing")
    // What a branch says after it has followed main is checked with all else of that.
    if isMerge { return found }
    let named = Set(commit.named())
    found += findings(standing.subtracting(before).subtracting(named), "is said to be moved, and no trailer names it")
    let turned = order.anchors.filter { identifier, anchor in
      guard !named.contains(identifier), before.contains(identifier), old?.anchors[identifier] != anchor else {
        return false
      }
      // What it was to stand behind may have been deleted.
      if case .paragraph(let gone) = old?.anchors[identifier] { return order.place(of: gone) != nil }
      return true
    }
    found += findings(Set(turned.keys), "is to stand elsewhere than before, and no trailer names it")
    if [.propose, .support].contains(commit.message.action) {
      let misplaced = named.filter { identifier in
        guard case .paragraph(let anchor) = order.anchors[identifier], old?.anchors[identifier] != .paragraph(anchor)
        else { return false }
        return order.lasting(order.predecessor(of: identifier), since: base) != .paragraph(anchor)
      }
      found += findings(misplaced, "is said to stand where it does not")
    }
    var whole = order
    whole.moved.formUnion(before.subtracting(named))
    let latest = commit.named().first { order.moved.contains($0) }
    // What is moved now is looked at first, and then what all of them explain, as the branch was written.
    whole.moved = whole.namedMoves(since: base, latest: latest)
    let missing = whole.namedMoves(since: base).subtracting(order.moved)
    return found + findings(missing, "stands moved, and is no longer said to be")
  }
}
