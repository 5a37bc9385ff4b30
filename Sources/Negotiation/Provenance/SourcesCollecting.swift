package import Drafting
internal import Git

extension Negotiation {
  /// Where every paragraph comes from: who contributed, what was done and why, in which revision.
  ///
  /// - Parameters:
  ///   - only: the paragraphs wanted; all for `nil`.
  ///   - since: only what happened after that revision, and the paragraphs that it concerns.
  /// - Cost: reads the index of the history; the orders of the draft where paragraphs were moved.
  package func sources(
    of only: Set<ParagraphIdentifier>? = nil, since: Revision? = nil
  ) throws -> SourcesTable {
    let reference = try since ?? revisions().last { $0.main != main.commit }
    let first = try firstOrder()
    var collecting = SourcesCollecting(
      oldOrder: try reference.map { try Snapshot(repository, commit: $0.main).order() } ?? first,
      imported: Set(first.places.map(\.entry.identifier)))
    let names = try revisions().map(\.name)
    let old = Set(names.prefix(since.flatMap { names.firstIndex(of: $0.name) }.map { $0 + 1 } ?? 0))
    let record = try record()
    for var act in record {
      if act.action == .follow { act.identifiers = act.message.identifiersRewritten }
      guard act.parents.count < 2 || act.action == .follow, !act.identifiers.isEmpty else { continue }
      if act.isPlacement, let identifier = act.identifiers.first {
        act.landing = try Snapshot(repository, commit: act.deed.commit).order().landing(of: identifier)
      }
      collecting.add(act, movements: try movements(by: act))
    }
    let changes = try allStandingChanges()
    let restructured = RecordSummary(record).restructured
    for change in changes {
      for identifier in restructured {
        let origins = try proposalOrigins(of: identifier, in: change)
        collecting.inherit(identifier, from: record.filter { origins.contains($0.deed.commit) })
      }
    }
    for act in record where act.undone == nil {
      for identifier in act.identifiers where restructured.contains(identifier) {
        let taken = record.filter { other in act.adopted.contains { other.deed.commit.hex.hasPrefix($0.commit) } }
        collecting.inherit(identifier, from: taken)
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

/// Sorts the record by paragraph.
private struct SourcesCollecting {
  /// The paragraphs of the draft as it was when the negotiation began.
  private let imported: Set<ParagraphIdentifier>
  private let oldPlaces: [ParagraphIdentifier: DraftOrder.Place]
  private var acts: [ParagraphIdentifier: [RecordedAct]] = [:]
  private var origins: [ParagraphIdentifier: [String]] = [:]

  /// What was done about paragraphs before they became part of another.
  private var inherited: [ParagraphIdentifier: [RecordedAct]] = [:]

  init(oldOrder: DraftOrder, imported: Set<ParagraphIdentifier>) {
    self.imported = imported
    oldPlaces = Dictionary(oldOrder.places.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every paragraph that is known to have stood or to have been proposed.
  var known: Set<ParagraphIdentifier> { Set(acts.keys).union(oldPlaces.keys) }

  mutating func add(
    _ act: RecordedAct, movements: [ParagraphIdentifier: (DraftOrder.Place, DraftOrder.Place)]
  ) {
    defer { for identifier in act.identifiers { acts[identifier, default: []].append(act.about(identifier)) } }
    guard act.undone == nil else { return }
    for (identifier, (from, to)) in movements {
      let phrase = from.address == to.address ? "Moved within \(from.section)" : "Moved from \(from.address)"
      origins[identifier, default: []].append("\(phrase), \(act.deed.day)")
    }
    guard act.identifiers.count == 2, act.addresses.count == 2 else { return }
    switch act.action {
    case .split:
      inherit(act.identifiers[1], from: act.identifiers[0])
      origins[act.identifiers[1], default: []].append("Split from \(act.addresses[0]), \(act.deed.day)")
      origins[act.identifiers[0], default: []].append("Its end is now \(act.addresses[1]), \(act.deed.day)")
    case .join:
      inherit(act.identifiers[0], from: act.identifiers[1])
      origins[act.identifiers[0], default: []].append("Joined with \(act.addresses[1]), \(act.deed.day)")
      origins[act.identifiers[1], default: []].append("Joined into \(act.addresses[0]), \(act.deed.day)")
    default: break
    }
  }

  private mutating func inherit(_ identifier: ParagraphIdentifier, from other: ParagraphIdentifier) {
    inherited[identifier, default: []] += (inherited[other] ?? []) + (acts[other] ?? [])
  }

  /// Credits a paragraph with words that were asked for while they stood in another.
  mutating func inherit(_ identifier: ParagraphIdentifier, from acts: [RecordedAct]) {
    let own = Set((self.acts[identifier] ?? []).map(\.deed.commit))
    inherited[identifier, default: []] += acts.filter { !own.contains($0.deed.commit) }
  }

  /// - Parameter old: the revisions whose acts are left out.
  func row(
    _ identifier: ParagraphIdentifier, _ place: DraftOrder.Place?, isOnlyProposed: Bool, but old: Set<String>
  ) -> ParagraphSource {
    let acts = self.acts[identifier] ?? []
    var origin = origins[identifier] ?? []
    if imported.contains(identifier) {
      origin.insert("Imported draft", at: 0)
    } else if let first = acts.first(where: { $0.deed.delegation != nil && $0.brings }), identifier.prefix != "p",
      let delegation = first.deed.delegation
    {
      origin.insert("New, of \(delegation.names.first ?? delegation.label), \(first.deed.day)", at: 0)
    }
    let contributors = Self.contributors((inherited[identifier] ?? []) + acts)
    let shown = acts.filter { $0.revision.map { !old.contains($0) } ?? true }
    var revisions: [String] = []
    for act in shown { if let name = act.revision, !revisions.contains(name) { revisions.append(name) } }
    return ParagraphSource(
      identifier: identifier, place: place, isOnlyProposed: isOnlyProposed, before: oldPlaces[identifier],
      lastAddress: acts.last { $0.address(of: identifier) != nil }?.address(of: identifier), contributors: contributors,
      origin: origin, acts: shown, revisions: revisions)
  }

  private static func contributors(_ acts: [RecordedAct]) -> [ParagraphSource.Contributor] {
    var parts: [DelegationCode: ParagraphSource.Contributor] = [:]
    func credit(_ delegation: Delegation, _ part: ParagraphSource.Contributor.Part) {
      if parts[delegation.code].map({ $0.part < part }) ?? true {
        parts[delegation.code] = .init(delegation: delegation, part: part)
      }
    }
    for act in acts {
      switch (act.action, act.deed.delegation) {
      case (.propose, let delegation?), (.importing, let delegation?): credit(delegation, .proposed)
      case (.support, let delegation?): credit(delegation, .supported)
      case (.adopt, nil) where act.undone == nil:
        for taken in act.adopted {
          if let known = parts[taken.code] { credit(known.delegation, .adopted) }
        }
      default: break
      }
    }
    return parts.values.sorted { $0.delegation.code < $1.delegation.code }
  }
}

extension RecordedAct {
  /// Whether it may bring in a paragraph, and does not only speak about one.
  fileprivate var brings: Bool { action == .propose || action == .importing }
}
