internal import TextForm

extension Lexicon {
  /// Cuts `text`, without the white space at its two ends, and adds its tokens to others.
  mutating func cut(_ text: String, into tokens: inout [Token]) -> Wording {
    let bytes = text.utf8.span
    let scanner = Cutting(bytes)
    let first = tokens.count
    var hasPairs = false
    var gap = Gap.none
    var position = scanner.start
    while position < scanner.end {
      let start = position
      position = add(&tokens, after: gap, start, bytes, scanner.end, &hasPairs)
      gap = skipSpace(&position, bytes, scanner.end)
    }
    return close(&tokens, from: first, scanner.end, hasPairs)
  }

  /// The same for a text that probably resembles another: words that stand there too are taken over, not cut again.
  ///
  /// Between two white spaces a text is cut the same way wherever it stands, so what follows a white space is compared
  /// with the model first.
  mutating func cut(_ text: String, like guide: Guide, into tokens: inout [Token]) -> Wording {
    let bytes = text.utf8.span
    let model = guide.source.utf8.span
    let scanner = Cutting(bytes)
    let first = tokens.count
    var hasPairs = false
    var gap = Gap.none
    var position = scanner.start
    var (expected, last) = (0, 0)
    while position < scanner.end {
      if gap != .none || tokens.count == first,
        let next = guide.takeOver(from: expected, bytes, model, position, scanner.end, after: gap, to: &tokens)
      {
        if guide.text.hasPairs { hasPairs = true }
        (expected, last) = (next, next)
        position = tokens[tokens.count - 1].end
      } else {
        position = add(&tokens, after: gap, position, bytes, scanner.end, &hasPairs)
        if let place = guide.place(of: tokens[tokens.count - 1].word, expected, near: last) { expected = place + 1 }
      }
      gap = skipSpace(&position, bytes, scanner.end)
    }
    return close(&tokens, from: first, scanner.end, hasPairs)
  }

  /// Adds the word that begins at a place.
  ///
  /// - Returns: where it ends.
  private mutating func add(
    _ tokens: inout [Token], after gap: Gap, _ start: Int, _ bytes: Span<UInt8>, _ limit: Int, _ hasPairs: inout Bool
  ) -> Int {
    let end = bytes.extracting(..<limit).endOfWord(from: start)
    let word = number(of: bytes.extracting(start..<end))
    if traits[Int(word)].pair != .none { hasPairs = true }
    tokens.append(Token(word, after: gap, start, end))
    return end
  }

  private mutating func skipSpace(_ position: inout Int, _ bytes: Span<UInt8>, _ limit: Int) -> Gap {
    let start = position
    while position < limit, isSpace(bytes[position]) { position += 1 }
    if position == start { return .none }
    return position == start + 1 && bytes[start] == 0x20 ? .space : gap(of: bytes.extracting(start..<position))
  }

  private func close(_ tokens: inout [Token], from first: Int, _ end: Int, _ hasPairs: Bool) -> Wording {
    tokens.append(Token(Token.noWord, after: .none, end, end))
    return Wording(range: first..<(tokens.count - 1), hasPairs: hasPairs)
  }
}

/// What of a text is cut: all but the white space at its two ends.
private struct Cutting {
  var start = 0
  var end: Int

  init(_ bytes: Span<UInt8>) {
    end = bytes.count
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
  }
}
