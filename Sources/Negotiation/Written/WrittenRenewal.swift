internal import Drafting
internal import Git
internal import Notation

/// Writes anew only those folders of a kept draft whose paragraphs have changed, and takes the rest as it is.
struct WrittenRenewal {
  let negotiation: Negotiation
  let branches: [StandingBranch]
  let language: Language
  let writer: DraftWriter
  let shelf: WrittenShelf

  /// The draft in pieces; `nil` where more has changed than the words of some paragraphs.
  ///
  /// - Cost: follows the number of branches, and of files in the folders that have changed.
  func pieces(_ sources: inout FolderSources) throws -> [ArraySlice<UInt8>]? {
    guard let frame = shelf.frame(), try frame.order == sources.orderName() else { return nil }
    var folders: [WrittenFolder] = []
    var changed: [Int] = []
    for (index, expected) in frame.folders.enumerated() {
      guard let folder = shelf.folder(expected.name), folder.shape == expected.shape,
        folder.noteCount == frame.noteCount
      else { return nil }
      folders.append(folder)
      if try sources.name(ofFolder: expected.name) != folder.sources { changed.append(index) }
    }
    if !changed.isEmpty {
      let names = Set(changed.map { frame.folders[$0].name })
      let files = try negotiation.main.paragraphFiles(in: names)
      var proposing: [ParagraphIdentifier: [StandingChanges]] = [:]
      for branch in branches {
        let change = try negotiation.fileChanges(on: branch, within: names)
        for identifier in change.files.keys { proposing[identifier, default: []].append(change) }
      }
      for index in changed {
        guard let renewed = try renewed(folders[index], frame, index, files, proposing, &sources) else { return nil }
        folders[index] = renewed
      }
    }
    guard folders.contains(where: \.hasBrackets) == frame.hasBrackets else { return nil }
    return frame.pieces(folders)
  }

  private func renewed(
    _ folder: WrittenFolder, _ frame: WrittenFrame, _ index: Int, _ files: [ParagraphIdentifier: ObjectID],
    _ proposing: [ParagraphIdentifier: [StandingChanges]], _ sources: inout FolderSources
  ) throws -> WrittenFolder? {
    guard var records = folder.records() else { return nil }
    var items: [ConsolidatedDraft.Item] = []
    var places: [(record: Int, sources: ObjectID)] = []
    var paragraphs = ParagraphConsolidation(negotiation: negotiation)
    for (place, record) in records.enumerated() {
      let identifier = try ParagraphIdentifier(record.identifier)
      let (base, changes) = (files[identifier], proposing[identifier] ?? [])
      let name = try sources.name(of: base, changes, identifier)
      if record.sources == name { continue }
      let item = try paragraphs.item(
        Outline.Entry(identifier, record.item.kind), base: base, changes: changes)
      // The rest of the draft depends on these.
      if record.isTied || record.item.kind == .heading || !item.footnotes.isEmpty || frame.isFirst(place, of: index) {
        return nil
      }
      items.append(item)
      places.append((place, name))
    }
    let written = writer.written(items, language: language, noteCount: frame.noteCount)
    for ((place, name), item) in zip(places, written) {
      records[place] = WrittenRecord(
        identifier: records[place].identifier, sources: name, item: item, isTied: false)
    }
    let name = frame.folders[index].name
    let bytes = WrittenFolder.bytes(
      context: shelf.context, noteCount: frame.noteCount, sources: try sources.name(ofFolder: name),
      shape: folder.shape, records: records)
    shelf.keep(bytes, named: name)
    return WrittenFolder(bytes[...])
  }
}

extension WrittenFrame {
  /// Whether an item of a folder is the first of the draft.
  fileprivate func isFirst(_ item: Int, of folder: Int) -> Bool {
    for case .items(let first, let items) in blocks { return first == folder && items.first == item }
    return false
  }
}
