/// How a level of Word's automatic numbers is written (`w:numFmt`, ECMA-376 part 1, 17.18.59).
enum WordNumberFormat: Hashable {
  case decimal
  case decimalZero
  case upperRoman
  case lowerRoman
  case upperLetter
  case lowerLetter
  case ordinal
  case bullet
  case none

  /// Formats that are not known count in plain digits, as Word prints those that it cannot print.
  init(_ name: String) {
    self =
      switch name {
      case "decimalZero": .decimalZero
      case "upperRoman": .upperRoman
      case "lowerRoman": .lowerRoman
      case "upperLetter": .upperLetter
      case "lowerLetter": .lowerLetter
      case "ordinal": .ordinal
      case "bullet": .bullet
      case "none": .none
      default: .decimal
      }
  }

  /// The number as it is printed; numbers too large for letters or Roman figures are printed in digits.
  func printed(_ number: Int) -> String {
    switch self {
    case .none, .bullet: ""
    case .decimal: String(number)
    case .decimalZero: (0...9).contains(number) ? "0\(number)" : String(number)
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .ordinal: Self.ordinal(number)
    }
  }

  /// `a` … `z`, then `aa`, `bb` … as Word counts on.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number), let letter = Unicode.Scalar(UInt32(0x61 + (number - 1) % 26)) else {
      return String(number)
    }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3_999).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    for (value, figure) in romanFigures {
      while rest >= value {
        text += figure
        rest -= value
      }
    }
    return text
  }

  private static let romanFigures = [
    (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func ordinal(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "\(number)th" }
    return switch number % 10 {
    case 1: "\(number)st"
    case 2: "\(number)nd"
    case 3: "\(number)rd"
    default: "\(number)th"
    }
  }
}
