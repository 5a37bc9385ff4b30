/// Random numbers that a seed determines (SplitMix64), so that a failing property can be run again.
///
/// Print the seed in the failure: `#expect(law, "seed \(seed)")`.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension [UInt8] {
  /// The bytes with one bit of theirs flipped, or cut off somewhere; there is one at least.
  package func damaged(using random: inout SeededGenerator) -> [UInt8] {
    guard Bool.random(using: &random) else { return Array(self[..<Int.random(in: 0..<count, using: &random)]) }
    var content = self
    content[Int.random(in: 0..<count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    return content
  }
}
