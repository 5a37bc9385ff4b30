internal import TextForm

/// One line of a file of the repository, taken apart by bytes: a combining mark at the beginning of somebody's words must
/// not hide the sign before it, and consolidating a long draft reads tens of thousands of files.
struct FileLine {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  init(_ line: some StringProtocol) { bytes = Array(line.utf8)[...] }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// The lines of a file or a text; only the line break parts them.
  static func split(_ text: String, omittingEmpty: Bool = false) -> [FileLine] {
    let bytes = Array(text.utf8)
    var lines: [FileLine] = []
    var start = 0
    while true {
      let end = place(of: 0x0A, in: bytes.span, from: start)
      if end == bytes.count { break }
      if !omittingEmpty || end > start { lines.append(FileLine(bytes[start..<end])) }
      start = end + 1
    }
    if !omittingEmpty || start < bytes.count { lines.append(FileLine(bytes[start...])) }
    return lines
  }

  /// What follows `prefix`; `nil` where the line does not begin with it.
  func after(_ prefix: StaticString) -> String? {
    rest(after: prefix).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The name before the first colon, and what stands after it and its spaces.
  var header: (name: String, value: FileLine)? {
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    return (String(decoding: bytes[..<colon], as: UTF8.self), FileLine(bytes[(colon + 1)...].drop { $0 == 0x20 }))
  }

  /// The note in a line such as `[^1]: Resolution 2026.`; `nil` for any other line.
  var footnote: Footnote? {
    guard let rest = rest(after: "[^") else { return nil }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard let first = digits.first, first != 0x30, digits.count <= 9,
      let text = FileLine(rest[digits.endIndex...]).after("]: ")
    else { return nil }
    return Footnote(number: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, text: text)
  }

  @safe
  private func rest(after prefix: StaticString) -> ArraySlice<UInt8>? {
    prefix.withUTF8Buffer { unsafe bytes.starts(with: $0) } ? bytes.dropFirst(prefix.utf8CodeUnitCount) : nil
  }
}
