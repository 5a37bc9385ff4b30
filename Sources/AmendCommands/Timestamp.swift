internal import Commands
internal import Glibc
internal import Negotiation

/// A moment as it is typed and printed: `2009-02-24`, `2009-02-24T10:30`, `2009-02-24T10:30:00-03:00`.
struct Timestamp: Hashable, ArgumentValue {
  /// Since 1970-01-01 00:00 UTC.
  var seconds: Int

  /// East of Greenwich.
  var offsetMinutes: Int

  /// How much of it was typed.
  private(set) var precision = Precision.second

  /// Whether an offset was typed.
  private(set) var hasZone = false

  enum Precision {
    case day, minute, second
  }

  /// Whether a day was typed, and no time of it.
  var isWholeDay: Bool { precision == .day }

  static var placeholder: String { "DATE" }

  init(seconds: Int, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// The present moment on this machine's clock.
  static func now() -> Timestamp {
    let seconds = time(nil)
    return Timestamp(seconds: seconds, offsetMinutes: localOffset(at: seconds))
  }

  /// A date alone is noon; a time without an offset is this machine's.
  init(argument: String) throws(CommandError) {
    let expected = CommandError.expected("a date such as 2009-02-24 or 2009-02-24T10:30:00-03:00")
    let halves = argument.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    let date = halves.first?.split(separator: "-").map { Int($0) } ?? []
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2], (1970...9999).contains(year),
      (1...12).contains(month), Self.date(Self.days(year, month, day)) == (year, month, day)
    else { throw expected }
    var clock = (hour: 12, minute: 0, second: 0)
    var offset: Int?
    var hasSeconds = false
    if halves.count == 2 {
      var rest = halves[1]
      if rest.hasSuffix("Z") {
        offset = 0
        rest = rest.dropLast()
      } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
        let digits = rest[rest.index(after: sign)...].filter { $0 != ":" }
        guard digits.count == 4, let value = Int(digits), value % 100 < 60, value / 100 < 24 else { throw expected }
        offset = (value / 100 * 60 + value % 100) * (rest[sign] == "-" ? -1 : 1)
        rest = rest[..<sign]
      }
      let parts = rest.split(separator: ":").map { Int($0) }
      guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
        (0...59).contains(minute), let second = parts.count == 3 ? parts[2] : 0, (0...60).contains(second)
      else { throw expected }
      clock = (hour, minute, second)
      hasSeconds = parts.count == 3
    }
    let local = Self.days(year, month, day) * 86400 + clock.hour * 3600 + clock.minute * 60 + clock.second
    let minutes = offset ?? Self.localOffset(at: local)
    self.init(seconds: local - minutes * 60, offsetMinutes: minutes)
    precision = halves.count == 1 ? .day : hasSeconds ? .second : .minute
    hasZone = offset != nil
  }

  /// `2009-02-24 10:30`, on the clock of whoever acted.
  var text: String {
    let rest = parts.secondOfDay
    return "\(dayText) \(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60))"
  }

  /// `2009-02-24`.
  var dayText: String {
    let (year, month, day, _) = parts
    guard (1000...9999).contains(year) else { return "\(year)-\(Self.two(month))-\(Self.two(day))" }
    // Long tables have two days a line.
    var bytes: [UInt8] = []
    for digit in [year / 1000, year / 100 % 10, year / 10 % 10, year % 10] { bytes.append(0x30 + UInt8(digit)) }
    for number in [month, day] { bytes += [0x2D, 0x30 + UInt8(number / 10), 0x30 + UInt8(number % 10)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `2009-02-24T10:30:00-03:00` (RFC 3339).
  var internetText: String {
    let (year, month, day, rest) = parts
    let offset = abs(offsetMinutes)
    return
      "\(year)-\(Self.two(month))-\(Self.two(day))T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))"
      + (offset == 0 ? "Z" : "\(offsetMinutes < 0 ? "-" : "+")\(Self.two(offset / 60)):\(Self.two(offset % 60))")
  }

  /// The day on the clock of whoever acted.
  var calendarDay: (year: Int, month: Int, day: Int) {
    let (year, month, day, _) = parts
    return (year, month, day)
  }

  /// The last second of the day on the clock of whoever acted.
  var endOfDay: Int { seconds - parts.secondOfDay + 86399 }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private var parts: (year: Int, month: Int, day: Int, secondOfDay: Int) {
    let local = seconds + offsetMinutes * 60
    let day = localDay(of: seconds, offsetMinutes)
    let (year, month, date) = Self.date(day)
    return (year, month, date, local - day * 86400)
  }

  /// Days since 1970-01-01 of a date in the Gregorian calendar. Years are counted from March, so that the leap day is
  /// the last of its year.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  private static func date(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  @safe
  private static func localOffset(at seconds: Int) -> Int {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    guard unsafe localtime_r(&moment, &parts) != nil else { return 0 }
    return unsafe parts.tm_gmtoff / 60
  }
}
