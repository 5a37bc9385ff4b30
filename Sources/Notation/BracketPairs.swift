/// Which brackets of a text belong together, found in one pass; escaped ones stand outside.
struct BracketPairs {
  /// The places of `[`, in order, and of the `]` each pairs with; -1 where there is none.
  private var opens: [Int] = []
  private var closes: [Int] = []

  /// The bracket that was last asked for.
  private var lastFound = 0

  /// - Parameter bytes: the text in UTF-8.
  init(_ bytes: [UInt8]) {
    var stack: [Int] = []
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case .backslash where place + 1 < bytes.count:
        let next = bytes[place + 1]
        if next == .backslash || next == .openBracket || next == .closeBracket { place += 1 }
      case .openBracket:
        stack.append(opens.count)
        opens.append(place)
        closes.append(-1)
      case .closeBracket:
        if let index = stack.popLast() { closes[index] = place }
      default: break
      }
      place += 1
    }
  }

  /// The place of the `]` that closes the `[` at `place`; `nil` where there is none.
  ///
  /// - Cost: constant where the text is read from left to right, else logarithmic in the number of brackets.
  mutating func close(of place: Int) -> Int? {
    var (low, high) = (0, opens.count)
    for index in [lastFound, lastFound + 1] where index < opens.count && opens[index] == place {
      (low, high) = (index, index)
    }
    while low < high {
      let middle = (low + high) / 2
      if opens[middle] < place { low = middle + 1 } else { high = middle }
    }
    guard low < opens.count, opens[low] == place else { return nil }
    lastFound = low
    if closes[low] < 0 { return nil }
    return closes[low]
  }
}

/// Finds the literal brackets of a text that have no partner, while the text is read from left to right.
///
/// `\[Mex: x]`: the writer escapes only the sign that could mislead, so an escaped `[` may have a partner and needs none.
struct LiteralBracketBalance {
  private var opens: [(place: Int, isEscaped: Bool)] = []
  private var unopened: [Int] = []

  mutating func open(at place: Int, isEscaped: Bool = false) { opens.append((place, isEscaped)) }

  mutating func close(at place: Int) {
    if opens.popLast() == nil { unopened.append(place) }
  }

  mutating func closeEscaped() {
    if opens.last?.isEscaped == true { opens.removeLast() }
  }

  var unbalancedCount: Int { unopened.count + opens.count { !$0.isEscaped } }

  /// The places of the first brackets without partner, in order.
  func unbalanced(atMost count: Int) -> [Int] {
    let unclosed = opens.lazy.filter { !$0.isEscaped }.map(\.place).prefix(count)
    return Array((unopened.prefix(count) + unclosed).sorted().prefix(count))
  }
}

/// The signs of the notation in UTF-8.
extension UInt8 {
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let backslash = UInt8(ascii: "\\")
  static let slash = UInt8(ascii: "/")
  static let tilde = UInt8(ascii: "~")
  static let colon = UInt8(ascii: ":")

  /// The white space that ``Merging/Spacing`` counts.
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 }
}
