import Cutf8proc
import Glibc

/// The canonical composed form (NFC, Unicode Standard Annex 15) of a text.
///
/// Texts are compared byte by byte everywhere else, so every text that enters the program passes here once:
/// `Café` typed with one character or with two becomes the same bytes. White space is left alone.
///
/// - Cost: one pass over the bytes; a text of Latin letters, as they are typed in the languages of drafts, and of the
///   usual punctuation is returned as it is.
package func normalized(_ text: String) -> String {
  if isPlainlyComposed(text.utf8.span) { return text }
  return mapped(text, UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
}

/// A text without capitals, accents and compatibility forms, for comparing and sorting names: `Méx` → `mex`.
///
/// - Cost: one pass; never use it on the words of a draft, which are compared exactly.
package func folded(_ text: String) -> String {
  mapped(
    text,
    UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
      | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue)
}

/// Whether a text is composed for certain: all of it stands below U+0300, where the marks that combine begin, or from
/// U+2002 to U+203F, where dashes and quotation marks stand. None of these characters has another composed form.
private func isPlainlyComposed(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      index += max(1, plainByteCount(bytes, from: index))
    } else if byte < 0xCC {
      index += 1
    } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] >= 0x82 {
      index += 3
    } else {
      return false
    }
  }
  return true
}

/// The one gate to utf8proc. A `String` is always valid UTF-8, so the library's only failure left is want of memory.
@safe
private func mapped(_ text: String, _ options: UInt32) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return text }
  var text = text
  return text.withUTF8 { bytes in
    var result: UnsafeMutablePointer<UInt8>?
    let length = unsafe utf8proc_map(
      bytes.baseAddress, bytes.count, &result, utf8proc_option_t(rawValue: options))
    guard length >= 0, let result = unsafe result else {
      preconditionFailure("utf8proc: out of memory")
    }
    defer { unsafe free(result) }
    return unsafe String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
  }
}
