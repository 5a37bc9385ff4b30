extension Diagnostic {
  /// The most reports that are made of one text; a last one counts the others.
  package static let greatestCount = 200

  /// Reports in the order of their places, with line and column.
  ///
  /// - Parameters:
  ///   - reports: places in `bytes`, the text in UTF-8.
  ///   - omitted: how many more there were.
  /// - Cost: one pass over the text.
  static func located(
    _ reports: [(place: Int, message: String)], omitted: Int = 0, in bytes: [UInt8]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var (line, column, place) = (1, 1, 0)
    let sorted = reports.sorted { $0.place < $1.place }
    for report in sorted.prefix(greatestCount) {
      let passed = bytes[place..<report.place]
      if let lineBreak = passed.lastIndex(of: 0x0A) {
        line += passed.count { $0 == 0x0A }
        column = 1 + String(decoding: bytes[(lineBreak + 1)..<report.place], as: UTF8.self).count
      } else {
        column += String(decoding: passed, as: UTF8.self).count
      }
      place = report.place
      diagnostics.append(Diagnostic(line: line, column: column, message: report.message))
    }
    let others = omitted + max(0, sorted.count - greatestCount)
    if others > 0 {
      let message = "and \(others) more after this place"
      diagnostics.append(Diagnostic(line: line, column: column, message: message))
    }
    return diagnostics
  }
}
