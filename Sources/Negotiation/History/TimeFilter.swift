/// Borders in time; none where nothing is set.
package struct TimeFilter: Hashable, Sendable {
  /// Moments, both included, in seconds since 1970-01-01 00:00 UTC.
  package var since: Int?
  package var until: Int?

  /// Days, both included, counted from 1970-01-01: each act is of the day on the clock of whoever acted, as it is printed.
  package var sinceDay: Int?
  package var untilDay: Int?

  package init() {}

  /// - Parameter seconds: since 1970-01-01 00:00 UTC.
  package func admits(_ seconds: Int, _ offsetMinutes: Int) -> Bool {
    let day = localDay(of: seconds, offsetMinutes)
    return since.map { $0 <= seconds } ?? true && until.map { seconds <= $0 } ?? true
      && sinceDay.map { $0 <= day } ?? true && untilDay.map { day <= $0 } ?? true
  }
}

/// The day of a moment on a clock so many minutes east of Greenwich, counted from 1970-01-01.
package func localDay(of seconds: Int, _ offsetMinutes: Int) -> Int {
  let local = seconds + offsetMinutes * 60
  return local >= 0 ? local / 86400 : (local - 86399) / 86400
}
