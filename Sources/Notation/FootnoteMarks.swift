package import Drafting
internal import Merging
internal import TextForm

/// Footnote marks while a draft is read or written.
///
/// Between the written line (`word1/`, `word[^1]`) and the value (`word[^1]`, counted within its item) a mark is one
/// private character, so that nothing that only looks like a mark is ever taken for one.
package enum FootnoteMarks {
  static let greatest = 0xFFF0
  private static let base: UInt32 = 0xF_0000

  /// The private character of the note with that number in the whole draft.
  static func character(_ number: Int) -> String {
    Unicode.Scalar(base + UInt32(min(max(number, 0), greatest))).map { String($0) } ?? ""
  }

  /// The number of the note that a private character stands for; `nil` for any other character.
  package static func number(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value > base && scalar.value <= base + UInt32(greatest) ? Int(scalar.value - base) : nil
  }

  /// The text with each `[^1]` that `numbers` knows as its private character.
  package static func hidden(_ text: String, numbers: [Int: Int]) -> String {
    if numbers.isEmpty { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let (number, end) = mark(bytes, at: index), let global = numbers[number] {
        output += Array(character(global).utf8)
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text without the marks `[^1]` of some notes: for where the notes do not stand.
  package static func removed(from text: String, of footnotes: [Footnote]) -> String {
    let notes = Dictionary(footnotes.map { ($0.number, $0.number) }, uniquingKeysWith: { first, _ in first })
    return String(String.UnicodeScalarView(hidden(text, numbers: notes).unicodeScalars.filter { number($0) == nil }))
  }

  /// The text without any mark `[^1]`, whose numbers are each document's own.
  package static func removed(from text: String) -> String {
    guard text.utf8.contains(0x5E) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let (_, end) = mark(bytes, at: index) {
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text with each private character as `[^1]`, by the number that `local` gives it.
  static func shown(_ text: String, local: (Int) -> Int) -> String {
    guard holds(0xF3, text.utf8.span) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let number = number(scalar) {
        output.append(contentsOf: "[^\(local(number))]".unicodeScalars)
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }

  /// The numbers in the text's private characters, in order.
  static func numbers(in text: String) -> [Int] {
    guard holds(0xF3, text.utf8.span) else { return [] }
    return text.unicodeScalars.compactMap { number($0) }
  }

  /// The numbers of the marks `[^1]` in the text, in order.
  package static func written(in text: String) -> [Int] {
    let bytes = Array(text.utf8)
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      if let (number, end) = mark(bytes, at: index) {
        found.append(number)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// The number in the mark `[^1]` at `index`, and where the mark ends.
  package static func mark(_ bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
    guard bytes[index] == 0x5B, index + 3 < bytes.count, bytes[index + 1] == 0x5E,
      let (number, end) = FootnoteLine.number(bytes, from: index + 2), end < bytes.count,
      bytes[end] == 0x5D
    else { return nil }
    return (number, end + 1)
  }
}

extension BracketedText {
  /// The text with another text for each of its text pieces, at every depth; alternatives before struck words.
  func mappingText(_ transform: (String) -> String) -> BracketedText {
    BracketedText(
      pieces.map { piece in
        switch piece {
        case .text(let text): return .text(transform(text))
        case .bracket(let bracket):
          let alternatives = bracket.alternatives.map {
            Alternative(labels: $0.labels, content: $0.content.mappingText(transform))
          }
          return .bracket(
            Bracket(
              alternatives: alternatives, struck: bracket.struck.map { $0.mappingText(transform) }))
        }
      })
  }

  /// Calls `body` with each text piece, at every depth; alternatives before struck words.
  func forEachText(_ body: (String) -> Void) {
    for piece in pieces {
      switch piece {
      case .text(let text): body(text)
      case .bracket(let bracket):
        for alternative in bracket.alternatives { alternative.content.forEachText(body) }
        bracket.struck?.forEachText(body)
      }
    }
  }
}
