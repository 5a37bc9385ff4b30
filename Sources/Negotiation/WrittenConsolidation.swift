package import Drafting
package import Notation
internal import Git
internal import Merging

/// The consolidated draft as it is written.
package struct WrittenConsolidation {
  package var text: [UInt8]

  /// See ``Consolidation/conflicts``.
  package var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]
}

extension Negotiation {
  /// The consolidated draft, written: byte for byte what `writer` makes of ``consolidation(of:only:progress:)``.
  ///
  /// Paragraphs that were written before from the same files are not written again; they are kept in the repository's
  /// folder `amend/` (``WrittenRecords``), which may be missing, old, damaged or impossible to write.
  ///
  /// - Parameters:
  ///   - language: the language of the words of command; the draft's own for `nil`.
  ///   - program: names the program; what another program has kept is not used, since it may write otherwise.
  ///   - keeps: whether what was written is kept for the next time.
  /// - Cost: follows the number of folders that have changed since, and for the rest a copy of the words.
  package func written(
    _ writer: DraftWriter, language: Language? = nil, program: String, keeps: Bool = true,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> WrittenConsolidation {
    var settings = settings
    if let language { settings.language = language }
    let registry = try repository.entry(at: DelegationRegistry.path, in: main.tree)?.id.hex ?? ""
    let form = "\(writer.format)-\(writer.notation)-\(settings.language)"
    let file = Self.derivedName(writer, settings.language)
    let context = "\(program) \(registry) \(form) \(writer.hasLegend) \(writer.isExcerpt)"
    let known = repository.derived(file).flatMap { WrittenRecords($0) }.flatMap { $0.context == context ? $0 : nil }
    let branches = try branches()
    if let plain = try writtenPlainly(writer, settings, branches, progress) { return plain }
    if let known {
      var writing = try ConsolidationWriting(self, branches, settings, writer, known)
      if try writing.write(progress) {
        if keeps, writing.hasNews { repository.keepDerived(file, writing.fresh.bytes) }
        return WrittenConsolidation(text: writing.text, conflicts: writing.conflicts)
      }
    }
    var writing = try ConsolidationWriting(self, branches, settings, writer, WrittenRecords(context: context))
    _ = try writing.write(progress)
    if keeps { repository.keepDerived(file, writing.fresh.bytes) }
    return WrittenConsolidation(text: writing.text, conflicts: writing.conflicts)
  }

  /// The name of the file in `amend/` in which a form of the draft is kept.
  static func derivedName(_ writer: DraftWriter, _ language: Language) -> String {
    "consolidated-\(writer.format)-\(writer.notation)-\(language)"
  }

  /// The draft written without what was kept: where a branch has not followed main yet, or has a position, which is a
  /// footnote; `nil` for any other.
  private func writtenPlainly(
    _ writer: DraftWriter, _ settings: DraftSettings, _ branches: [StandingBranch], _ progress: ((Int, Int) -> Void)?
  ) throws -> WrittenConsolidation? {
    let isPlain = try branches.contains {
      try $0.isBehind(main) || repository.entry(at: Position.folder, in: $0.snapshot.tree) != nil
    }
    guard isPlain else { return nil }
    var consolidation = try consolidation(progress: progress)
    consolidation.draft.settings = settings
    let draft = consolidation.draft.annotated(with: consolidation.positions)
    return WrittenConsolidation(text: Array(writer.write(draft).utf8), conflicts: consolidation.conflicts)
  }
}

/// Writes a consolidated draft with the help of what was written before.
private struct ConsolidationWriting {
  let negotiation: Negotiation
  let branches: [StandingBranch]
  let settings: DraftSettings
  let writer: DraftWriter
  let known: WrittenRecords
  let order: ConsolidatedOrder

  /// What the next writing may use.
  private(set) var fresh: WrittenRecords
  private(set) var text: [UInt8] = []
  private(set) var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []

  /// Whether ``fresh`` says anything that ``known`` does not.
  private(set) var hasNews = false

  private var sources: FolderSources
  private var numbers: [String: Int] = [:]

  init(
    _ negotiation: Negotiation, _ branches: [StandingBranch], _ settings: DraftSettings, _ writer: DraftWriter,
    _ known: WrittenRecords
  ) throws {
    self.negotiation = negotiation
    self.branches = branches
    self.settings = settings
    self.writer = writer
    self.known = known
    sources = try FolderSources(negotiation, branches)
    order = try negotiation.consolidatedOrder(
      branches.map {
        StandingChanges(
          delegation: $0.delegation, snapshot: $0.snapshot, base: $0.base, files: [:], order: $0.order, root: $0.base)
      })
    fresh = WrittenRecords(context: known.context)
  }

  /// - Returns: false where what is known does not fit this draft: it has another number of footnotes.
  mutating func write(_ progress: ((Int, Int) -> Void)?) throws -> Bool {
    let isUnchanged = try known.folders.map { try sources.name(ofFolder: $0.name) == $0.sources }
    let entries = order.sections.flatMap(\.entries)
    let found = foundRecords(for: entries)
    var needed: Set<String> = []
    for (entry, place) in zip(entries, found) {
      if let place, isUnchanged[known.records[place].folder] { continue }
      needed.insert(entry.identifier.folder)
    }
    let changes = try needed.isEmpty ? [] : branches.map { try negotiation.changes(on: $0, within: needed) }
    let files = try needed.isEmpty ? [:] : negotiation.main.paragraphFiles(in: needed)
    var proposing: [ParagraphIdentifier: [StandingChanges]] = [:]
    for change in changes {
      for identifier in change.files.keys { proposing[identifier, default: []].append(change) }
    }
    var paragraphs = ParagraphConsolidation(negotiation: negotiation)
    var draft = ConsolidatedDraft(settings: settings)
    var plans: [[Plan]] = []
    var position = 0
    for section in order.sections {
      var plan: [Plan] = []
      var items: [ConsolidatedDraft.Item] = []
      for entry in section.entries {
        defer {
          position += 1
          progress?(position, entries.count)
        }
        if let place = found[position], isUnchanged[known.records[place].folder] {
          plan.append(.known(place))
          continue
        }
        let (base, proposals) = (files[entry.identifier], proposing[entry.identifier] ?? [])
        let name = try sources.name(of: base, proposals, entry.identifier)
        if let place = found[position], known.records[place].sources == name {
          plan.append(.known(place))
          continue
        }
        let before = paragraphs.conflicts.count
        var item = try paragraphs.item(entry, base: base, changes: proposals)
        item.placements = order.placements[entry.identifier] ?? []
        items.append(item)
        plan.append(
          .new(
            entry, sources: name, conflicts: paragraphs.conflicts[before...].map(\.code),
            isKept: item.footnotes.isEmpty && item.placements.isEmpty))
      }
      draft.sections.append(ConsolidatedDraft.Section(name: section.section, items: items))
      plans.append(plan)
    }
    var parts = writer.parts(of: draft)
    guard known.records.isEmpty || parts.noteCount == known.noteCount else { return false }
    try finish(plans, &parts)
    text = writer.joined(parts, sections: order.sections.map(\.section), settings: settings)
    return true
  }

  /// What is done about one item.
  private enum Plan {
    /// Its place among the known records.
    case known(Int)
    case new(Outline.Entry, sources: ObjectID, conflicts: [DelegationCode], isKept: Bool)
  }

  /// Puts the known items between the new ones, and notes what the next writing may use.
  private mutating func finish(_ plans: [[Plan]], _ parts: inout WrittenParts) throws {
    fresh.noteCount = parts.noteCount
    fresh.records.reserveCapacity(plans.reduce(0) { $0 + $1.count })
    let oldNumbers = try known.folders.map { try number(ofFolder: $0.name) }
    for (section, plan) in plans.enumerated() {
      var items: [WrittenItem] = []
      items.reserveCapacity(plan.count)
      var next = parts.items[section].makeIterator()
      for step in plan {
        switch step {
        case .known(let place):
          let record = known.records[place]
          items.append(record.item)
          for code in record.conflicts {
            conflicts.append((try ParagraphIdentifier(record.identifier), try DelegationCode(code)))
          }
          fresh.records.append(
            WrittenRecord(
              identifier: record.identifier, folder: oldNumbers[record.folder], sources: record.sources,
              item: record.item, conflicts: record.conflicts))
        case .new(let entry, let sources, let codes, let isKept):
          guard let item = next.next() else { continue }
          items.append(item)
          for code in codes { conflicts.append((entry.identifier, code)) }
          guard isKept else { continue }
          hasNews = true
          fresh.records.append(
            WrittenRecord(
              identifier: entry.identifier.description, folder: try number(ofFolder: entry.identifier.folder),
              sources: sources, item: item, conflicts: codes.map(\.description)))
        }
      }
      parts.items[section] = items
    }
    if !fresh.folders.elementsEqual(known.folders, by: { $0 == $1 }) || fresh.records.count != known.records.count {
      hasNews = true
    }
  }

  private mutating func number(ofFolder name: String) throws -> Int {
    if let number = numbers[name] { return number }
    fresh.folders.append((name, try sources.name(ofFolder: name)))
    numbers[name] = fresh.folders.count - 1
    return fresh.folders.count - 1
  }

  /// The place of each entry's record, where there is one for its kind and nobody would place it elsewhere.
  ///
  /// - Cost: linear; nearly always the records stand in the same order as the entries.
  private func foundRecords(for entries: [Outline.Entry]) -> [Int?] {
    var cursor = 0
    lazy var places = Dictionary(
      known.records.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      let name = entry.identifier.description
      if cursor >= known.records.count || known.records[cursor].identifier != name {
        guard !known.records.isEmpty, let place = places[name] else { return nil }
        cursor = place
      }
      let place = cursor
      cursor += 1
      let isSame = known.records[place].item.kind == entry.kind && order.placements[entry.identifier] == nil
      return isSame ? place : nil
    }
  }
}
