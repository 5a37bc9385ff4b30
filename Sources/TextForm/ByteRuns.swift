/// How many bytes two texts have in common at their beginnings.
///
/// Eight at a time: most of what delegations send is what stands in the base, and this is where it is read.
package func commonByteCount(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
  let limit = min(a.count, b.count)
  let (first, second) = unsafe (a.bytes, b.bytes)
  var count = 0
  while count + 8 <= limit {
    let eight = unsafe first.unsafeLoadUnaligned(fromUncheckedByteOffset: count, as: UInt64.self)
    let others = unsafe second.unsafeLoadUnaligned(fromUncheckedByteOffset: count, as: UInt64.self)
    let difference = eight ^ others
    if difference != 0 { return count + difference.littleEndian.trailingZeroBitCount / 8 }
    count += 8
  }
  while count < limit, a[count] == b[count] { count += 1 }
  return count
}

/// Where a byte stands next in a text, from a place on; the end of the text where it does not. Eight bytes at a time.
package func place(of byte: UInt8, in text: Span<UInt8>, from start: Int = 0) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let bytes = unsafe text.bytes
  var place = start
  while place + 8 <= text.count {
    // Where the byte stands is nought now, and borrows from its high bit; the lowest that is marked is marked rightly.
    let eight =
      unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
      ^ (ones &* UInt64(byte))
    let marks = (eight &- ones) & ~eight & (ones &* 0x80)
    if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
    place += 8
  }
  while place < text.count, text[place] != byte { place += 1 }
  return place
}

/// Whether a byte stands in a text.
package func holds(_ byte: UInt8, _ text: Span<UInt8>) -> Bool { place(of: byte, in: text) < text.count }

/// How many bytes of ASCII alone a text begins with, in eights.
func plainByteCount(_ text: Span<UInt8>, from start: Int) -> Int {
  let bytes = unsafe text.bytes
  var place = start
  while place + 8 <= text.count,
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  {
    place += 8
  }
  return place - start
}
