internal import Drafting
internal import Git

extension Negotiation {
  /// The table of a paragraph's credits: as it was kept, where that still holds, and else worked out like
  /// ``blame(_:isConsolidated:program:)``.
  ///
  /// - Parameters:
  ///   - program: names the program that writes it.
  ///   - write: makes the table out of the credits; it must depend on nothing but them and `form`.
  /// - Cost: where it was kept and no branch has moved since, reads the references and one file.
  package func writtenBlame(
    _ place: DraftOrder.Place, isConsolidated: Bool = false, form: BlameForm, program: String,
    _ write: BlameForm.Writer
  ) throws -> String {
    let identifier = place.entry.identifier
    let isConsolidated = try isConsolidated || main.file(of: identifier) == nil
    let shelf = try BlameShelf(self, identifier, isConsolidated: isConsolidated, program: program)
    if let kept = try shelf.keptTable(), kept.form == form { return kept.text }
    let (blame, origin) = try self.blame(place, isConsolidated: isConsolidated, shelf)
    let table = write(blame, form)
    if let origin { shelf.keep(KeptTable(origin: origin, form: form, text: table)) }
    return table
  }
}

/// A table of credits that is kept.
struct KeptTable {
  var origin: CreditOrigin
  var form: BlameForm
  var text: String
}

extension KeptTable {
  var bytes: [UInt8] {
    var writer = FieldWriter()
    origin.write(to: &writer)
    writer.write(form.language.rawValue)
    writer.write(form.isBold ? 1 : 0)
    writer.write(text)
    return writer.bytes
  }

  /// - Throws: ``FieldReader/Damage``, `DraftingError`.
  init(_ bytes: [UInt8]) throws {
    var reader = FieldReader(bytes)
    origin = try CreditOrigin(&reader)
    guard let language = Language(rawValue: try reader.text()) else { throw FieldReader.Damage() }
    let boldness = try reader.integer()
    guard 0...1 ~= boldness else { throw FieldReader.Damage() }
    form = BlameForm(language: language, isBold: boldness == 1)
    text = try reader.text()
    guard reader.isAtEnd else { throw FieldReader.Damage() }
  }
}
