extension DelegationRegistry {
  /// The text of the file `delegations`: a line a delegation, fields between tabs: code, label, names in the four
  /// languages, aliases between commas.
  package var fileText: String {
    delegations.map { delegation in
      ([delegation.code.description, delegation.label] + delegation.names + [
        delegation.aliases.joined(separator: ", ")
      ])
      .joined(separator: "\t") + "\n"
    }.joined()
  }

  /// Reads the file `delegations`.
  ///
  /// - Throws: `DraftingError.damagedFile` with the line that is not a delegation.
  package init(fileText: String) throws(DraftingError) {
    var delegations: [Delegation] = []
    var codes: Set<DelegationCode> = []
    for (index, line) in FileLine.split(fileText).enumerated() where !line.isEmpty {
      let fields = line.bytes.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 7, let code = try? DelegationCode(fields[0]), !fields[1].isEmpty,
        codes.insert(code).inserted
      else {
        throw DraftingError(.damagedFile, "delegations: line \(index + 1) is not a delegation")
      }
      delegations.append(
        Delegation(code: code, label: fields[1], names: Array(fields[2..<6]), aliases: Self.aliases(fields[6])))
    }
    self.init(delegations)
  }

  /// What stands between commas with a space behind; a comma without one is part of an alias.
  private static func aliases(_ field: String) -> [String] {
    if field.isEmpty { return [] }
    var aliases: [String] = []
    for piece in field.utf8.split(separator: 0x2C, omittingEmptySubsequences: false) {
      if aliases.isEmpty {
        aliases.append(String(Substring(piece)))
      } else if piece.first == 0x20 {
        aliases.append(String(Substring(piece.dropFirst())))
      } else {
        aliases[aliases.count - 1] += "," + String(Substring(piece))
      }
    }
    return aliases.filter { !$0.isEmpty }
  }
}
