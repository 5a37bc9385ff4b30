extension JSONReader {
  /// A number; the reader stands on its sign or first digit. Whole ones stay whole, the others are the nearest `Double`.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = place
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let digits = place
    // Counted downwards: the smallest number has no opposite.
    var value = 0
    var isTooLarge = false
    while let digit = digit(bytes) {
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = tens.subtractingReportingOverflow(digit)
      value = sum
      isTooLarge = isTooLarge || first || second
      place += 1
    }
    guard place > digits else { throw unfinishedNumber(bytes) }
    guard bytes[digits] != UInt8(ascii: "0") || place == digits + 1 else {
      place = digits + 1
      throw error(.syntax, at: digits, "a number begins with 0", bytes)
    }
    var isWhole = true
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      isWhole = false
      place += 1
      try skipDigits(bytes)
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      try skipDigits(bytes)
    }
    if isWhole {
      guard !isTooLarge, isNegative || value != .min else { throw outOfRange(bytes) }
      return .integer(isNegative ? value : -value)
    }
    guard let number = Double(text(start..<place, bytes)), number.isFinite else { throw outOfRange(bytes) }
    return .number(number)
  }

  private func digit(_ bytes: Span<UInt8>) -> Int? {
    guard place < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[place] else { return nil }
    return Int(bytes[place] - UInt8(ascii: "0"))
  }

  private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONError) {
    let start = place
    while digit(bytes) != nil { place += 1 }
    if place == start { throw unfinishedNumber(bytes) }
  }

  private func unfinishedNumber(_ bytes: Span<UInt8>) -> JSONError {
    place == bytes.count ? endOfText(bytes) : error(.syntax, at: place - 1, "a digit was expected", bytes)
  }

  private func outOfRange(_ bytes: Span<UInt8>) -> JSONError {
    error(.numberOutOfRange, at: place - 1, "a number is out of range", bytes)
  }

  /// The characters of a number, which are all ASCII.
  private func text(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
    String(String.UnicodeScalarView(range.map { Unicode.Scalar(bytes[$0]) }))
  }

  /// `true`, `false` or `null`; the reader stands on whatever stands there.
  mutating func word(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = place
    while place < bytes.count, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[place] | 0x20 { place += 1 }
    guard place > start else { throw unexpected("a value was expected", bytes) }
    switch text(start..<min(place, start + 6), bytes) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: throw error(.syntax, at: place - 1, "a value was expected", bytes)
    }
  }
}
