internal import Drafting
internal import Git
internal import Notation

/// Writes a whole consolidated draft, with the help of the items that were written before, and keeps it.
struct ConsolidationWriting {
  let negotiation: Negotiation
  let branches: [StandingBranch]
  let settings: DraftSettings
  let writer: DraftWriter
  let order: ConsolidatedOrder
  private let shelf: WrittenShelf
  private var sources: FolderSources
  private var known: [String: KnownRecords] = [:]

  /// The folders in the order in which the draft comes to them.
  private let folders: [String]

  /// - Parameter isNew: uses nothing that was kept.
  init(
    _ negotiation: Negotiation, _ branches: [StandingBranch], _ settings: DraftSettings, _ writer: DraftWriter,
    _ shelf: WrittenShelf, _ sources: FolderSources, isNew: Bool
  ) throws {
    self.negotiation = negotiation
    self.branches = branches
    self.settings = settings
    self.writer = writer
    self.shelf = shelf
    self.sources = sources
    order = try negotiation.consolidatedOrder(
      branches.map {
        StandingChanges(
          delegation: $0.delegation, snapshot: $0.snapshot, base: $0.base, files: [:], order: try $0.order(),
          root: $0.base)
      })
    var folders: [String] = []
    var seen: Set<String> = []
    for entry in order.sections.flatMap(\.entries) where seen.insert(entry.identifier.folder).inserted {
      folders.append(entry.identifier.folder)
    }
    self.folders = folders
    guard !isNew else { return }
    for name in folders {
      if let folder = shelf.folder(name), let records = folder.records() {
        known[name] = KnownRecords(
          isUnchanged: try self.sources.name(ofFolder: name) == folder.sources, noteCount: folder.noteCount,
          records: records)
      }
    }
  }

  /// What is done about one item.
  private enum Plan {
    case known(WrittenRecord)
    case new(Outline.Entry, sources: ObjectID)
  }

  /// The draft in pieces; `nil` where what is known does not fit this draft: it has another number of footnotes.
  mutating func pieces(_ progress: ((Int, Int) -> Void)?) throws -> [ArraySlice<UInt8>]? {
    let entries = order.sections.flatMap(\.entries)
    let found = entries.map { entry in
      order.placements[entry.identifier] == nil ? known[entry.identifier.folder]?.next(entry) : nil
    }
    var needed: Set<String> = []
    for (entry, record) in zip(entries, found) {
      if record != nil, known[entry.identifier.folder]?.isUnchanged == true { continue }
      needed.insert(entry.identifier.folder)
    }
    let changes = try needed.isEmpty ? [] : branches.map { try negotiation.fileChanges(on: $0, within: needed) }
    let files = try needed.isEmpty ? [:] : negotiation.main.paragraphFiles(in: needed)
    var proposing: [ParagraphIdentifier: [StandingChanges]] = [:]
    for change in changes {
      for identifier in change.files.keys { proposing[identifier, default: []].append(change) }
    }
    var paragraphs = ParagraphConsolidation(negotiation: negotiation)
    var draft = ConsolidatedDraft(
      settings: settings, sections: order.sections.map { ConsolidatedDraft.Section(name: $0.section, items: []) })
    var plans: [[Plan]] = []
    var questions: [ParagraphConsolidation.Question] = []
    var sections: [Int] = []
    var position = 0
    for (number, section) in order.sections.enumerated() {
      var plan: [Plan] = []
      for entry in section.entries {
        defer { position += 1 }
        let record = found[position]
        if let record, known[entry.identifier.folder]?.isUnchanged == true {
          plan.append(.known(record))
          continue
        }
        let (base, proposals) = (files[entry.identifier], proposing[entry.identifier] ?? [])
        let name = try sources.name(of: base, proposals, entry.identifier)
        if let record, record.sources == name {
          plan.append(.known(record))
          continue
        }
        questions.append((entry, base, proposals))
        sections.append(number)
        plan.append(.new(entry, sources: name))
      }
      plans.append(plan)
    }
    var done = 0
    try paragraphs.items(of: questions) { item in
      var item = item
      item.placements = item.identifier.flatMap { order.placements[$0] } ?? []
      draft.sections[sections[done]].items.append(item)
      done += 1
      progress?(entries.count - questions.count + done, entries.count)
    }
    let tied = draft.sections.map { $0.items.map { !$0.footnotes.isEmpty || !$0.placements.isEmpty } }
    var parts = writer.parts(of: draft)
    guard known.values.allSatisfy({ $0.noteCount == parts.noteCount }) else { return nil }
    return try finish(plans, &parts, tied)
  }

  /// Puts the known items between the new ones, and keeps all.
  ///
  /// - Parameter tied: whether each new item depends on the rest of the draft.
  private func finish(_ plans: [[Plan]], _ parts: inout WrittenParts, _ tied: [[Bool]]) throws -> [ArraySlice<UInt8>]? {
    var sources = sources
    var records = Dictionary(uniqueKeysWithValues: folders.map { ($0, [WrittenRecord]()) })
    for (section, plan) in plans.enumerated() {
      var items: [WrittenItem] = []
      items.reserveCapacity(plan.count)
      var next = zip(parts.items[section], tied[section]).makeIterator()
      for (step, entry) in zip(plan, order.sections[section].entries) {
        let record: WrittenRecord
        switch step {
        case .known(let old): record = old
        case .new(let entry, let name):
          guard let (item, isTied) = next.next() else { return nil }
          record = WrittenRecord(
            identifier: entry.identifier.description, sources: name, item: item, isTied: isTied)
        }
        items.append(record.item)
        records[entry.identifier.folder]?.append(record)
      }
      parts.items[section] = items
    }
    let first = order.sections.lazy.flatMap(\.entries).first?.identifier.description
    var files: [WrittenFolder] = []
    var shapes: [(name: String, shape: ObjectID)] = []
    for name in folders {
      let list = records[name] ?? []
      let shape = try negotiation.repository.name(of: WrittenFolder.shape(of: list, first: first))
      let bytes = WrittenFolder.bytes(
        context: shelf.context, noteCount: parts.noteCount, sources: try sources.name(ofFolder: name), shape: shape,
        records: list)
      shelf.keep(bytes, named: name)
      guard let file = WrittenFolder(bytes[...]) else { return nil }
      files.append(file)
      shapes.append((name, shape))
    }
    let frame = WrittenFrame(
      context: shelf.context, noteCount: parts.noteCount, order: try sources.orderName(),
      hasBrackets: files.contains(where: \.hasBrackets), folders: shapes, blocks: blocks(parts))
    shelf.keep(frame)
    return frame.pieces(files)
  }

  /// The parts of the draft, with stretches of items of one folder.
  private func blocks(_ parts: WrittenParts) -> [WrittenFrame.Block] {
    let numbers = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
    var next = Array(repeating: 0, count: folders.count)
    var blocks: [WrittenFrame.Block] = []
    for block in writer.blocks(of: parts, sections: order.sections.map(\.section), settings: settings) {
      switch block {
      case .words(let words): blocks.append(.words(words[...]))
      case .item(let section, let index):
        let identifier = order.sections[section].entries[index].identifier
        guard let folder = numbers[identifier.folder] else { continue }
        let item = next[folder]
        next[folder] += 1
        if case .items(folder, let items)? = blocks.last {
          blocks[blocks.count - 1] = .items(folder: folder, items.lowerBound..<(item + 1))
        } else {
          blocks.append(.items(folder: folder, item..<(item + 1)))
        }
      }
    }
    return blocks
  }
}
