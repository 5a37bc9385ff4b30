extension JSONReader {
  /// A string; the reader stands on its opening quotation mark.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    place += 1
    let start = place
    place = endOfPlainRun(bytes, from: start)
    if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
      place += 1
      return try text(start..<place - 1, bytes)
    }
    var content: [UInt8] = []
    var first = start
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        append(first..<place, to: &content, bytes)
        place += 1
        return try validated(content, start: start, bytes)
      case UInt8(ascii: "\\"):
        append(first..<place, to: &content, bytes)
        place += 1
        try escape(to: &content, bytes)
        first = place
      default:
        try refuseInvalidText(start..<place, bytes)
        throw error(.syntax, at: place - 1, "a control character stands in a string", bytes)
      }
      place = endOfPlainRun(bytes, from: place)
    }
    try refuseInvalidText(start..<place, bytes)
    throw endOfText(bytes)
  }

  private func append(_ range: Range<Int>, to content: inout [UInt8], _ bytes: Span<UInt8>) {
    content.reserveCapacity(content.count + range.count)
    for index in range { content.append(bytes[index]) }
  }

  private func text(_ range: Range<Int>, _ bytes: Span<UInt8>) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw invalidText(at: range.lowerBound + error.byteOffsets.lowerBound, bytes)
    }
  }

  /// The text of unescaped bytes. What an escape stands for is valid, so what is not stands in the source too.
  private func validated(_ content: [UInt8], start: Int, _ bytes: Span<UInt8>) throws(JSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: content.span))
    } catch {
      try refuseInvalidText(start..<place, bytes)
      throw invalidText(at: start, bytes)
    }
  }

  private func refuseInvalidText(_ range: Range<Int>, _ bytes: Span<UInt8>) throws(JSONError) {
    _ = try text(range, bytes)
  }

  /// What stands after a backslash, as UTF-8.
  private mutating func escape(to content: inout [UInt8], _ bytes: Span<UInt8>) throws(JSONError) {
    guard place < bytes.count else { throw endOfText(bytes) }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += UTF8.encode(try codePoint(bytes)) ?? .init()
    default:
      place -= 1
      throw unexpected("there is no such escape", bytes)
    }
  }

  /// A code point of four hexadecimal digits, or of two such escapes that are a surrogate pair.
  private mutating func codePoint(_ bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
    var code = try fourDigits(bytes)
    if 0xD800..<0xDC00 ~= code, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    {
      let end = place
      place += 2
      let second = try fourDigits(bytes)
      if 0xDC00..<0xE000 ~= second {
        code = 0x1_0000 + (code - 0xD800) << 10 + (second - 0xDC00)
      } else {
        place = end
      }
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw error(.syntax, at: place - 1, "half of a surrogate pair stands alone", bytes)
    }
    return scalar
  }

  private mutating func fourDigits(_ bytes: Span<UInt8>) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard place < bytes.count else { throw endOfText(bytes) }
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 + UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 + UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw unexpected("four hexadecimal digits were expected", bytes)
      }
      place += 1
    }
    return code
  }
}
