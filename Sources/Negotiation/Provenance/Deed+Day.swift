extension Deed {
  /// The day on the clock of whoever acted: `2009-02-24`.
  package var day: String {
    // Days are counted from March, so that the leap day is the last of its year (Hinnant, "chrono-compatible date
    // algorithms").
    let seconds = time + offsetMinutes * 60
    let days = (seconds >= 0 ? seconds : seconds - 86399) / 86400 + 719_468
    let (era, dayOfEra) = (days / 146_097, days % 146_097)
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let (month, day) = (shifted < 10 ? shifted + 3 : shifted - 9, dayOfYear - (153 * shifted + 2) / 5 + 1)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(two(month))-\(two(day))"
  }
}
