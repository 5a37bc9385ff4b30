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
    for (index, line) in fileText.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7, let code = try? DelegationCode(fields[0]), !fields[1].isEmpty,
        codes.insert(code).inserted
      else {
        throw DraftingError(.damagedFile, "delegations: line \(index + 1) is not a delegation")
      }
      let aliases = fields[6].isEmpty ? [] : fields[6].split(separator: ", ").map(String.init)
      delegations.append(
        Delegation(code: code, label: fields[1], names: Array(fields[2..<6]), aliases: aliases))
    }
    self.init(delegations)
  }
}
