internal import Commands

/// A revision as it is typed: `rev/2`, or `2`.
struct RevisionArgument: ArgumentValue, Hashable {
  let name: String

  init(argument: String) throws(CommandError) {
    let text = argument.hasPrefix("rev/") ? String(argument.dropFirst(4)) : argument
    guard argument.hasPrefix("rev/") ? !text.isEmpty : Int(text) != nil else {
      throw .expected("a revision, such as rev/2")
    }
    name = text
  }

  static var placeholder: String { "REV" }
}
