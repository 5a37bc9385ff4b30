/// A passage between what is told, with its middle left out where it is long: its words next to what is told, and `…`.
///
/// - Parameters:
///   - isFirst: whether nothing that is told stands before it, so that its beginning is left out.
///   - isLast: whether nothing that is told stands behind it, so that its end is left out.
///   - words: how many stay at each end, parted by spaces.
func shortened(_ text: String, isFirst: Bool, isLast: Bool, words: Int = 8) -> String {
  let spaces = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: " ") }
  guard spaces.count >= (isFirst || isLast ? words + 3 : 2 * words + 3) else { return text }
  let head = isFirst ? "" : text[...spaces[words - 1]]
  let tail = isLast ? "" : text[spaces[spaces.count - words]...]
  return head + "…" + tail
}
