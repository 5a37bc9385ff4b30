/// Attributed brackets that hold several paragraphs.
enum DraftBracketSpans {
  /// More paragraphs than this in one bracket is a bracket that was never closed.
  static let longest = 60

  /// Splits each into one bracket a paragraph with the same labels; one of which a part could not be read stays as it is.
  ///
  /// - Cost: linear in the length of the texts, and in the number of paragraphs held by such brackets.
  static func close(_ texts: inout [DraftText], labels: LabelTable) {
    struct Open {
      var text: Int
      var list: String?
      var struck = StruckPart()
    }
    var finder = BracketLabelFinder(labels)
    var stack: [Open] = []
    var prefixes = [String](repeating: "", count: texts.count)
    var suffixes = [Int](repeating: 0, count: texts.count)
    for (index, text) in texts.enumerated() {
      let bytes = text.bytes
      var place = 0
      // What has a backslash at its beginning alone is whole, and its end is not that of a bracket of another paragraph.
      var escaped = 0
      while place < bytes.count {
        if !stack.isEmpty { stack[stack.count - 1].struck.read(bytes, &place) }
        switch bytes[place] {
        case 0x5C:
          place += 1
          if place < bytes.count, bytes[place] == 0x5B, stack.last?.text != index { escaped += 1 }
        case 0x5B:
          let prefix = finder.prefix(in: bytes, from: place + 1, to: bytes.count)
          let list = prefix.flatMap { prefix in
            prefix.labels.map { _ in String(decoding: bytes[(place + 1)...prefix.colon], as: UTF8.self) }
          }
          stack.append(Open(text: index, list: list))
        case 0x5D where escaped > 0 && stack.last?.text != index: escaped -= 1
        case 0x5D:
          guard var open = stack.popLast(), let list = open.list, open.text < index,
            index - open.text < longest, open.struck.endsWell()
          else { break }
          for held in open.text..<index { suffixes[held] += 1 }
          for held in (open.text + 1)...index { prefixes[held] = "[\(list) " + prefixes[held] }
        default: break
        }
        place += 1
      }
      // What has been open for so long is never closed any more.
      stack.removeFirst(stack.prefix { index - $0.text >= longest }.count)
      for open in stack.indices { _ = stack[open].struck.endsWell() }
    }
    for index in texts.indices where suffixes[index] > 0 || !prefixes[index].isEmpty {
      let end = texts[index].bytes.count
      texts[index] = texts[index].replacing([
        DraftText.Edit(0..<0, prefixes[index]),
        DraftText.Edit(end..<end, String(repeating: "]", count: suffixes[index])),
      ])
    }
  }

  /// The content of a text that is one bracket without labels; any other text as it is.
  static func unwrapped(_ text: DraftText, labels: LabelTable) -> DraftText {
    let bytes = text.bytes
    var finder = BracketLabelFinder(labels)
    guard bytes.first == 0x5B, bytes.last == 0x5D,
      finder.prefix(in: bytes, from: 1, to: bytes.count) == nil
    else { return text }
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x5B { depth += 1 } else if byte == 0x5D { depth -= 1 }
      if depth == 0 { return index == bytes.count - 1 ? text.slice(1..<index) : text }
    }
    return text
  }
}

/// The struck words in one paragraph's part of a bracket: they stand at its end, between two pairs of tildes.
private struct StruckPart {
  private var tildes = 0
  private var isFollowed = false
  private var isWell = true

  /// Reads the byte at a place, or the two tildes there, of which `place` is then the second.
  mutating func read(_ bytes: [UInt8], _ place: inout Int) {
    if bytes[place] == 0x7E, place + 1 < bytes.count, bytes[place + 1] == 0x7E {
      tildes += 1
      place += 1
    } else if bytes[place] != 0x5D, bytes[place] != 0x20, tildes == 2 {
      isFollowed = true
    }
  }

  /// Whether this part and those before it can be read; the next part begins.
  mutating func endsWell() -> Bool {
    isWell = isWell && (tildes == 0 || (tildes == 2 && !isFollowed))
    (tildes, isFollowed) = (0, false)
    return isWell
  }
}
