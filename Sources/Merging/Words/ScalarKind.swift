/// What a character is to the cutting of a text into words.
enum ScalarKind {
  case space, letter, digit, mark, other

  init(_ value: UInt32) {
    switch value {
    case 0x20, 0x0A, 0x09: self = .space
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0..<0x80: self = .other
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: self = .letter
    case 0x2010...0x2027, 0xA0: self = .other
    default: self = ScalarKind(slow: value)
    }
  }

  private init(slow value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else {
      self = .other
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber:
      self = .letter
    case .decimalNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    default: self = .other
    }
  }

  var continuesWord: Bool { self == .letter || self == .digit || self == .mark }
}

func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}
