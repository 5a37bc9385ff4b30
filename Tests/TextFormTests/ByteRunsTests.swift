import Testing

@testable import TextForm

/// Bytes that are looked at eight at a time are the same as those looked at one by one.
struct ByteRunsTests {
  /// Marsaglia's xorshift, so that a seed gives the same texts everywhere.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  /// Few different bytes, with neighbours of the one that is looked for, so that borrowing between bytes would show.
  private func bytes(_ numbers: inout Numbers) -> [UInt8] {
    let alphabet: [UInt8] = [0x0C, 0x0D, 0x0E, 0x00, 0x01, 0x61, 0x8C, 0x8D, 0xFF]
    let few = Array(alphabet.shuffled(using: &numbers).prefix(Int.random(in: 1...3, using: &numbers)))
    return (0..<Int.random(in: 0...40, using: &numbers)).map { _ in few[Int.random(in: few.indices, using: &numbers)] }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func eightBytesAtATimeAreAsOneByOne(seed: UInt64) {
    var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<3000 {
      let first = bytes(&numbers)
      var second = first
      for _ in 0..<Int.random(in: 0...2, using: &numbers) where !second.isEmpty {
        second[Int.random(in: second.indices, using: &numbers)] = 0x0D
      }
      let common = zip(first, second).prefix { $0 == $1 }.count
      #expect(commonByteCount(first.span, second.span) == common, "seed \(seed): \(first), \(second)")
      #expect(holds(0x0D, first.span) == first.contains(0x0D), "seed \(seed): \(first)")
      let found = (0...first.count).map { first[$0...].firstIndex(of: 0x61) ?? first.count }
      let places = (0...first.count).map { place(of: 0x61, in: first.span, from: $0) }
      #expect(places == found, "seed \(seed): \(first)")
      let plain = first.prefix { $0 < 0x80 }.count
      #expect(plainByteCount(first.span, from: 0) == plain / 8 * 8, "seed \(seed): \(first)")
    }
  }
}
