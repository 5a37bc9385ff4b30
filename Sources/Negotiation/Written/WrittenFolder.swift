internal import Drafting
internal import Git
internal import Notation

/// An item that was written before, with all that decided how.
struct WrittenRecord {
  let identifier: String

  /// The name of the list of files that its words come from.
  let sources: ObjectID
  let item: WrittenItem

  /// Whether it is the same only as long as the rest of the draft is: it has footnotes, which are numbered through, or
  /// a proposed place.
  let isTied: Bool
}

/// The items of one folder of paragraphs as they were written, in the order of the draft: one file beside the repository,
/// so that a change rewrites only the file of its folder.
struct WrittenFolder {
  /// What decides about all items: the program, the form, the draft's settings, the delegations' labels.
  let context: String

  /// The number of footnotes of the whole draft.
  let noteCount: Int

  /// The name of the list of all trees that the words come from (``FolderSources``).
  let sources: ObjectID

  /// The name of all that the rest of the draft depends on (``shape(of:)``).
  let shape: ObjectID

  let hasBrackets: Bool
  let count: Int

  /// Where each item's words end, four bytes each.
  private let ends: ArraySlice<UInt8>

  /// The items, each with the empty line behind it.
  private let words: ArraySlice<UInt8>

  /// What ``records()`` takes apart.
  private let list: ArraySlice<UInt8>

  /// Reads what ``bytes(context:noteCount:sources:shape:records:)`` made; `nil` for anything else.
  ///
  /// - Cost: none that follows the number of items; the words stay where they are.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = RecordReader(bytes)
    guard let context = reader.text(), let noteCount = reader.number(), let sources = reader.name(),
      let shape = reader.name(), let brackets = reader.number(), let count = reader.number(),
      let ends = reader.bytes(), let words = reader.bytes(), let list = reader.bytes(), reader.isAtEnd,
      ends.count == 4 * count
    else { return nil }
    self.context = context
    self.noteCount = noteCount
    self.sources = sources
    self.shape = shape
    hasBrackets = brackets == 1
    self.count = count
    self.ends = ends
    self.words = words
    self.list = list
  }

  static func bytes(
    context: String, noteCount: Int, sources: ObjectID, shape: ObjectID, records: [WrittenRecord]
  ) -> [UInt8] {
    var (output, ends, list) = (RecordOutput(), RecordOutput(), RecordOutput())
    var size = 0
    for record in records {
      size += record.item.bytes.count + Self.gap.count
      ends.append(size)
      list.append(record.identifier.utf8)
      list.append(record.sources)
      list.append(record.item.kind)
      list.append((record.item.hasBrackets ? 1 : 0) + (record.isTied ? 2 : 0))
    }
    output.bytes.reserveCapacity(size + ends.bytes.count + list.bytes.count + context.utf8.count + 80)
    output.append(context.utf8)
    output.append(noteCount)
    output.append(sources)
    output.append(shape)
    output.append(records.contains { $0.item.hasBrackets } ? 1 : 0)
    output.append(records.count)
    output.append(ends.bytes)
    output.append(size)
    for record in records {
      output.bytes += record.item.bytes
      output.bytes += Self.gap
    }
    output.append(list.bytes)
    return output.bytes
  }

  /// What stands between two items.
  static let gap = Array("\n\n".utf8)

  /// The written words of some items one after the other; `nil` where the file says what cannot be.
  ///
  /// - Cost: none; the words stay where they are.
  func words(of items: Range<Int>) -> ArraySlice<UInt8>? {
    guard let last = items.last, let start = items.first == 0 ? 0 : end(of: items.lowerBound - 1),
      let end = end(of: last),
      start + Self.gap.count <= end, end <= words.count
    else { return nil }
    return words[(words.startIndex + start)..<(words.startIndex + end - Self.gap.count)]
  }

  private func end(of item: Int) -> Int? {
    guard (0..<count).contains(item) else { return nil }
    var reader = RecordReader(ends[(ends.startIndex + 4 * item)...])
    return reader.number()
  }

  /// All items; `nil` where the file says what cannot be.
  func records() -> [WrittenRecord]? {
    var reader = RecordReader(list)
    var records: [WrittenRecord] = []
    records.reserveCapacity(count)
    for index in 0..<count {
      guard let identifier = reader.text(), let sources = reader.name(), let kind = reader.kind(),
        let flags = reader.number(), let words = words(of: index..<(index + 1))
      else { return nil }
      records.append(
        WrittenRecord(
          identifier: identifier, sources: sources,
          item: WrittenItem(kind: kind, hasBrackets: flags & 1 == 1, bytes: words), isTied: flags & 2 == 2))
    }
    return reader.isAtEnd ? records : nil
  }

  /// What the rest of the draft depends on: which items there are, the words of headings and of the draft's first item (by
  /// both a section can be known), and the files that tied items come from, their footnotes among them.
  ///
  /// - Parameter first: the draft's first item.
  static func shape(of records: [WrittenRecord], first: String?) -> [UInt8] {
    var output = RecordOutput()
    for record in records {
      output.append(record.identifier.utf8)
      output.append(record.item.kind)
      if record.isTied || record.item.kind == .heading || record.identifier == first {
        output.append(record.item.bytes)
      }
      if record.isTied { output.append(record.sources) }
    }
    return output.bytes
  }
}
