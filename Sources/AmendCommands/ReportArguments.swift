internal import Commands

/// A revision as it is typed: `rev/2`, or `2`.
struct RevisionArgument: ArgumentValue, Hashable {
  let name: String

  init(argument: String) throws(CommandError) {
    let text = argument.hasPrefix("rev/") ? String(argument.dropFirst(4)) : argument
    guard !text.isEmpty else { throw .expected("a revision, such as rev/2") }
    name = text
  }

  static var placeholder: String { "REV" }
}

/// A revision or a date: since when something is told.
enum SinceArgument: ArgumentValue, Hashable {
  case revision(String)
  case moment(Timestamp)

  /// A date alone is the beginning of that day.
  init(argument: String) throws(CommandError) {
    if let moment = try? Timestamp(argument: argument) {
      var first = moment
      if moment.isWholeDay { first.seconds -= 43_200 }
      self = .moment(first)
      return
    }
    do throws(CommandError) {
      self = .revision(try RevisionArgument(argument: argument).name)
    } catch {
      throw .expected("a revision such as rev/2, or a date such as 2009-02-24")
    }
  }

  /// How it is named in a report.
  var text: String {
    switch self {
    case .revision(let name): "rev. \(name)"
    case .moment(let moment): moment.text
    }
  }

  static var placeholder: String { "WHEN" }
}
