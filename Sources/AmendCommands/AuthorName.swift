internal import Commands

/// An author of a document's changes and the delegation that they speak for: `"María Pérez"=VEN`.
struct AuthorName: ArgumentValue, Hashable {
  let author: String
  let delegation: DelegationName

  init(argument: String) throws(CommandError) {
    // Of a file whose author has no name, `=VEN` says whose it is.
    guard let sign = argument.lastIndex(of: "=") else {
      throw .expected("an author and a delegation, such as \"María Pérez\"=VEN")
    }
    author = String(argument[..<sign])
    delegation = try DelegationName(argument: String(argument[argument.index(after: sign)...]))
  }

  static var placeholder: String { "NAME=CODE" }
}

extension [AuthorName] {
  /// Refuses an author who is said to speak for a delegation more than once.
  func refuseRepeated() throws(CommandError) {
    var known: [String: DelegationName] = [:]
    for name in self {
      if let first = known.updateValue(name.delegation, forKey: name.author) {
        throw CommandError(
          .conflictingArguments,
          "--author names '\(name.author)' twice: \(first.text) and \(name.delegation.text).",
          hint: "An author speaks for one delegation.")
      }
    }
  }
}
