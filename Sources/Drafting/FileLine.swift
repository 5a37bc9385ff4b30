/// One line of a file of the repository, taken apart by scalars: a combining mark at the beginning of somebody's words
/// must not hide the sign before it.
struct FileLine {
  private let scalars: Substring.UnicodeScalarView

  init(_ line: some StringProtocol) { scalars = Substring(line).unicodeScalars }

  private init(scalars: Substring.UnicodeScalarView) { self.scalars = scalars }

  var string: String { String(Substring(scalars)) }
  var isEmpty: Bool { scalars.isEmpty }

  /// The lines of a file or a text; only the line break parts them.
  static func split(_ text: String, omittingEmpty: Bool = false) -> [FileLine] {
    Substring(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: omittingEmpty)
      .map { FileLine(scalars: $0) }
  }

  /// What follows `prefix`; `nil` where the line does not begin with it.
  func after(_ prefix: String) -> String? {
    guard scalars.starts(with: prefix.unicodeScalars) else { return nil }
    return String(Substring(scalars.dropFirst(prefix.unicodeScalars.count)))
  }

  /// What stands before and after the first `separator`.
  func cut(at separator: String) -> (before: String, after: String)? {
    guard let range = scalars.firstRange(of: separator.unicodeScalars) else { return nil }
    return (String(Substring(scalars[..<range.lowerBound])), String(Substring(scalars[range.upperBound...])))
  }

  /// The note in a line such as `[^1]: Resolution 2026.`; `nil` for any other line.
  var footnote: Footnote? {
    guard let rest = after("[^"), let (digits, text) = FileLine(rest).cut(at: "]: "),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number >= 1,
      digits == String(number)
    else { return nil }
    return Footnote(number: number, text: text)
  }
}
