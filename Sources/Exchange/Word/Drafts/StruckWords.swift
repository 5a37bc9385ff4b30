/// Puts the `~~` back that formatting stands for.
struct StruckWords {
  private let text: FormattedText
  private let spans: BracketSpansInText

  init(_ text: FormattedText, _ spans: BracketSpansInText) {
    self.text = text
    self.spans = spans
  }

  /// A stretch of a bracket's content.
  private struct Unit {
    enum Kind { case plain, added, struck, bracket }

    var kind: Kind
    var bytes: [UInt8]

    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A } }
  }

  /// - Parameters:
  ///   - open: the brackets of the paragraph before that the text goes on with.
  ///   - isMarked: whether the outermost with labels has tildes of its own.
  func rendered(inside open: OpenBrackets, isMarked: Bool) -> (bytes: [UInt8], struckOutside: Bool) {
    guard open.holdsLabelled else { return outside(0..<text.bytes.count) }
    let end = spans.end(of: open) ?? text.bytes.count
    let rest = outside(end..<text.bytes.count)
    if isMarked { return (Array(text.bytes[..<end]) + rest.bytes, rest.struckOutside) }
    // What stands in one of the brackets and not in the next is content of its own.
    var (output, start): ([UInt8], Int) = ([], 0)
    for close in spans.strayCloses where close < end {
      output += content(start..<close) + [text.bytes[close]]
      start = close + 1
    }
    return (output + content(start..<end) + rest.bytes, rest.struckOutside)
  }

  /// What stands outside of all brackets, and the brackets in it.
  private func outside(_ range: Range<Int>) -> (bytes: [UInt8], struckOutside: Bool) {
    var output: [UInt8] = []
    var struckOutside = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let bracket = spans.bracket(at: index) {
        output += rendered(bracket, from: index)
        index = min(bracket.close + 1, range.upperBound)
      } else {
        if text.looks[index] == .struck, text.bytes[index] != 0x20 { struckOutside = true }
        output.append(text.bytes[index])
        index += 1
      }
    }
    return (output, struckOutside)
  }

  /// A labelled bracket, from its opening sign to its closing one.
  private func rendered(_ bracket: (content: Int, close: Int), from open: Int) -> [UInt8] {
    let close = bracket.close < text.bytes.count ? [text.bytes[bracket.close]] : []
    return Array(text.bytes[open..<bracket.content]) + content(bracket.content..<bracket.close) + close
  }

  private func content(_ range: Range<Int>) -> [UInt8] {
    let units = units(range)
    let isMarked = zip(range, range.dropFirst()).contains { text.bytes[$0] == 0x7E && text.bytes[$1] == 0x7E }
    let blocks = units.filter { !$0.isBlank }
    guard !isMarked, blocks.contains(where: { $0.kind == .struck }) else { return units.flatMap(\.bytes) }
    let struckPlaces = blocks.indices.filter { blocks[$0].kind == .struck }
    let isOneBlock = struckPlaces.count == struckPlaces.last.map { $0 - struckPlaces[0] + 1 }
    let isAtEnd = struckPlaces.first == 0 || struckPlaces.last == blocks.count - 1
    let hasPlain = blocks.contains { $0.kind == .plain }
    let isSimple = isOneBlock && isAtEnd && !(hasPlain && blocks.contains { $0.kind == .added })
    // Rivals stand in one bracket with plain signs between them; what is struck stands behind the last.
    let hasRivals = blocks.contains { $0.kind == .plain && Self.partsRivals($0.bytes) }
    let new = Self.joined(units.filter { $0.kind != .struck || $0.isBlank })
    let old = Self.joined(
      units.filter { $0.kind == .struck || $0.isBlank || !(isSimple || hasRivals) && $0.kind == .plain })
    let struck = Array("~~".utf8) + old + Array("~~".utf8)
    let begins: [UInt8] = units.first?.bytes.first == 0x20 ? [0x20] : []
    return begins + (new.isEmpty ? struck : new + [0x20] + struck)
  }

  /// The content's stretches of one look each; a bracket in it is one.
  private func units(_ range: Range<Int>) -> [Unit] {
    var units: [Unit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let bracket = spans.bracket(at: index), bracket.close <= range.upperBound {
        let isStruck = text.looks[index] == .struck
        units.append(Unit(kind: isStruck ? .struck : .bracket, bytes: rendered(bracket, from: index)))
        index = bracket.close + 1
        continue
      }
      let kind: Unit.Kind =
        switch look(at: index, in: range) {
        case .plain: .plain
        case .added: .added
        case .struck: .struck
        }
      if let last = units.indices.last, units[last].kind == kind {
        units[last].bytes.append(text.bytes[index])
      } else {
        units.append(Unit(kind: kind, bytes: [text.bytes[index]]))
      }
      index += 1
    }
    return units
  }

  /// The look of a byte; white space between two struck words is struck, however it looks.
  private func look(at index: Int, in range: Range<Int>) -> FormattedText.Look {
    guard text.bytes[index] == 0x20, text.looks[index] != .struck else { return text.looks[index] }
    let before = text.bytes[range.lowerBound..<index].lastIndex { $0 != 0x20 }
    let after = text.bytes[index..<range.upperBound].firstIndex { $0 != 0x20 }
    if let before, let after, text.looks[before] == text.looks[after] { return text.looks[before] }
    return text.looks[index]
  }

  /// ` / Mex:`
  private static func partsRivals(_ bytes: [UInt8]) -> Bool {
    let words = String(decoding: bytes, as: UTF8.self)
    return words.contains("/") && (words.contains(":") || words.contains("–"))
  }

  /// The stretches one after the other, with one space wherever white space stands.
  private static func joined(_ units: [Unit]) -> [UInt8] {
    var output: [UInt8] = []
    for byte in units.flatMap(\.bytes) {
      let isBlank = byte == 0x20
      if isBlank, output.isEmpty || output.last == 0x20 { continue }
      output.append(byte)
    }
    while output.last == 0x20 { output.removeLast() }
    return output
  }
}
