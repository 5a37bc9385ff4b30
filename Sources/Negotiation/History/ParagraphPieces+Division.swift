extension [ParagraphPieces.Piece] {
  var numbers: Set<Int> { Set(map(\.number)) }

  /// The words of all, one after the other.
  var text: String { map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }

  /// A version of the words in as many parts as there are pieces, each with what it makes of one.
  func parts(of version: String) -> [String] {
    if isEmpty { return [] }
    var (parts, rest): ([String], String) = ([], version)
    for (index, piece) in dropLast().enumerated() {
      if piece.text.isEmpty {
        parts.append("")
        continue
      }
      let (part, others) = divided(rest, like: Self(self[index...]).text, at: piece.text)
      parts.append(part)
      rest = others
    }
    return parts + [rest]
  }

  /// The pieces of which a version of the words has others.
  func numbers(otherwiseIn version: String) -> Set<Int> {
    Set(zip(self, parts(of: version)).filter { $0.text != $1 }.map(\.0.number))
  }
}
