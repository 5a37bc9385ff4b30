/// Where from a place the next quotation mark, backslash or control character stands; the end where there is none.
///
/// Eight bytes at a time: nearly all of a text is read here.
func endOfPlainRun(_ bytes: Span<UInt8>, from start: Int) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  var place = start
  let raw = unsafe bytes.bytes
  while place + 8 <= bytes.count {
    let word = unsafe UInt64(littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    // A byte that is nought, or less than a blank, borrows from its high bit; the lowest that is marked is marked rightly.
    let marks =
      (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)) & highs
    if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
    place += 8
  }
  while place < bytes.count {
    let byte = bytes[place]
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
    place += 1
  }
  return place
}
