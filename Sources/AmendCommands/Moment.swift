internal import Commands
internal import Negotiation

/// A day, a moment, or a revision, as a border in a history: `2009-02-24`, `2009-02-24T10:30`, `rev/1`.
struct Moment: ArgumentValue, Hashable {
  /// The second that is meant; `nil` for a day and for a revision.
  private(set) var second: Int?

  /// The day, as ``Timestamp/dayNumber`` counts it; `nil` for a moment and for a revision.
  private(set) var day: Int?

  /// The revision's name; `nil` for a date.
  private(set) var revision: String?

  static var placeholder: String { "DATE" }

  init(argument: String) throws(CommandError) {
    if argument.hasPrefix("rev/"), argument.utf8.count > 4 {
      revision = String(argument.dropFirst(4))
      return
    }
    do throws(CommandError) {
      let moment = try Timestamp(argument: argument)
      if moment.isWholeDay { day = moment.dayNumber } else { second = moment.seconds }
    } catch {
      throw .expected("a date such as 2009-02-24, or a revision such as rev/1")
    }
  }
}

/// A revision, `2` or `rev/2`.
struct RevisionName: ArgumentValue, Hashable {
  let name: String

  static var placeholder: String { "REV" }

  init(argument: String) throws(CommandError) {
    name = argument.hasPrefix("rev/") ? String(argument.dropFirst(4)) : argument
    if name.isEmpty { throw .expected("a revision, such as rev/2") }
  }
}

extension Action: ArgumentValue {
  package static var placeholder: String { "ACTION" }
}
