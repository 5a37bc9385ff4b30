internal import Drafting
internal import Merging
internal import TextForm

/// What may stand behind a paragraph: its status, where delegations would place it, and orders without a label.
struct DraftTrailers: Equatable {
  var status: Status?
  var placements: [Placement] = []
  var notes: [String] = []

  var isEmpty: Bool { status == nil && placements.isEmpty && notes.isEmpty }

  mutating func append(_ other: DraftTrailers) {
    status = other.status ?? status
    placements += other.placements
    notes += other.notes
  }

  /// Replaces the words that were kept as they stand: reasons and notes.
  mutating func mapWords(_ transform: (String) -> String) {
    notes = notes.map(transform)
    switch status {
    case .pending(let reason?): status = .pending(reason: transform(reason))
    case .agreedAdReferendum(let reason?): status = .agreedAdReferendum(reason: transform(reason))
    default: break
    }
  }

  /// Takes the trailers off the end of a text.
  ///
  /// - Returns: the trailers, and how many bytes of the text stand before them without the white space between.
  /// - Cost: linear in the last line for each trailer that is found.
  static func split(_ text: String, labels: LabelTable, in section: SectionName? = nil) -> (
    before: Int, trailers: DraftTrailers
  ) {
    var found = DraftTrailers()
    var rest = Spacing.trimmed(text)
    while !rest.isEmpty {
      if let (before, placement) = placement(atEndOf: rest, labels: labels, in: section) {
        switch placement {
        case .success(let placement): found.placements.insert(placement, at: 0)
        case .failure(let literal): found.notes.insert(literal.text, at: 0)
        }
        rest = before
      } else if let (before, order) = order(atEndOf: rest) ?? bracketedOrder(atEndOf: rest) {
        found.notes.insert(order, at: 0)
        rest = before
      } else if found.status == nil, mayHoldStatus(rest), let (status, before) = CommandWords.status(atEndOf: rest) {
        found.status = status
        rest = before
      } else {
        break
      }
    }
    return (rest.utf8.count, found)
  }

  /// Whether six capitals follow each other in the last line, as they do in every status: a quick look before a closer one.
  private static func mayHoldStatus(_ text: String) -> Bool {
    var run = 0
    for byte in text.utf8.reversed() {
      if byte == 0x0A { return false }
      run = DraftLineKind.isUpper(byte) ? run + 1 : 0
      if run == 6 { return true }
    }
    return false
  }

  /// Whether a text is trailers and nothing else.
  static func isWholly(_ text: String, labels: LabelTable) -> Bool {
    let (before, trailers) = split(text, labels: labels)
    return before == 0 && !trailers.isEmpty
  }

  /// Whether trailers may begin at `start`; where this is false, ``isWholly(_:labels:)`` is false of what stands from
  /// there on.
  ///
  /// - Cost: next to nothing, while the whole question takes a look at every word that follows.
  static func mayBegin(_ line: [UInt8], at start: Int) -> Bool {
    let rest = line[start...]
    guard let first = rest.first else { return false }
    if first == 0x20 || first == 0x09 || first == 0x0A { return true }
    if beginsWithVerb(rest) || CommandWords.beginsWithStatus(rest) { return true }
    guard first == 0x5B || first == 0x28 else { return false }
    if CommandWords.beginsWithStatus(rest.dropFirst()) { return true }
    if first == 0x5B, beginsWithVerb(rest.dropFirst().drop { $0 == 0x20 }) { return true }
    guard first == 0x5B, let colon = rest.firstIndex(of: 0x3A) else { return false }
    return beginsWithVerb(rest[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A })
  }

  private static func beginsWithVerb(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, DraftLineKind.isUpper(first) else { return false }
    return verbs.contains { bytes.starts(with: $0) }
  }

  private struct Literal: Error { var text: String }

  /// The labelled bracket at the end of a text whose content is an order in capitals.
  private static func placement(atEndOf text: String, labels: LabelTable, in section: SectionName?)
    -> (before: String, placement: Result<Placement, Literal>)?
  {
    guard text.utf8.last == 0x5D else { return nil }
    let bytes = Array(Array(text.utf8).suffix(600))
    guard let open = bytes.lastIndex(of: 0x5B), open == 0 || bytes[open - 1] != 0x5C,
      let colon = bytes[open...].firstIndex(of: 0x3A)
    else { return nil }
    let content = Spacing.trimmed(
      String(decoding: bytes[(colon + 1)..<(bytes.count - 1)], as: UTF8.self))
    guard isOrder(content) else { return nil }
    let list = Spacing.trimmed(String(decoding: bytes[(open + 1)..<colon], as: UTF8.self))
    let before = Spacing.trimmed(
      String(decoding: text.utf8.dropLast(bytes.count - open), as: UTF8.self))
    guard case .labels(let names) = labels.meaning(ofList: list),
      let anchor = CommandWords.anchor(content, in: section)
    else {
      let literal = String(decoding: bytes[open...], as: UTF8.self)
      return (before, .failure(Literal(text: literal)))
    }
    return (before, .success(Placement(labels: names, anchor: anchor)))
  }

  /// The order in capitals that the last line of a text ends with.
  private static func order(atEndOf text: String) -> (before: String, order: String)? {
    let bytes = Array(Array(text.utf8).suffix(400))
    var start = bytes.count
    var best: Int?
    while start > 0 {
      start -= 1
      let byte = bytes[start]
      if DraftLineKind.isLower(byte) || byte == 0x0A || byte == 0x5B || byte == 0x5D { break }
      let isBegin = start == 0 ? bytes.count == text.utf8.count : " \n;.])".utf8.contains(bytes[start - 1])
      if isBegin, verbs.contains(where: { bytes[start...].starts(with: $0) }) { best = start }
    }
    guard let best else { return nil }
    let order = String(decoding: bytes[best...], as: UTF8.self)
    guard isOrder(order) else { return nil }
    let before = String(decoding: text.utf8.dropLast(bytes.count - best), as: UTF8.self)
    return (Spacing.trimmed(before), order)
  }

  /// The order in brackets that names nobody, with its brackets, at the end of a text.
  private static func bracketedOrder(atEndOf text: String) -> (before: String, order: String)? {
    guard text.utf8.last == 0x5D else { return nil }
    let bytes = Array(text.utf8.suffix(402))
    guard let open = bytes.lastIndex(of: 0x5B), open == 0 || bytes[open - 1] != 0x5C,
      isOrder(Spacing.trimmed(String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self)))
    else { return nil }
    let before = String(decoding: text.utf8.dropLast(bytes.count - open), as: UTF8.self)
    return (Spacing.trimmed(before), String(decoding: bytes[open...], as: UTF8.self))
  }

  /// Whether a text is an order to place a paragraph: capitals, with the verb first and a place named.
  private static func isOrder(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 400, verbs.contains(where: bytes.starts(with:)),
      DraftLineKind.isAllCapitals(bytes)
    else { return false }
    let words = Set(folded(text).split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: places)
  }

  private static let verbs: [[UInt8]] = [
    "PLACE ", "MOVE ", "INSERT ", "UBICAR ", "COLOCAR ", "TRASLADAR ", "MOVER ", "PLACER ", "DÉPLACER ",
    "DEPLACER ", "INSERER ", "INSÉRER ", "TRANSFERIR ",
  ].map { Array($0.utf8) }

  private static let places: Set<String> = [
    "paragraph", "parrafo", "paragraphe", "paragrafo", "beginning", "principio", "comienzo", "debut",
    "inicio", "preamble", "preambulo", "preambule", "end", "final", "fin", "fim",
  ]
}
