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
