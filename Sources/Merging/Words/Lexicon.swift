/// The words of one merge, each with a number: two words are the same bytes if and only if their numbers are equal.
///
/// White space between words is numbered apart (``Gap``), because words are aligned and white space is not.
struct Lexicon {
  private var arena: [UInt8] = []
  private var offsets: [Int] = [0]

  /// The first eight bytes of each word: most have no more.
  private var beginnings: [UInt64] = []
  private var table: [Int32] = Array(repeating: -1, count: 1024)
  private(set) var traits: [WordTraits] = []

  /// The scalars of each white space, as codes below zero; the first two are none and one space.
  private(set) var gapCodes: [[Int32]] = [[], [-1], [-2]]

  /// The others by their codes; most merges have none.
  private var gapNumbers: [[Int32]: Gap] = [[-2]: .lineEnd]

  var wordCount: Int { traits.count }

  /// The number of a word.
  mutating func number(of word: Span<UInt8>) -> Int32 {
    let mask = table.count - 1
    let beginning = Lexicon.beginning(word)
    var slot = Lexicon.hash(beginning, word) & mask
    while table[slot] >= 0 {
      if beginnings[Int(table[slot])] == beginning, isSame(table[slot], word) { return table[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(truncatingIfNeeded: traits.count)
    table[slot] = number
    beginnings.append(beginning)
    for index in word.indices { arena.append(word[index]) }
    offsets.append(arena.count)
    traits.append(WordTraits(arena[offsets[Int(number)]...]))
    if traits.count * 2 > table.count { grow() }
    return number
  }

  private static func beginning(_ word: Span<UInt8>) -> UInt64 {
    var beginning: UInt64 = 0
    let first = word.extracting(first: 8)
    for index in first.indices { beginning = beginning << 8 | UInt64(first[index]) }
    return beginning
  }

  private static func hash(_ beginning: UInt64, _ word: Span<UInt8>) -> Int {
    var hash = (beginning ^ UInt64(truncatingIfNeeded: word.count)) &* 0x9E37_79B9_7F4A_7C15
    if word.count > 8 {
      let rest = word.extracting(8...)
      for index in rest.indices { hash = (hash ^ UInt64(rest[index])) &* 0x100_0000_01b3 }
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// A word as it is written.
  func bytes(ofWord number: Int32) -> ArraySlice<UInt8> {
    arena[offsets[Int(number)]..<offsets[Int(number) + 1]]
  }

  /// Whether a word that begins with the same eight bytes is the same.
  private func isSame(_ number: Int32, _ word: Span<UInt8>) -> Bool {
    let start = offsets[Int(number)]
    guard offsets[Int(number) + 1] - start == word.count else { return false }
    if word.count <= 8 { return true }
    let (own, other) = (arena.span.extracting((start + 8)..<(start + word.count)), word.extracting(8...))
    for step in own.indices where own[step] != other[step] { return false }
    return true
  }

  private mutating func grow() {
    var larger = Array(repeating: Int32(-1), count: table.count * 2)
    for number in 0..<traits.count {
      let word = arena.span.extracting(offsets[number]..<offsets[number + 1])
      var slot = Lexicon.hash(beginnings[number], word) & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(number)
    }
    table = larger
  }
}

/// The number of a run of spaces, tabs and line breaks between two words.
struct Gap: Hashable {
  let number: Int32
  static let none = Gap(number: 0)
  static let space = Gap(number: 1)
  static let lineEnd = Gap(number: 2)

  /// The code of a white space scalar: below zero, so that no word has it.
  static func code(of byte: UInt8) -> Int32 { byte == 0x20 ? -1 : byte == 0x0A ? -2 : -3 }
}

extension Lexicon {
  /// The number of some white space that is more than one space.
  mutating func gap(of space: Span<UInt8>) -> Gap {
    let codes = space.indices.map { Gap.code(of: space[$0]) }
    if let known = gapNumbers[codes] { return known }
    let gap = Gap(number: Int32(gapCodes.count))
    gapCodes.append(codes)
    gapNumbers[codes] = gap
    return gap
  }

  func codes(_ gap: Gap) -> [Int32] { gapCodes[Int(gap.number)] }

  /// The white space as it is written.
  func bytes(_ gap: Gap) -> [UInt8] { codes(gap).map { $0 == -1 ? 0x20 : $0 == -2 ? 0x0A : 0x09 } }
}
