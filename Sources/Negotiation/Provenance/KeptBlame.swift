internal import Drafting
internal import Git

/// The credits of a paragraph's words as they are kept, with what they follow from.
struct KeptBlame {
  var origin: CreditOrigin
  var credits: ParagraphCredits
}

extension KeptBlame {
  /// All of it in bytes; each act and each history of words stands there once.
  var bytes: [UInt8] {
    var body = FieldWriter()
    var list = CreditList()
    Self.write(credits.pieces, &body, &list)
    body.write(credits.notes.count)
    for note in credits.notes {
      body.write(note.mark)
      Self.write(note.pieces, &body, &list)
    }
    var writer = FieldWriter()
    origin.write(to: &writer)
    list.write(to: &writer)
    writer.writePlain(body.bytes)
    return writer.bytes
  }

  /// - Throws: ``FieldReader/Damage``, `DraftingError`.
  init(_ bytes: [UInt8], _ registry: DelegationRegistry) throws {
    var reader = FieldReader(bytes)
    origin = try CreditOrigin(&reader)
    let list = try CreditList.read(&reader, registry)
    let pieces = try Self.pieces(&reader, list)
    let notes = try reader.list { reader throws(FieldReader.Damage) in
      BlameNote(mark: try reader.optionalText(), pieces: try Self.pieces(&reader, list))
    }
    credits = ParagraphCredits(pieces: pieces, notes: notes)
    guard reader.isAtEnd else { throw FieldReader.Damage() }
  }

  private static func write(_ pieces: [BlamePiece], _ body: inout FieldWriter, _ credits: inout CreditList) {
    body.write(pieces.count)
    for piece in pieces {
      switch piece {
      case .words(let words), .former(let words):
        if case .words = piece { body.write(0) } else { body.write(1) }
        body.write(words.text)
        body.write(credits.number(of: words.credit))
      case .bracket(let bracket):
        body.write(2)
        body.write(bracket.alternatives.count)
        for side in bracket.alternatives {
          body.write(side.labels.count)
          for label in side.labels { body.write(label) }
          write(side.pieces, &body, &credits)
        }
        body.write(bracket.struck == nil ? 0 : 1)
        if let struck = bracket.struck { write(struck, &body, &credits) }
      }
    }
  }

  private static func pieces(
    _ reader: inout FieldReader, _ credits: [WordCredit]
  ) throws(FieldReader.Damage) -> [BlamePiece] {
    try reader.list { reader throws(FieldReader.Damage) -> BlamePiece in
      let kind = try reader.integer()
      switch kind {
      case 0, 1:
        let text = try reader.text()
        let number = try reader.integer()
        guard credits.indices.contains(number) else { throw FieldReader.Damage() }
        let words = CreditedWords(text: text, credit: credits[number])
        return kind == 0 ? .words(words) : .former(words)
      case 2:
        let sides = try reader.list { reader throws(FieldReader.Damage) in
          BlameBracket.Side(
            labels: try reader.list { reader throws(FieldReader.Damage) in try reader.text() },
            pieces: try pieces(&reader, credits))
        }
        return .bracket(
          BlameBracket(
            alternatives: sides, struck: try reader.integer() == 0 ? nil : try pieces(&reader, credits)))
      default: throw FieldReader.Damage()
      }
    }
  }
}
