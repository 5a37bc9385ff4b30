import Cutf8proc
import Glibc

/// The canonical composed form (NFC, Unicode Standard Annex 15) of a text.
///
/// Texts are compared byte by byte everywhere else, so every text that enters the program passes here once:
/// `Café` typed with one character or with two becomes the same bytes. White space is left alone.
///
/// - Cost: one pass over the bytes; a text of ASCII alone is returned as it is.
package func normalized(_ text: String) -> String {
  mapped(text, UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
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

/// The one gate to utf8proc. A `String` is always valid UTF-8, so the library's only failure left is want of memory.
@safe
private func mapped(_ text: String, _ options: UInt32) -> String {
  let isFolding = options & UTF8PROC_CASEFOLD.rawValue != 0
  if text.utf8.allSatisfy({ $0 < 0x80 && (!isFolding || !(0x41...0x5A).contains($0)) }) {
    return text
  }
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
