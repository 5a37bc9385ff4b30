internal import Drafting
internal import Notation

/// The items of one folder that were written before, looked for in the order of the draft.
struct KnownRecords {
  /// Whether none of the folder's files has changed since.
  let isUnchanged: Bool
  let noteCount: Int
  let records: [WrittenRecord]
  private var cursor = 0
  private lazy var places = Dictionary(
    records.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })

  init(isUnchanged: Bool, noteCount: Int, records: [WrittenRecord]) {
    self.isUnchanged = isUnchanged
    self.noteCount = noteCount
    self.records = records
  }

  /// The record of an entry, where there is one of its kind that does not depend on the rest of the draft.
  ///
  /// - Cost: nearly always none: the records stand in the same order as the entries.
  mutating func next(_ entry: Outline.Entry) -> WrittenRecord? {
    let name = entry.identifier.description
    if cursor >= records.count || records[cursor].identifier != name {
      guard let place = places[name] else { return nil }
      cursor = place
    }
    let record = records[cursor]
    cursor += 1
    return record.item.kind == entry.kind && !record.isTied ? record : nil
  }
}
