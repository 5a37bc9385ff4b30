/// A quick checksum of bytes: for damage, not for malice.
///
/// Eight bytes at a time are mixed into one of four numbers by a multiplication that loses nothing, so a change within
/// eight bytes always shows, and any other goes unseen once in 2^64 times.
package struct Checksum: Equatable {
  package let value: UInt64

  /// - Cost: a millisecond for some five megabytes.
  @safe
  package init(_ bytes: ArraySlice<UInt8>) {
    let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let product = (lane ^ word) &* odd
      return product ^ product >> 29
    }
    let rest = unsafe bytes.withUnsafeBytes { buffer in
      var place = 0
      while place + 32 <= buffer.count {
        unsafe lanes.0 = mixed(lanes.0, buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        unsafe lanes.1 = mixed(lanes.1, buffer.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
        unsafe lanes.2 = mixed(lanes.2, buffer.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
        unsafe lanes.3 = mixed(lanes.3, buffer.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
        place += 32
      }
      return place
    }
    for byte in bytes.dropFirst(rest) { lanes.0 = mixed(lanes.0, UInt64(byte)) }
    value = [lanes.0, lanes.1, lanes.2, lanes.3].reduce(UInt64(bytes.count), mixed)
  }
}
