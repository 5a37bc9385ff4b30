internal import Commands
internal import Negotiation

/// A day, a moment, or a revision, as a border in a history: `2009-02-24`, `2009-02-24T10:30`, `rev/1`, `1`.
enum Moment: ArgumentValue, Hashable {
  case revision(String)
  case time(Timestamp)

  static var placeholder: String { "DATE" }

  init(argument: String) throws(CommandError) {
    if argument.hasPrefix("rev/") || Int(argument) != nil {
      self = .revision(try RevisionArgument(argument: argument).name)
      return
    }
    do throws(CommandError) {
      self = .time(try Timestamp(argument: argument))
    } catch {
      throw .expected("a date such as 2009-02-24, or a revision such as rev/1")
    }
  }

  /// The revision's name; `nil` for a date.
  var revision: String? {
    if case .revision(let name) = self { name } else { nil }
  }

  /// Where what is meant begins; `nil` for a revision.
  var first: TimeBorder? {
    if case .time(let time) = self { time.borders.first } else { nil }
  }

  /// The last second of what is meant: of the whole day or minute where no more is typed; `nil` for a revision.
  var last: TimeBorder? {
    if case .time(let time) = self { time.borders.last } else { nil }
  }

  /// How it is named in a report.
  var text: String {
    switch self {
    case .revision(let name): "rev. \(name)"
    case .time(let time): time.isWholeDay ? time.dayText : time.text
    }
  }
}

extension Timestamp {
  /// The first and the last second of what was typed: a time without a zone is on the clock of whoever acted, as times are
  /// printed.
  fileprivate var borders: (first: TimeBorder, last: TimeBorder) {
    let length =
      switch precision {
      case .day: 86400
      case .minute: 60
      case .second: 1
      }
    if hasZone { return (.moment(seconds), .moment(seconds + length - 1)) }
    let first = seconds + offsetMinutes * 60 - (isWholeDay ? 43200 : 0)
    return (.clock(first), .clock(first + length - 1))
  }
}

extension Action: ArgumentValue {
  package static var placeholder: String { "ACTION" }
}
