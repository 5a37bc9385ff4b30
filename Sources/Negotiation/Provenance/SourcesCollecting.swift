internal import Drafting
internal import Git

/// Sorts the record by paragraph.
struct SourcesCollecting {
  /// The paragraphs of the draft as it was when the negotiation began.
  private let imported: Set<ParagraphIdentifier>
  private let oldPlaces: [ParagraphIdentifier: DraftOrder.Place]
  private var acts: [ParagraphIdentifier: [RecordedAct]] = [:]
  private var origins: [ParagraphIdentifier: [String]] = [:]

  /// What was done about paragraphs before they became part of another.
  private var inherited: [ParagraphIdentifier: [RecordedAct]] = [:]

  /// What was done about words of a paragraph while they stood in another, as its row tells it.
  private var told: [ParagraphIdentifier: [RecordedAct]] = [:]

  /// What was done on a paragraph to words that are another's now.
  private var foreign: [ParagraphIdentifier: Set<ObjectID>] = [:]

  /// The place of each act in the record.
  private var places: [ObjectID: Int] = [:]

  /// Of the delegations' names.
  private let language: Language

  init(language: Language, oldOrder: DraftOrder, imported: Set<ParagraphIdentifier>) {
    (self.language, self.imported) = (language, imported)
    oldPlaces = Dictionary(oldOrder.places.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every paragraph that is known to have stood or to have been proposed.
  var known: Set<ParagraphIdentifier> { Set(acts.keys).union(oldPlaces.keys) }

  mutating func add(
    _ act: RecordedAct, movements: [ParagraphIdentifier: (DraftOrder.Place, DraftOrder.Place)]
  ) {
    places[act.deed.commit] = places.count
    defer { for identifier in act.identifiers { acts[identifier, default: []].append(act.about(identifier)) } }
    guard act.undone == nil else { return }
    for (identifier, (from, to)) in movements {
      let phrase = from.address == to.address ? "Moved within \(from.section)" : "Moved from \(from.address)"
      origins[identifier, default: []].append("\(phrase), \(act.deed.day)")
    }
    guard act.identifiers.count == 2, act.addresses.count == 2 else { return }
    switch act.action {
    case .split:
      origins[act.identifiers[1], default: []].append("Split from \(act.addresses[0]), \(act.deed.day)")
      origins[act.identifiers[0], default: []].append("Its end is now \(act.addresses[1]), \(act.deed.day)")
    case .join:
      origins[act.identifiers[0], default: []].append("Joined with \(act.addresses[1]), \(act.deed.day)")
      origins[act.identifiers[1], default: []].append("Joined into \(act.addresses[0]), \(act.deed.day)")
    default: break
    }
  }

  /// Credits a paragraph with what was done to its words in its family, and tells it; what was done on it to words that are
  /// another's now is told there. Once all acts are known.
  mutating func add(_ family: ParagraphFamily, of identifier: ParagraphIdentifier) {
    for other in family.paragraphs where other != identifier {
      let held = (acts[other] ?? []).filter { family.holds($0.deed.commit, on: other) }
      inherited[identifier, default: []] += held
      tell(identifier, held, on: [other])
    }
    foreign[identifier] = Set((acts[identifier] ?? []).map(\.deed.commit).filter { !family.holds($0, on: identifier) })
  }

  /// Credits a paragraph with words that were asked for while they stood in another, which is one of some.
  mutating func inherit(
    _ identifier: ParagraphIdentifier, from acts: [RecordedAct], on paragraphs: Set<ParagraphIdentifier>
  ) {
    let own = Set(own(identifier).map(\.deed.commit))
    let others = acts.filter { !own.contains($0.deed.commit) }
    inherited[identifier, default: []] += others
    tell(identifier, others, on: paragraphs)
  }

  /// What was done on a paragraph to words of its own.
  private func own(_ identifier: ParagraphIdentifier) -> [RecordedAct] {
    (acts[identifier] ?? []).filter { !(foreign[identifier]?.contains($0.deed.commit) ?? false) }
  }

  /// Tells acts on other paragraphs in the row of one that has their words now, each once.
  private mutating func tell(
    _ identifier: ParagraphIdentifier, _ others: [RecordedAct], on paragraphs: Set<ParagraphIdentifier>
  ) {
    var known = Set((own(identifier) + (told[identifier] ?? [])).map(\.deed.commit))
    for var act in others where known.insert(act.deed.commit).inserted {
      let other = act.identifiers.first { paragraphs.contains($0) }
      act.elsewhere = act.elsewhere ?? other.flatMap { act.address(of: $0) }
      told[identifier, default: []].append(act)
    }
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
      origin.insert("New, of \(delegation.name(in: language)), \(first.deed.day)", at: 0)
    }
    let contributors = Self.contributors(inOrder((inherited[identifier] ?? []) + own(identifier)))
    let shown = inOrder((told[identifier] ?? []) + own(identifier)).filter {
      $0.revision.map { !old.contains($0) } ?? true
    }
    var revisions: [String] = []
    for act in shown { if let name = act.revision, !revisions.contains(name) { revisions.append(name) } }
    return ParagraphSource(
      identifier: identifier, place: place, isOnlyProposed: isOnlyProposed, before: oldPlaces[identifier],
      lastAddress: acts.last { $0.address(of: identifier) != nil }?.address(of: identifier), contributors: contributors,
      origin: origin, acts: shown, revisions: revisions)
  }

  private func inOrder(_ acts: [RecordedAct]) -> [RecordedAct] {
    acts.sorted { places[$0.deed.commit] ?? .max < places[$1.deed.commit] ?? .max }
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
      case (.propose, let delegation?), (.importing, let delegation?):
        credit(delegation, act.on == nil ? .proposed : .amended)
      case (.support, let delegation?): credit(delegation, .supported)
      default: break
      }
    }
    // A wrong clock may tell a decision before what it took.
    for act in acts where act.action == .adopt && act.undone == nil {
      for taken in act.adopted {
        if let known = parts[taken.code] { credit(known.delegation, .adopted) }
      }
    }
    return parts.values.sorted { $0.delegation.code < $1.delegation.code }
  }
}

extension RecordedAct {
  /// Whether it may bring in a paragraph, and does not only speak about one.
  fileprivate var brings: Bool { (action == .propose || action == .importing) && on == nil }
}
