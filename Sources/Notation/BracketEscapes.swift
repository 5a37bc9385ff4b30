internal import Merging
internal import TextForm

/// Which signs of a literal text need a backslash, so that ``BracketReader`` reads the text again (notation, rule 4).
///
/// Ordinary text needs none. Escaped are, and only these:
/// - `[` before labels and a colon; inside a bracket its partner too, and a bracket without partner;
/// - `~~` inside a bracket;
/// - `/` inside a bracket before labels and a colon, and between `]` and a bracket, where a group would arise;
/// - the colon, where the current words of a group begin with what looks like labels;
/// - a backslash before a sign that a backslash makes literal, or before a sign of the notation.
struct BracketEscapes {
  private var labels: BracketLabelFinder

  init(_ labels: LabelTable) { self.labels = BracketLabelFinder(labels) }

  /// Where a text stands.
  struct Place {
    var isInside: Bool
    /// Whether the text begins the current words of a group.
    var beginsCurrentWords = false
    var followsBracket = false
    var precedesBracket = false
    /// What is written after it: the next rival's labels.
    var following: [UInt8] = []
  }

  /// A text with its escapes.
  ///
  /// - Parameter brackets: the places of literal brackets that need one (``unsafeBrackets(in:isInside:)``), in order.
  mutating func escaped(_ text: String, brackets: [Int], at place: Place) -> String {
    guard Self.holdsSign(text.utf8.span) else { return text }
    let own = Array(text.utf8)
    let bytes = own + place.following
    labels.beginText()
    var output: [UInt8] = []
    output.reserveCapacity(own.count + 8)
    var brackets = brackets[...]
    var index = 0
    let labelColon =
      place.beginsCurrentWords
      ? labels.prefix(in: bytes, from: 0, to: own.count)?.colon : nil
    while index < own.count {
      let byte = own[index]
      var length = 1
      switch byte {
      case .openBracket, .closeBracket:
        if brackets.first == index {
          brackets.removeFirst()
          output.append(.backslash)
        }
      case .backslash:
        if needsDoubling(own, index, place) { output.append(.backslash) }
      case .tilde where place.isInside && index + 1 < own.count && own[index + 1] == .tilde:
        output.append(.backslash)
        length = 2
      case .slash:
        if needsEscape(slash: index, own.count, bytes, place) { output.append(.backslash) }
      case .colon where index == labelColon: output.append(.backslash)
      default: break
      }
      output.append(contentsOf: own[index..<(index + length)])
      index += length
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func holdsSign(_ text: Swift.Span<UInt8>) -> Bool {
    for index in text.indices where isSign(text[index]) { return true }
    return false
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case .openBracket, .closeBracket, .backslash, .tilde, .slash, .colon: true
    default: false
    }
  }

  private func needsDoubling(_ own: [UInt8], _ index: Int, _ place: Place) -> Bool {
    guard index + 1 < own.count else { return place.isInside || place.precedesBracket }
    return Self.isSign(own[index + 1]) || own[(index + 1)...].starts(with: BracketSign.enDash)
  }

  private mutating func needsEscape(slash: Int, _ count: Int, _ bytes: [UInt8], _ place: Place)
    -> Bool
  {
    let joinsBrackets =
      slash == count - 1 && place.precedesBracket
      && (slash == 0 ? place.followsBracket : bytes[slash - 1] == .closeBracket)
    if joinsBrackets { return true }
    return place.isInside
      && labels.rivalPrefix(in: bytes, at: slash, of: 0..<bytes.count) != nil
  }

  /// The literal brackets of a content that need an escape, a list for each piece; no lists where it holds none at all.
  mutating func unsafeBrackets(in content: BracketedText, isInside: Bool) -> [[Int]] {
    guard content.pieces.contains(where: holdsBracket) else { return [] }
    var unsafe = [[Int]](repeating: [], count: content.pieces.count)
    var open: [(piece: Int, place: Int, isLabelled: Bool)] = []
    for (piece, value) in content.pieces.enumerated() {
      guard holdsBracket(value), case .text(let text) = value else { continue }
      let bytes = Array(text.utf8)
      for (place, byte) in bytes.enumerated() {
        if byte == .openBracket {
          let prefix = labels.prefix(in: bytes, from: place + 1, to: bytes.count)
          let isLabelled = prefix?.labels != nil
          if isLabelled { unsafe[piece].append(place) }
          if isInside { open.append((piece, place, isLabelled)) }
        } else if byte == .closeBracket, isInside {
          if open.popLast()?.isLabelled != false { unsafe[piece].append(place) }
        }
      }
    }
    for bracket in open where !bracket.isLabelled { unsafe[bracket.piece].append(bracket.place) }
    for piece in unsafe.indices where unsafe[piece].count > 1 { unsafe[piece].sort() }
    return unsafe
  }

  private func holdsBracket(_ piece: BracketedText.Piece) -> Bool {
    guard case .text(let text) = piece else { return false }
    let bytes = text.utf8.span
    return holds(.openBracket, bytes) || holds(.closeBracket, bytes)
  }
}
