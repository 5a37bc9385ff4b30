internal import Drafting
internal import Git

/// Finds what commits did to paragraphs; keeps folders and orders from one commit to the next.
final class CommitScan {
  private let repository: Repository
  private let trees = TreeCache()
  private let orders: OrderCache
  private var states: [ObjectID: State] = [:]

  /// - Parameter orders: where orders are kept; one for all that look at commits of the same repository at once.
  init(_ repository: Repository, _ orders: OrderCache = OrderCache()) {
    self.repository = repository
    self.orders = orders
  }

  /// A commit as it was read, and what it did.
  struct Found: Hashable, Sendable {
    var commit: CommitRecord
    var events: [EventRecord]
  }

  /// What a commit did to each paragraph, against its first parent, in the order of the draft.
  ///
  /// A merge did only what none of its parents had: what a branch takes over from main is told on main.
  ///
  /// - Cost: reads the folders that differ.
  func found(in walked: WalkedCommit) throws -> Found {
    let message = CommitMessage(text: walked.commit.message)
    return Found(commit: CommitRecord(walked.commit, message), events: try events(of: walked, message))
  }

  private func events(of walked: WalkedCommit, _ message: CommitMessage) throws -> [EventRecord] {
    let commit = walked.commit
    let now = try state(commit.id, commit.tree)
    let parents = try zip(commit.parents, walked.parentTrees).map { try state($0, $1) }
    let before = parents.first
    let isReordered = before == nil || before?.outline != now.outline
    var files: [ParagraphIdentifier: (old: ObjectID?, new: ObjectID?)] = [:]
    for difference in try repository.differences(between: before?.paragraphs, and: now.paragraphs, trees) {
      guard let identifier = ParagraphIdentifier(path: "paragraphs/" + difference.path) else { continue }
      files[identifier] = (difference.old, difference.new)
    }
    let spoken = try positionsRewritten(by: message, from: walked.parentTrees.first, to: commit.tree)
    let met = try isReordered ? ordersMet(by: message, from: before, to: now, following: commit.parents.last) : []
    let answered = message.identifiersAnswered
    let named = paragraphsNamed(by: message, changesNothing: walked.parentTrees.first == commit.tree).union(spoken)
    var moved = isReordered ? try before.map { try orders.moves(from: order(of: $0), to: order(of: now)) } ?? [] : []
    for other in parents.dropFirst() where !moved.isEmpty {
      moved.formIntersection(try orders.moves(from: order(of: other), to: order(of: now)))
    }
    if let before, let told = paragraphsMoved(by: message), !moved.isEmpty {
      moved = try orders.moves(named: told, of: moved, from: order(of: before), to: order(of: now))
    }
    var events: [EventRecord] = []
    for identifier in named.union(met).union(answered).union(moved).union(files.keys) {
      let present = try files[identifier] == nil ? file(of: identifier, in: now) : nil
      var (old, new) = files[identifier] ?? (present, present)
      let isTakenOver = try parents.dropFirst().contains { try file(of: identifier, in: $0) == new }
      let isMoved = moved.contains(identifier)
      let isSpoken = spoken.contains(identifier) || met.contains(identifier) || answered.contains(identifier)
      if isTakenOver {
        guard isSpoken else { continue }
        // The words are the chair's, who tells what became of them.
        old = new
      }
      // What the chair decided is told once, on main; that a branch took it over is no event of its own.
      if message.action == .follow, !isMoved, !isSpoken,
        try !saysOther(new, than: old, beside: parents.last, identifier, commit)
      {
        continue
      }
      let place = try order(of: now).places[identifier] ?? (isSpoken ? chairsPlace(of: identifier, parents) : nil)
      let formerPlace = try isReordered ? before.flatMap { try order(of: $0).places[identifier] } : place
      events.append(
        EventRecord(
          identifier: identifier, oldFile: old, newFile: new, place: place ?? formerPlace,
          formerPlace: isMoved ? formerPlace : nil))
    }
    if events.count < 2 { return events }
    let positions = try order(of: now).positions
    return events.sorted {
      (positions[$0.identifier] ?? .max, $0.identifier) < (positions[$1.identifier] ?? .max, $1.identifier)
    }
  }

  /// A rejection, its undoing and a position change no words; the commit names the paragraph.
  private func paragraphsNamed(by message: CommitMessage, changesNothing: Bool) -> Set<ParagraphIdentifier> {
    switch message.action {
    case .reject, .reserve, .oppose, .withdraw: break
    case .undo where changesNothing: break
    default: return []
    }
    return Set(message.legibleIdentifiers)
  }

  /// The paragraphs on which a delegation's position reads otherwise since its branch followed new numbers.
  private func positionsRewritten(
    by message: CommitMessage, from before: ObjectID?, to now: ObjectID
  ) throws -> Set<ParagraphIdentifier> {
    guard message.action == .follow, let before else { return [] }
    return Set(
      try message.identifiersRewritten.filter {
        let path = Position.path(of: $0)
        return try repository.object(at: path, in: before, trees) != repository.object(at: path, in: now, trees)
      })
  }

  /// Where the chair has a paragraph that a branch which follows does not have.
  private func chairsPlace(of identifier: ParagraphIdentifier, _ parents: [State]) throws -> DraftOrder.Place? {
    try parents.dropFirst().last.flatMap { try order(of: $0).places[identifier] }
  }

  /// The paragraphs that a delegation would place elsewhere no more since the chair's decision on another one put them there:
  /// main tells of that one alone.
  private func ordersMet(
    by message: CommitMessage, from before: State?, to now: State, following decision: ObjectID?
  ) throws -> Set<ParagraphIdentifier> {
    guard message.action == .follow, let before, let decision else { return [] }
    let satisfied = message.identifiersSatisfied
    if satisfied.isEmpty { return [] }
    let wanted = try order(of: before).order.moved.subtracting(order(of: now).order.moved).intersection(satisfied)
    if wanted.isEmpty { return [] }
    return wanted.subtracting(CommitMessage(text: try repository.commit(decision).message).legibleIdentifiers)
  }

  /// What a delegation would place elsewhere, or no more, and what the chair places, is what the commit names; `nil` where
  /// that does not tell.
  private func paragraphsMoved(by message: CommitMessage) -> Set<ParagraphIdentifier>? {
    switch message.action {
    case .propose, .support, .withdraw, .place, .adopt, .undo: break
    default: return nil
    }
    let told = Set(message.legibleIdentifiers)
    return told.isEmpty ? nil : told
  }

  /// The parts of a commit's tree that say what stands where.
  private struct State {
    var commit: ObjectID
    var tree: ObjectID
    var paragraphs: ObjectID?
    var outline: ObjectID?
  }

  /// Nearly every tree is asked for twice, as a commit's own and as that of a parent.
  private func state(_ commit: ObjectID, _ tree: ObjectID) throws -> State {
    if let known = states[tree] { return known }
    let state = State(
      commit: commit, tree: tree, paragraphs: try repository.object(at: "paragraphs", in: tree, trees),
      outline: try repository.object(at: "outline", in: tree, trees))
    if states.count >= 1024 { states = [:] }
    states[tree] = state
    return state
  }

  private func file(of identifier: ParagraphIdentifier, in state: State) throws -> ObjectID? {
    guard let paragraphs = state.paragraphs else { return nil }
    return try repository.object(at: "\(identifier.folder)/\(identifier)", in: paragraphs, trees)
  }

  private func order(of state: State) throws -> OrderCache.Order {
    let settings = try repository.object(at: DraftSettings.path, in: state.tree, trees)
    return try orders.order(of: [settings, state.outline]) {
      try Snapshot(self.repository, commit: state.commit, tree: state.tree).order()
    }
  }

  /// Whether a branch that followed says something else than before, beside what the chair has.
  private func saysOther(
    _ new: ObjectID?, than old: ObjectID?, beside chair: State?, _ identifier: ParagraphIdentifier, _ commit: Commit
  ) throws -> Bool {
    func paragraph(_ file: ObjectID?) throws -> Paragraph? {
      try file.map { try repository.paragraph($0, path: identifier.path, commit: commit.id) }
    }
    guard let now = try paragraph(new) else { return old != nil }
    return try now.says(otherThan: paragraph(old)) {
      try paragraph(chair.flatMap { try file(of: identifier, in: $0) })
    }
  }
}
