extension JSONReader {
  /// An error at a byte, named by its line and character; only a text that is refused pays for the counting.
  func error(_ code: JSONError.Code, at byte: Int, _ message: String, _ bytes: Span<UInt8>) -> JSONError {
    var line = 1
    var column = 0
    var isAfterBreak = false
    for index in 0...max(byte, 0) where index < bytes.count {
      if isAfterBreak {
        line += 1
        column = 0
      }
      isAfterBreak = bytes[index] == 0x0A
      // What continues a character is not counted.
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
    }
    return JSONError(code, line: line, column: max(column, 1), message)
  }

  /// The error of a text that ends too early.
  func endOfText(_ bytes: Span<UInt8>) -> JSONError {
    error(
      .unexpectedEnd, at: bytes.count - 1,
      bytes.isEmpty ? "the text is empty" : "the text ends in the middle of a value", bytes)
  }

  /// The error of the byte that the reader stands on, where something else was expected.
  func unexpected(_ message: String, code: JSONError.Code = .syntax, _ bytes: Span<UInt8>) -> JSONError {
    guard place < bytes.count else { return endOfText(bytes) }
    if bytes[place] == 0 { return error(.syntax, at: place, "there is a null byte", bytes) }
    if bytes[place] >= 0x80 {
      let character = bytes.extracting(place..<min(place + 4, bytes.count))
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: character)
      } catch  where error.byteOffsets.lowerBound == 0 {
        return invalidText(at: place, bytes)
      } catch {
        // The character is whole; the next one was cut.
      }
    }
    return error(code, at: place, message, bytes)
  }

  /// The error of a byte that no character begins with or goes on with.
  func invalidText(at byte: Int, _ bytes: Span<UInt8>) -> JSONError {
    error(.invalidUTF8, at: byte, "the text is not valid UTF-8", bytes)
  }
}
