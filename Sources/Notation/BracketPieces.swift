internal import Merging

/// Puts a ``Merging/BracketedText`` together from left to right: no empty text, no two texts side by side.
struct BracketPieces {
  private var pieces: [BracketedText.Piece] = []
  private var text: [UInt8] = []

  var isEmpty: Bool { pieces.isEmpty && text.isEmpty }

  mutating func append(_ byte: UInt8) { text.append(byte) }

  mutating func append(_ bytes: some Sequence<UInt8>) { text.append(contentsOf: bytes) }

  mutating func append(_ bracket: Bracket) {
    endText()
    pieces.append(.bracket(bracket))
  }

  mutating func append(_ other: consuming BracketPieces) {
    for piece in other.pieces {
      switch piece {
      case .text(let string): append(string.utf8)
      case .bracket(let bracket): append(bracket)
      }
    }
    append(other.text)
  }

  /// What was put together, word for word.
  consuming func bracketedText() -> BracketedText {
    endText()
    return BracketedText(pieces)
  }

  /// What was put together, without the white space at its two ends.
  consuming func trimmedText() -> BracketedText {
    endText()
    if case .text(let first)? = pieces.first {
      let rest = first.utf8.drop(while: \.isBlank)
      pieces[0] = .text(String(decoding: rest, as: UTF8.self))
      if rest.isEmpty { pieces.removeFirst() }
    }
    if case .text(let last)? = pieces.last {
      let end = last.utf8.lastIndex { !$0.isBlank }.map(last.utf8.index(after:))
      pieces.removeLast()
      if let end { pieces.append(.text(String(decoding: last.utf8[..<end], as: UTF8.self))) }
    }
    return BracketedText(pieces)
  }

  private mutating func endText() {
    if text.isEmpty { return }
    pieces.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll()
  }
}
