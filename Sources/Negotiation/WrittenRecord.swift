internal import Drafting
internal import Git
internal import Notation

/// An item that was written before, with all that decided how.
struct WrittenRecord {
  let identifier: String

  /// The number of the folder of its file (``WrittenRecords/folders``).
  let folder: Int

  /// The name of the list of files that its words come from.
  let sources: ObjectID
  let item: WrittenItem

  /// The delegations whose words the chair has changed meanwhile.
  let conflicts: [String]
}

/// What a consolidated draft was written from and how: kept beside the repository, so that the next one writes only what
/// has changed.
///
/// Nothing in it is believed that cannot be compared: records are used only where the hashes of the same files lead to
/// them.
struct WrittenRecords {
  /// What decides about all items: the program, the notation, the language, the delegations' labels, the number of
  /// footnotes.
  var context: String

  var noteCount = 0

  /// The folders of paragraphs, each with the name of the list of all trees that its paragraphs come from.
  var folders: [(name: String, sources: ObjectID)] = []

  /// In the order of the draft.
  var records: [WrittenRecord] = []

  init(context: String) { self.context = context }

  /// Reads what ``bytes`` made; `nil` for anything else.
  ///
  /// - Cost: some tens of nanoseconds a record; their words stay where they are.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = RecordReader(bytes)
    guard let context = reader.text(), let noteCount = reader.number(), let folderCount = reader.number() else {
      return nil
    }
    self.context = context
    self.noteCount = noteCount
    for _ in 0..<folderCount {
      guard let name = reader.text(), let sources = reader.name() else { return nil }
      folders.append((name, sources))
    }
    guard let count = reader.number(), count <= bytes.count else { return nil }
    records.reserveCapacity(count)
    for _ in 0..<count {
      guard let identifier = reader.text(), let folder = reader.number(), folder < folderCount,
        let sources = reader.name(), let kind = reader.kind(), let flags = reader.number(),
        let conflictCount = reader.number()
      else { return nil }
      var conflicts: [String] = []
      for _ in 0..<conflictCount {
        guard let code = reader.text() else { return nil }
        conflicts.append(code)
      }
      guard let words = reader.bytes() else { return nil }
      records.append(
        WrittenRecord(
          identifier: identifier, folder: folder, sources: sources,
          item: WrittenItem(kind: kind, hasBrackets: flags == 1, bytes: words), conflicts: conflicts))
    }
    guard reader.isAtEnd else { return nil }
  }

  var bytes: [UInt8] {
    var output = RecordOutput()
    output.bytes.reserveCapacity(records.reduce(10_000) { $0 + $1.item.bytes.count + 80 })
    output.append(context.utf8)
    output.append(noteCount)
    output.append(folders.count)
    for folder in folders {
      output.append(folder.name.utf8)
      output.bytes += folder.sources.bytes
    }
    output.append(records.count)
    for record in records {
      output.append(record.identifier.utf8)
      output.append(record.folder)
      output.bytes += record.sources.bytes
      output.append(record.item.kind)
      output.append(record.item.hasBrackets ? 1 : 0)
      output.append(record.conflicts.count)
      for code in record.conflicts { output.append(code.utf8) }
      output.append(record.item.bytes)
    }
    return output.bytes
  }
}

/// Puts numbers (four bytes), texts and lists one after the other.
struct RecordOutput {
  var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    let word = UInt32(truncatingIfNeeded: number)
    bytes.append(UInt8(truncatingIfNeeded: word))
    bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    bytes.append(UInt8(truncatingIfNeeded: word >> 16))
    bytes.append(UInt8(truncatingIfNeeded: word >> 24))
  }

  mutating func append(_ text: some Collection<UInt8>) {
    append(text.count)
    bytes.append(contentsOf: text)
  }

  /// - Parameter id: zeros for none.
  mutating func append(_ id: ObjectID?) {
    if let id { bytes += id.bytes } else { bytes += repeatElement(0, count: ObjectID.byteCount) }
  }

  mutating func append(_ kind: Outline.Kind) {
    switch kind {
    case .heading: append(0)
    case .numbered(let number): append(1, number)
    case .counted(let number): append(2, number)
    }
  }

  private mutating func append(_ tag: Int, _ number: ParagraphNumber) {
    append(tag)
    append(number.value)
    append(number.multiplicity)
    append(number.isAlternative ? 1 : 0)
  }
}

/// Takes apart what ``RecordOutput`` put together; `nil` wherever the bytes are too few.
private struct RecordReader {
  private let all: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    all = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == all.endIndex }

  mutating func number() -> Int? {
    guard all.endIndex - place >= 4 else { return nil }
    defer { place += 4 }
    return Int(all[place]) | Int(all[place + 1]) << 8 | Int(all[place + 2]) << 16 | Int(all[place + 3]) << 24
  }

  mutating func bytes() -> ArraySlice<UInt8>? {
    guard let count = number(), all.endIndex - place >= count else { return nil }
    defer { place += count }
    return all[place..<(place + count)]
  }

  mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }

  mutating func name() -> ObjectID? {
    guard all.endIndex - place >= ObjectID.byteCount else { return nil }
    defer { place += ObjectID.byteCount }
    return ObjectID(all[place..<(place + ObjectID.byteCount)])
  }

  mutating func kind() -> Outline.Kind? {
    guard let tag = number() else { return nil }
    if tag == 0 { return .heading }
    guard let value = number(), let multiplicity = number(), let isAlternative = number() else { return nil }
    let number = ParagraphNumber(value, multiplicity: multiplicity, isAlternative: isAlternative == 1)
    return tag == 1 ? .numbered(number) : .counted(number)
  }
}
