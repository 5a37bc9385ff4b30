/// The articles, prepositions and pronouns of English, Spanish, French and Portuguese.
///
/// A lone one between two edits is swallowed by them; a content word never is.
enum FunctionWords {
  /// Whether the word is one of them, capitals ignored.
  static func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let key = key(bytes) else { return false }
    let table = table
    var slot = slot(key)
    while table[slot] != 0 {
      if table[slot] == key { return true }
      slot = (slot + 1) & (table.count - 1)
    }
    return false
  }

  private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

  /// The keys by ``slot(_:)``, zero where there is none: every new word of a merge is looked up here, and a set of the
  /// library takes four times as long.
  private static let table: [UInt64] = {
    let english =
      "a an and any as at be been by for from has have in into is it its of on or such than that the their"
      + " them there these this those to was were which who whose will with not no nor"
    let spanish =
      "el la los las un una unos unas y e o u de del al en por para con sin sobre que se su sus lo como es son no ni"
    let french =
      "le les du des et ou à aux dans sur par pour avec sans qui se son sa ses ce cet cette ces est sont ne pas"
      + " l' d' qu' j' n' s' m' t' c' l’ d’ qu’ j’ n’ s’ m’ t’ c’"
    let portuguese =
      "os as um uma uns umas em na nos nas ao aos às por pelo pela com sem seu sua seus suas é são não nem"
    let words = [english, spanish, french, portuguese].joined(separator: " ").split(separator: " ")
    var table = Array(repeating: UInt64(0), count: 1024)
    for key in words.compactMap({ key(Array($0.utf8)[...]) }) {
      var slot = slot(key)
      while table[slot] != 0, table[slot] != key { slot = (slot + 1) & (table.count - 1) }
      table[slot] = key
    }
    return table
  }()

  /// Up to eight bytes in one integer, small letters only; `nil` for longer words, which are never function words.
  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard bytes.count <= 8 else { return nil }
    var key: UInt64 = 0
    var afterLatinLead = false
    for byte in bytes {
      let isCapital = (0x41...0x5A).contains(byte) || (afterLatinLead && (0x80...0x9E).contains(byte) && byte != 0x97)
      key = key << 8 | UInt64(isCapital ? byte + 0x20 : byte)
      afterLatinLead = byte == 0xC3
    }
    return key
  }
}
