internal import Drafting
internal import Git

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
struct RecordReader {
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
