package import Drafting
internal import Git

extension Negotiation {
  /// Where every paragraph comes from: who contributed, what was done and why, in which revision.
  ///
  /// - Parameters:
  ///   - only: the paragraphs wanted; all for `nil`.
  ///   - since: only what happened after that revision, and the paragraphs that it concerns.
  ///   - language: of the delegations' names.
  /// - Cost: reads the index of the history; the orders of the draft where paragraphs were moved.
  package func sources(
    of only: Set<ParagraphIdentifier>? = nil, since: Revision? = nil, in language: Language = .english
  ) throws -> SourcesTable {
    let reference = try since ?? revisions().last { $0.main != main.commit }
    let first = try firstOrder()
    var collecting = SourcesCollecting(
      language: language, oldOrder: try reference.map { try Snapshot(repository, commit: $0.main).order() } ?? first,
      imported: Set(first.places.map(\.entry.identifier)))
    let names = try revisions().map(\.name)
    let old = Set(names.prefix(since.flatMap { names.firstIndex(of: $0.name) }.map { $0 + 1 } ?? 0))
    let record = try importsInOrder(record())
    for var act in record {
      if act.action == .follow { act.identifiers = act.message.identifiersRewritten }
      guard act.parents.count < 2 || act.action == .follow, !act.identifiers.isEmpty else { continue }
      if act.isPlacement, let identifier = act.identifiers.first, let delegation = act.deed.delegation {
        let chairs = try repository.chairsCommit(followedAt: act.deed.commit, by: delegation.signatureEmail)
        act.landing = try Snapshot(repository, commit: act.deed.commit).order().landing(of: identifier)?
          .printed(as: Snapshot(repository, commit: chairs).order())
      }
      let movements = try movements(by: act)
      if act.action == .place, let (from, to) = movements.values.first, from.address == to.address {
        act.landing = try Snapshot(repository, commit: act.deed.commit).order().landing(of: to.entry.identifier)
      }
      collecting.add(act, movements: movements)
    }
    let changes = try allStandingChanges()
    let restructured = RecordSummary(record).restructured
    for identifier in restructured { collecting.add(try family(of: identifier), of: identifier) }
    for change in changes {
      for identifier in restructured {
        let origins = try proposalOrigins(of: identifier, in: change)
        collecting.inherit(identifier, from: record.filter { origins.contains($0.deed.commit) }, on: restructured)
      }
    }
    for act in record where act.undone == nil {
      for identifier in act.identifiers where restructured.contains(identifier) {
        let taken = record.filter { other in act.adopted.contains { other.deed.commit.hex.hasPrefix($0.commit) } }
        collecting.inherit(identifier, from: taken, on: restructured)
      }
    }
    let standing = Set(changes.flatMap(\.files.keys))
    let onMain = Set(try main.order().places.map(\.entry.identifier))
    var rows: [ParagraphSource] = []
    var seen: Set<ParagraphIdentifier> = []
    for section in try consolidatedOrder(changes).sections {
      for entry in section.entries where seen.insert(entry.identifier).inserted {
        let identifier = entry.identifier
        let isOnlyProposed = !onMain.contains(identifier)
        guard !isOnlyProposed || standing.contains(identifier) else { continue }
        let place = DraftOrder.Place(section: section.section, entry: entry)
        rows.append(collecting.row(identifier, place, isOnlyProposed: isOnlyProposed, but: old))
      }
    }
    for identifier in collecting.known.sorted() where seen.insert(identifier).inserted {
      rows.append(collecting.row(identifier, nil, isOnlyProposed: false, but: old))
    }
    rows.removeAll { row in
      only.map { !$0.contains(row.identifier) } ?? (since != nil && row.acts.isEmpty)
        || (row.acts.isEmpty && row.place?.entry.number == nil)
    }
    return SourcesTable(rows: rows, reference: reference?.name, registry: registry)
  }

  /// The order of the draft when the negotiation began.
  private func firstOrder() throws -> DraftOrder {
    var commit = main.commit
    if let first = try repository.commits(from: [main.commit], order: .oldestFirst, limit: 1).first { commit = first }
    return try Snapshot(repository, commit: commit).order()
  }

  /// The record with what the imports amend, and those that amend another's proposal behind it.
  private func importsInOrder(_ record: [RecordedAct]) throws -> [RecordedAct] {
    let imports = try record.prefix { $0.action == .importing }.map { act in
      var act = act
      act.amends = try amendments(by: act)
      return act
    }
    return imports.filter(\.amends.isEmpty) + imports.filter { !$0.amends.isEmpty } + record.dropFirst(imports.count)
  }

  /// Whose proposals the import of a delegation's brackets amends.
  ///
  /// - Cost: reads its paragraphs.
  private func amendments(by act: RecordedAct) throws -> [ParagraphIdentifier: DelegationCode] {
    let state = try Snapshot(repository, commit: act.deed.commit)
    let amended = try act.identifiers.map { ($0, try state.paragraph($0)?.amended?.code) }
    return Dictionary(
      amended.compactMap { pair in pair.1.map { (pair.0, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The paragraphs that a decision moved, with their places before and after.
  private func movements(by act: RecordedAct) throws -> [ParagraphIdentifier: (DraftOrder.Place, DraftOrder.Place)] {
    guard act.deed.delegation == nil, let parent = act.parents.first,
      act.action == .place || act.action == .adopt
    else { return [:] }
    let (before, after) = (
      try Snapshot(repository, commit: parent), try Snapshot(repository, commit: act.deed.commit)
    )
    guard
      try repository.entry(at: "outline", in: before.tree)?.id != repository.entry(at: "outline", in: after.tree)?.id
    else { return [:] }
    let (old, new) = (try before.order(), try after.order())
    var found: [ParagraphIdentifier: (DraftOrder.Place, DraftOrder.Place)] = [:]
    for identifier in act.identifiers {
      guard let from = old.place(of: identifier), let to = new.place(of: identifier) else { continue }
      if act.action == .place
        || new.changes(since: old, naming: Set(act.identifiers)).movedParagraphs.contains(identifier)
      {
        found[identifier] = (from, to)
      }
    }
    return found
  }
}
