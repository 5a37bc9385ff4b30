internal import Merging
internal import Notation

/// The brackets that are plain words of the draft and look like proposals: a program that takes the formatting of a document
/// away takes with it what tells the two apart.
struct LiteralBrackets {
  /// Each as it looks, and as it is written with backslashes.
  private var written: [(plain: String, written: String)] = []

  /// - Parameters:
  ///   - texts: the draft's own.
  ///   - proposals: the draft with its brackets; what looks like one of those is one.
  init(_ texts: some Sequence<String>, labels: LabelTable, proposals: () -> [BracketedText]) {
    let writer = BracketWriter(labels: labels)
    var found: [String: String] = [:]
    for text in texts where text.utf8.contains(0x5B) {
      for bracket in Self.escaped(in: writer.write(BracketedText(text: text))) {
        found[LiteralSigns.parts(ofWritten: bracket).map(\.text).joined()] = bracket
      }
    }
    if found.isEmpty { return }
    let drawn = proposals().filter { !$0.labels.isEmpty }.map { writer.write($0) }
    written = found.filter { plain, written in
      !drawn.contains { $0.replacing(written, with: "").contains(plain) }
    }.map { ($0.key, $0.value) }.sorted { ($1.plain.utf8.count, $0.plain) < ($0.plain.utf8.count, $1.plain) }
  }

  /// A text in which those brackets have their backslashes.
  func escaping(_ text: String) -> String {
    var text = text
    for (plain, written) in written where text.contains(plain) {
      var result = ""
      for (index, part) in text.split(separator: plain, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { result += result.hasSuffix("\\") ? plain : written }
        result += part
      }
      text = result
    }
    return text
  }

  /// The stretches of a written text from a bracket with a backslash to its end.
  private static func escaped(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    for start in bytes.indices.dropLast() where bytes[start] == 0x5C && bytes[start + 1] == 0x5B {
      var depth = 0
      let end = bytes[(start + 1)...].firstIndex { byte in
        depth += byte == 0x5B ? 1 : byte == 0x5D ? -1 : 0
        return depth == 0
      }
      if let end { found.append(String(decoding: bytes[start...end], as: UTF8.self)) }
    }
    return found
  }
}
