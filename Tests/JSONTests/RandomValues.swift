import JSON

/// Random numbers that are the same for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Strings of what is hard: control characters, quotes, backslashes, surrogate pairs, letters that combine.
func randomString(_ generator: inout SeededGenerator, nullAllowed: Bool = true) -> String {
  let hard: [Unicode.Scalar] = [
    "\0", "\u{1}", "\u{8}", "\t", "\n", "\u{C}", "\r", "\u{1F}", "\"", "\\", "/", "a", "é", "e", "\u{301}", "\u{7F}",
    "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{1F600}", "\u{10FFFF}",
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...8, using: &generator) {
    let scalar = hard.randomElement(using: &generator) ?? "a"
    if scalar != "\0" || nullAllowed { text.append(scalar) }
  }
  return String(text)
}

func randomValue(_ generator: inout SeededGenerator, depth: Int = 4) -> JSONValue {
  switch Int.random(in: 0...(depth > 0 ? 8 : 6), using: &generator) {
  case 0: return .null
  case 1: return .bool(Bool.random(using: &generator))
  case 2: return .integer(Int(truncatingIfNeeded: UInt64.random(in: .min ... .max, using: &generator)))
  case 3: return .integer(Int.random(in: -3...3, using: &generator))
  case 4:
    let number = Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
    return .number(number.isFinite ? number : 0.1)
  case 5, 6: return .string(randomString(&generator))
  case 7:
    return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in randomValue(&generator, depth: depth - 1) })
  default:
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      object[randomString(&generator, nullAllowed: false)] = randomValue(&generator, depth: depth - 1)
    }
    return .object(object)
  }
}
