internal import Drafting
internal import Git
internal import Merging
internal import SQLite

extension Negotiation {
  /// The name of the file in `amend/` that the index is kept in.
  static let searchIndexName = "search"

  /// The index of all wordings, up to date: the one that was kept, with what came since.
  ///
  /// - Parameters:
  ///   - program: names the program; what another has kept is not used.
  ///   - keeps: whether it is kept for the next time.
  /// - Cost: follows the commits that came since.
  func searchIndex(program: String, keeps: Bool = true) throws -> SearchIndex {
    let lines = try searchedLines()
    if let known = try knownSearchIndex(program: program), try known.lines().isSubset(of: lines.map(\.name)) {
      let memory = SearchMemory()
      let isWhole = try known.database.transaction {
        try lines.allSatisfy { try extend(known, $0.name, to: $0.tip, memory) }
      }
      if isWhole {
        // A long index is not written again for each act; what is missing is read again each time until it counts.
        let threshold = try known.count / 64
        if keeps, known.added > 0, known.added >= threshold || threshold < 256 { try keep(known) }
        return known
      }
    }
    let fresh = try freshSearchIndex(program: program)
    if keeps { try keep(fresh) }
    return fresh
  }

  /// The index that was kept, as it was kept; `nil` where none is whole.
  func knownSearchIndex(program: String) throws -> SearchIndex? {
    repository.derived(Self.searchIndexName).flatMap { SearchIndex(image: $0, program: program) }
  }

  /// The index made from nothing.
  func freshSearchIndex(program: String) throws -> SearchIndex {
    let index = try SearchIndex(program: program)
    let memory = SearchMemory()
    try index.database.transaction {
      for line in try searchedLines() { _ = try extend(index, line.name, to: line.tip, memory) }
    }
    return index
  }

  private func keep(_ index: SearchIndex) throws {
    repository.keepDerived(Self.searchIndexName, try index.image)
  }

  private func searchedLines() throws -> [(name: String, tip: ObjectID)] {
    [("main", main.commit)] + (try delegationTips().map { ($0.delegation.code.description, $0.tip) })
  }

  /// Reads what came to a line since.
  ///
  /// - Returns: false where the line does not go on from what was read: somebody rewrote it.
  private func extend(
    _ index: SearchIndex, _ line: String, to tip: ObjectID, _ memory: SearchMemory
  ) throws -> Bool {
    let known = try index.reach(of: line)
    if known?.tip == tip { return true }
    var commits: [Commit] = []
    var next: ObjectID? = tip
    var base = known?.base
    while let id = next, id != known?.tip {
      if line != "main", try index.isDecision(id) {
        if known != nil { return false }
        base = id
        break
      }
      let commit = try repository.commit(id)
      commits.append(commit)
      next = commit.parents.first
      if next == nil, known != nil { return false }
    }
    var reach = SearchIndex.Reach(tip: tip, base: base, position: known?.position ?? 0)
    for commit in commits.reversed() {
      let former = reach.base
      if line == "main" {
        try index.noteDecision(commit.id)
      } else if commit.parents.count > 1, try index.isDecision(commit.parents[1]) {
        reach.base = commit.parents[1]
      }
      for wording in try wordings(of: commit, on: line, index, reach, memory, standingOn: former) {
        try index.add(wording)
      }
      reach.position += 1
    }
    try index.setReach(of: line, reach)
    return true
  }

  /// What a commit left of each paragraph that it changed, where that is not what was there before; or where it stands as
  /// before beside other words of the chair's, so that others of its words are the delegation's own.
  ///
  /// - Parameter former: the state of main that the branch stood on before.
  private func wordings(
    of commit: Commit, on line: String, _ index: SearchIndex, _ reach: SearchIndex.Reach, _ memory: SearchMemory,
    standingOn former: ObjectID?
  ) throws -> [IndexedWording] {
    let parent = try commit.parents.first.map { try repository.commit($0) }
    let differences = try repository.differences(between: parent?.tree, and: commit.tree, memory.trees) {
      $0 == "paragraphs" || $0.hasPrefix("paragraphs/")
    }
    let message = CommitMessage(text: commit.message)
    var identifiers = differences.compactMap { ParagraphIdentifier(path: $0.path) }
    if commit.parents.count > 1 {
      // The chair's text may come to say what a branch says, and then its file does not change.
      let known = Set(identifiers)
      identifiers += message.outcomes.map(\.identifier).filter { !known.contains($0) }
    }
    if line != "main", let former, let now = reach.base, former != now {
      let known = Set(identifiers)
      identifiers += try repository.differences(
        between: repository.commit(former).tree, and: repository.commit(now).tree, memory.trees
      ) { $0 == "paragraphs" || $0.hasPrefix("paragraphs/") }.compactMap { ParagraphIdentifier(path: $0.path) }
        .filter { try !known.contains($0) && index.last(on: line, of: $0.description)?.stands == true }
    }
    if identifiers.isEmpty { return [] }
    let snapshot = Snapshot(repository, commit: commit.id, tree: commit.tree)
    let base = try reach.base.map { try Snapshot(repository, commit: $0) }
    func file(_ identifier: ParagraphIdentifier, in snapshot: Snapshot) throws -> ObjectID? {
      try repository.object(at: identifier.path, in: snapshot.tree, memory.trees)
    }
    func paragraph(_ identifier: ParagraphIdentifier, in snapshot: Snapshot) throws -> Paragraph? {
      try file(identifier, in: snapshot).map {
        try repository.paragraph($0, path: identifier.path, commit: snapshot.commit)
      }
    }
    var addresses = Dictionary(
      zip(message.values(.identifier), message.values(.paragraph)), uniquingKeysWith: { first, _ in first })
    return try identifiers.compactMap { identifier -> IndexedWording? in
      let name = identifier.description
      let own = try paragraph(identifier, in: snapshot)
      let text = own?.textWithNotes
      let stands = try base.map { try file(identifier, in: $0) != file(identifier, in: snapshot) } ?? true
      let last = try index.last(on: line, of: name)
      let amended = own?.amended?.code.description
      let isAsBefore = last.map { $0.text == text && $0.stands == stands && $0.amended == amended } ?? false
      if isAsBefore, !stands || line == "main" || commit.parents.count < 2 { return nil }
      let chair = try base.flatMap { try paragraph(identifier, in: $0) }?.textWithNotes ?? ""
      let ownWords = line == "main" ? [] : text.map { brought(in: $0, to: chair) } ?? []
      if isAsBefore, last?.brought == ownWords { return nil }
      if addresses[name] == nil {
        let before = text == nil ? parent.map { Snapshot(repository, commit: $0.id, tree: $0.tree) } : nil
        let order = try memory.orders.order(of: before ?? snapshot, in: repository, memory.trees)
        addresses[name] = order.places[identifier]?.address
      }
      return IndexedWording(
        line: line, position: reach.position, paragraph: name, commit: commit.id, time: Int(commit.committer.seconds),
        offsetMinutes: commit.committer.offsetMinutes, address: addresses[name] ?? "@\(name)",
        action: message.action?.rawValue, on: message.first(.on), amended: amended, isMerge: commit.parents.count > 1,
        stands: stands,
        outcome: (isAsBefore ? .unchanged : message.outcome(of: identifier))?.rawValue, text: text,
        brought: ownWords)
    }
  }
}

/// Folders and orders that consecutive commits share.
private struct SearchMemory {
  let trees = TreeCache()
  let orders = OrderCache()
}

/// The numbers of the words that a text has and another has not.
func brought(in text: String, to base: String) -> [Range<Int>] {
  var inserted: [Range<Int>] = []
  var offset = 0
  for change in wordChanges(from: base, to: text) where change.kind != .deleted {
    let end = offset + change.text.utf8.count
    if change.kind == .inserted { inserted.append(offset..<end) }
    offset = end
  }
  var found: [Range<Int>] = []
  for (number, word) in SearchWord.words(of: text).enumerated()
  where inserted.contains(where: { $0.overlaps(word.range) }) {
    if let last = found.last, last.upperBound == number {
      found[found.count - 1] = last.lowerBound..<(number + 1)
    } else {
      found.append(number..<(number + 1))
    }
  }
  return found
}
