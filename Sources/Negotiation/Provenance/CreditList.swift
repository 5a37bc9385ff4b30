internal import Drafting
internal import Git

/// The histories that the words of a paragraph have, and the acts that these are made of: each once, known by its number.
struct CreditList {
  private var credits: [WordCredit] = []
  private var numbers: [WordCredit: Int] = [:]
  private var deeds: [Deed] = []
  private var deedNumbers: [Deed: Int] = [:]

  mutating func number(of credit: WordCredit) -> Int {
    if let known = numbers[credit] { return known }
    numbers[credit] = credits.count
    credits.append(credit)
    return credits.count - 1
  }

  private mutating func number(of deed: Deed) -> Int {
    if let known = deedNumbers[deed] { return known }
    deedNumbers[deed] = deeds.count
    deeds.append(deed)
    return deeds.count - 1
  }

  mutating func write(to writer: inout FieldWriter) {
    var body = FieldWriter()
    for credit in credits {
      body.write(number(of: credit.broughtIn))
      for list in [credit.together, credit.struck, credit.inConflict, credit.following] {
        body.write(list.count)
        for deed in list { body.write(number(of: deed)) }
      }
      for deed in [credit.first, credit.moved, credit.adopted, credit.struckBy] {
        body.write(deed.map { number(of: $0) } ?? -1)
      }
      body.write(credit.revision)
    }
    writer.write(deeds.count)
    for deed in deeds {
      writer.write(deed.commit)
      writer.write(deed.time)
      writer.write(deed.offsetMinutes)
      writer.write(deed.delegation?.code.description)
      writer.write(deed.author)
      for text in [deed.action?.rawValue, deed.reason, deed.meeting] { writer.write(text) }
    }
    writer.write(credits.count)
    writer.writePlain(body.bytes)
  }

  /// The histories in the order of their numbers.
  ///
  /// - Throws: ``FieldReader/Damage``, also for a delegation or an act that there is none of; `DraftingError`.
  static func read(_ reader: inout FieldReader, _ registry: DelegationRegistry) throws -> [WordCredit] {
    let count = try reader.integer()
    guard (0...reader.rest).contains(count) else { throw FieldReader.Damage() }
    var deeds: [Deed] = []
    for _ in 0..<count { deeds.append(try act(&reader, registry)) }
    func deed(_ reader: inout FieldReader) throws(FieldReader.Damage) -> Deed {
      let number = try reader.integer()
      guard deeds.indices.contains(number) else { throw FieldReader.Damage() }
      return deeds[number]
    }
    func optionalDeed(_ reader: inout FieldReader) throws(FieldReader.Damage) -> Deed? {
      let number = try reader.integer()
      if number == -1 { return nil }
      guard deeds.indices.contains(number) else { throw FieldReader.Damage() }
      return deeds[number]
    }
    return try reader.list { reader throws(FieldReader.Damage) in
      var credit = WordCredit(broughtIn: try deed(&reader))
      credit.together = try reader.list { reader throws(FieldReader.Damage) in try deed(&reader) }
      credit.struck = try reader.list { reader throws(FieldReader.Damage) in try deed(&reader) }
      credit.inConflict = try reader.list { reader throws(FieldReader.Damage) in try deed(&reader) }
      credit.following = try reader.list { reader throws(FieldReader.Damage) in try deed(&reader) }
      credit.first = try optionalDeed(&reader)
      credit.moved = try optionalDeed(&reader)
      credit.adopted = try optionalDeed(&reader)
      credit.struckBy = try optionalDeed(&reader)
      credit.revision = try reader.optionalText()
      return credit
    }
  }

  private static func act(_ reader: inout FieldReader, _ registry: DelegationRegistry) throws -> Deed {
    let commit = try reader.objectID()
    let (time, offset) = (try reader.integer(), try reader.integer())
    let code = try reader.optionalText().map { try DelegationCode($0) }
    let delegation = code.flatMap { registry[$0] }
    let author = try reader.text()
    let actionName = try reader.optionalText()
    let action = actionName.flatMap(Action.init(rawValue:))
    guard (delegation == nil) == (code == nil), (action == nil) == (actionName == nil) else {
      throw FieldReader.Damage()
    }
    return Deed(
      commit: commit, time: time, offsetMinutes: offset, delegation: delegation, author: author, action: action,
      reason: try reader.optionalText(), meeting: try reader.optionalText())
  }
}
