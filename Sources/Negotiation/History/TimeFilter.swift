/// Borders in time, both included; none where nothing is set.
package struct TimeFilter: Hashable, Sendable {
  package var since: TimeBorder?
  package var until: TimeBorder?

  package init() {}

  /// Whether an act lies within.
  ///
  /// - Parameters:
  ///   - seconds: when it was done, since 1970-01-01 00:00 UTC.
  ///   - offsetMinutes: how far its clock is east of Greenwich.
  package func admits(_ seconds: Int, _ offsetMinutes: Int) -> Bool {
    since.map { $0.second <= $0.second(of: seconds, offsetMinutes) } ?? true
      && until.map { $0.second(of: seconds, offsetMinutes) <= $0.second } ?? true
  }
}

/// A second at which acts part.
package enum TimeBorder: Hashable, Sendable {
  /// One for everybody, in seconds since 1970-01-01 00:00 UTC.
  case moment(Int)

  /// One on the clock of whoever acted, in seconds since 1970-01-01 00:00 there: acts are printed with it.
  case clock(Int)

  fileprivate var second: Int {
    switch self {
    case .moment(let second), .clock(let second): second
    }
  }

  /// When an act was done, counted as the border is.
  fileprivate func second(of seconds: Int, _ offsetMinutes: Int) -> Int {
    switch self {
    case .moment: seconds
    case .clock: seconds + offsetMinutes * 60
    }
  }
}

/// The day of a moment on a clock so many minutes east of Greenwich, counted from 1970-01-01.
package func localDay(of seconds: Int, _ offsetMinutes: Int) -> Int {
  let local = seconds + offsetMinutes * 60
  return local >= 0 ? local / 86400 : (local - 86399) / 86400
}
