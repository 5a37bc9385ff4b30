internal import Merging

/// Reads one text from left to right; ``BracketReader`` says what it accepts.
///
/// - Cost: linear in the length of the text times the depth of its brackets, which is bounded.
struct BracketParser {
  /// How deep attributed brackets may stand in each other; deeper ones stay literal.
  static let greatestDepth = 200

  let bytes: [UInt8]
  var labels: BracketLabelFinder
  var pairs: BracketPairs
  private(set) var reports: [Report] = []

  /// How many more were not kept.
  private(set) var omitted = 0

  /// The end of the bracket that was last found too deep, so that what is inside it is not reported again.
  private var endOfTooDeep = 0

  /// The literal brackets outside every other; inside one they all have partners, or it would not be one.
  private var balance = LiteralBracketBalance()

  struct Report {
    var place: Int
    var message: String
  }

  init(_ text: String, labels: LabelTable) {
    bytes = Array(text.utf8)
    self.labels = BracketLabelFinder(labels)
    pairs = BracketPairs(bytes)
  }

  /// Reads the whole text, and reports the brackets in it that have no partner.
  mutating func read() -> BracketedText {
    let pieces = plain(0..<bytes.count, depth: 0)
    for place in balance.unbalanced(atMost: Diagnostic.greatestCount) {
      let sign = bytes[place] == .openBracket ? "'[' is never closed" : "']' was never opened"
      reports.append(Report(place: place, message: "\(sign); kept as text"))
    }
    omitted += max(0, balance.unbalancedCount - Diagnostic.greatestCount)
    return pieces.bracketedText()
  }

  mutating func report(_ place: Int, _ message: String) {
    if reports.count < Diagnostic.greatestCount {
      reports.append(Report(place: place, message: message))
    } else {
      omitted += 1
    }
  }

  /// Reads a stretch that is no bracket's content by itself: the whole text, or the current words of a group.
  mutating func plain(_ range: Range<Int>, depth: Int) -> BracketPieces {
    let first = BracketSegment(
      kind: .alternative([]), lead: range.lowerBound..<range.lowerBound, written: range)
    return segments(range, first: first, isAttributed: false, depth: depth)[0].pieces
  }

  /// Reads a stretch into its segments; there is only one unless the stretch is an attributed bracket's content.
  mutating func segments(
    _ range: Range<Int>, first: BracketSegment, isAttributed: Bool, depth: Int
  ) -> [BracketSegment] {
    var done: [BracketSegment] = []
    var current = first
    var literalDepth = 0
    var place = range.lowerBound

    func isSign() -> Bool { isAttributed && literalDepth == 0 }
    func begin(_ kind: BracketSegment.Kind, lead: Range<Int>) {
      current.written = current.written.lowerBound..<lead.lowerBound
      done.append(current)
      current = BracketSegment(
        kind: kind, lead: lead, written: lead.upperBound..<range.upperBound)
      place = lead.upperBound
    }

    while place < range.upperBound {
      let byte = bytes[place]
      switch byte {
      case .backslash:
        let length = BracketSign.escapeLength(in: bytes, at: place, to: range.upperBound)
        if depth == 0, length == 1, bytes[place + 1] == .openBracket {
          balance.open(at: place, isEscaped: true)
        } else if depth == 0, length == 1, bytes[place + 1] == .closeBracket {
          balance.closeEscaped()
        }
        current.pieces.append(bytes[(length == 0 ? place : place + 1)..<(place + 1 + length)])
        place += 1 + length
      case .openBracket:
        if let end = bracket(at: place, depth: depth, into: &current.pieces) {
          place = end
        } else {
          literalDepth += 1
          if depth == 0 { balance.open(at: place) }
          current.pieces.append(byte)
          place += 1
        }
      case .closeBracket:
        literalDepth -= 1
        if depth == 0 { balance.close(at: place) }
        current.pieces.append(byte)
        place += 1
      case .tilde where isSign():
        var end = place
        while end < range.upperBound, bytes[end] == .tilde { end += 1 }
        if end - place < 2 {
          current.pieces.append(byte)
          place = end
        } else if current.kind == .struck {
          // The mark is the last two of a run: struck words may end with a tilde of their own.
          current.pieces.append(bytes[place..<(end - 2)])
          begin(.rest, lead: (end - 2)..<end)
        } else {
          begin(.struck, lead: place..<(place + 2))
        }
      case .slash where isSign() && current.kind != .struck:
        if let prefix = labels.rivalPrefix(in: bytes, at: place, of: range),
          let names = prefix.labels
        {
          begin(.alternative(names), lead: place..<(prefix.colon + 1))
        } else {
          current.pieces.append(byte)
          place += 1
        }
      default:
        current.pieces.append(byte)
        place += 1
      }
    }
    return done + [current]
  }

  /// Whether an attributed bracket at `place` is one too deep, which is reported once.
  mutating func isTooDeep(_ depth: Int, at place: Int, closing close: Int) -> Bool {
    guard depth >= Self.greatestDepth else { return false }
    if place >= endOfTooDeep {
      endOfTooDeep = close
      report(place, "brackets stand more than \(Self.greatestDepth) deep; kept as text from here")
    }
    return true
  }
}

/// Signs of the notation that are longer than a byte.
enum BracketSign {
  static let enDash: [UInt8] = Array("–".utf8)

  /// How many bytes after the backslash at `place` it makes literal; 0 where it is a backslash like any other.
  static func escapeLength(in bytes: [UInt8], at place: Int, to end: Int) -> Int {
    let next = bytes[(place + 1)..<min(end, place + 4, bytes.count)]
    switch next.first {
    case .backslash, .openBracket, .closeBracket, .slash, .colon: return 1
    case .tilde: return next.dropFirst().first == .tilde ? 2 : 0
    case 0xE2: return next.elementsEqual(enDash) ? 3 : 0
    default: return 0
    }
  }
}
