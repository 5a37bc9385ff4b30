internal import Drafting
internal import Git

/// What credits that are kept follow from.
struct CreditOrigin {
  /// All of it but the branches and the events.
  var basis: [UInt8]

  /// The name of the list of all branches and where they stood. A commit's name says all that led to it: where the branches
  /// stand as they stood, nothing else has to be asked.
  var branches: ObjectID

  /// The paragraphs whose events were replayed, with what the index of the history holds of each: where branches have moved
  /// since, these tell whether anything has happened to the paragraph.
  var family: [(identifier: ParagraphIdentifier, sum: ParagraphSum)]

  func write(to writer: inout FieldWriter) {
    writer.write(basis.count)
    writer.writePlain(basis)
    writer.write(branches)
    writer.write(family.count)
    for (identifier, sum) in family {
      writer.write(identifier.description)
      writer.write(sum.count)
      writer.write(Int(bitPattern: UInt(sum.digest)))
    }
  }
}

extension CreditOrigin {
  /// - Throws: ``FieldReader/Damage``, `DraftingError`.
  init(_ reader: inout FieldReader) throws {
    basis = try reader.bytes(reader.integer())
    branches = try reader.objectID()
    let pairs = try reader.list { reader throws(FieldReader.Damage) in
      let name = try reader.text()
      let count = try reader.integer()
      return (name, ParagraphSum(count: count, digest: UInt64(UInt(bitPattern: try reader.integer()))))
    }
    family = try pairs.map { (try ParagraphIdentifier($0.0), $0.1) }
  }
}
