internal import Drafting
internal import Git

/// What the history keeps of an event beside its commit: the files and the places before and after.
struct EventRecord: Hashable, Sendable {
  var identifier: ParagraphIdentifier

  /// The paragraph's file before and after; `nil` where there is none.
  var oldFile: ObjectID?
  var newFile: ObjectID?

  /// The place after it (before it, where the paragraph went), and the place before where it moved.
  var place: DraftOrder.Place?
  var formerPlace: DraftOrder.Place?
}

extension EventRecord {
  /// The record in bytes; the paragraph's identifier is kept beside it.
  var bytes: [UInt8] {
    var writer = FieldWriter()
    for file in [oldFile, newFile] {
      writer.write(file == nil ? 0 : 1)
      if let file { writer.write(file) }
    }
    for place in [place, formerPlace] {
      writer.write(place == nil ? 0 : 1)
      if let place {
        writer.write(place.section.description)
        writer.write(Self.kind(place.entry.kind))
        if let number = place.entry.number {
          writer.write(number.value)
          writer.write(number.multiplicity * 2 + (number.isAlternative ? 1 : 0))
        }
      }
    }
    return writer.bytes
  }

  /// - Throws: ``FieldReader/Damage``, and `DraftingError` for a place that cannot be.
  init(_ identifier: ParagraphIdentifier, _ bytes: [UInt8]) throws {
    var reader = FieldReader(bytes)
    self.identifier = identifier
    oldFile = try reader.integer() == 0 ? nil : reader.objectID()
    newFile = try reader.integer() == 0 ? nil : reader.objectID()
    place = try Self.place(of: identifier, &reader)
    formerPlace = try Self.place(of: identifier, &reader)
  }

  private static func kind(_ kind: Outline.Kind) -> Int {
    switch kind {
    case .heading: 0
    case .numbered: 1
    case .counted: 2
    }
  }

  private static func place(
    of identifier: ParagraphIdentifier, _ reader: inout FieldReader
  ) throws -> DraftOrder.Place? {
    if try reader.integer() == 0 { return nil }
    let section = try SectionName(reader.text())
    func number() throws -> ParagraphNumber {
      let (value, rest) = (try reader.integer(), try reader.integer())
      guard value >= 1, rest >= 2 else { throw FieldReader.Damage() }
      return ParagraphNumber(value, multiplicity: rest / 2, isAlternative: rest % 2 == 1)
    }
    let kind: Outline.Kind
    switch try reader.integer() {
    case 0: kind = .heading
    case 1: kind = .numbered(try number())
    case 2: kind = .counted(try number())
    default: throw FieldReader.Damage()
    }
    return DraftOrder.Place(section: section, entry: Outline.Entry(identifier, kind))
  }
}
