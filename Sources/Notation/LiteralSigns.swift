internal import Drafting
internal import Merging

/// The signs of a text without brackets that a reader of the notation would misread, for where no backslash shall show: a
/// document keeps them apart in some other way.
package struct LiteralSigns: Sendable {
  private let writer: BracketWriter

  /// A stretch of a text; one that is literal holds a sign, or the two of `~~`.
  package struct Part: Hashable, Sendable {
    package var text: String
    package var isLiteral: Bool
  }

  /// - Parameter labels: the delegations that a bracket may name.
  package init(_ labels: LabelTable) { writer = BracketWriter(labels: labels) }

  /// The stretches of a text, in order; joined they are the text.
  package func parts(of text: String) -> [Part] {
    guard text.utf8.contains(where: { $0 == .openBracket || $0 == .backslash }) else {
      return [Part(text: text, isLiteral: false)]
    }
    return Self.parts(ofWritten: writer.write(BracketedText(text: text)))
  }

  /// The stretches of a text that has its backslashes: what they keep from being read is literal, and they are gone.
  ///
  /// What looks like the mark of a note is literal too.
  package static func parts(ofWritten text: String) -> [Part] {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var start = 0
    var index = 0
    func append(_ range: Range<Int>, isLiteral: Bool) {
      if range.isEmpty { return }
      parts.append(Part(text: String(decoding: bytes[range], as: UTF8.self), isLiteral: isLiteral))
    }
    while index < bytes.count {
      let isEscape = bytes[index] == .backslash
      let length =
        isEscape
        ? BracketSign.escapeLength(in: bytes, at: index, to: bytes.count)
        : FootnoteMarks.mark(bytes, at: index) == nil ? 0 : 1
      guard length > 0 else {
        index += 1
        continue
      }
      append(start..<index, isLiteral: false)
      start = index + (isEscape ? 1 : 0)
      index = start + length
      append(start..<index, isLiteral: true)
      start = index
    }
    append(start..<bytes.count, isLiteral: false)
    return parts
  }

  /// Words that stand as literal in a document, as they are written: each sign of the notation in them has its backslash.
  package static func written(_ literal: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(literal.utf8)
    var index = 0
    while index < bytes.count {
      // What a backslash would make literal gets one.
      let length = BracketSign.escapeLength(in: [.backslash] + bytes[index..<min(bytes.count, index + 3)], at: 0, to: 4)
      if length > 0 { output.append(.backslash) }
      let end = min(bytes.count, index + max(length, 1))
      output += bytes[index..<end]
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }
}
