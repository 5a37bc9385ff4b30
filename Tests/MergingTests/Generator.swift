import Merging

/// A small deterministic generator (xorshift64*); the seed stands in every failure.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_567
    if state == 0 { state = 1 }
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// A base and the versions of it that a seed makes.
struct GeneratedCase {
  var base: String
  var versions: [String: String] = [:]

  static let labels = ["Arg", "Bra", "Chile", "Méx", "Ven", "Uru", "Per"]

  init(seed: UInt64) {
    var generator = Generator(seed: seed)
    let kind = generator.below(7)
    base = GeneratedCase.text(&generator, kind)
    let parts = GeneratedCase.parts(of: base)
    for label in GeneratedCase.labels where generator.below(3) > 0 {
      switch generator.below(5) {
      case 0: versions[label] = GeneratedCase.text(&generator, generator.below(2) == 0 ? kind : generator.below(7))
      case 1 where !versions.isEmpty: versions[label] = versions[generator.pick(versions.keys.sorted())]
      default:
        var parts = parts
        for _ in 0..<generator.below(4) {
          let start = generator.below(parts.count + 1)
          let end = min(parts.count, start + generator.below(6))
          let count = generator.below(6)
          let new = (0..<count).map { _ in generator.pick(GeneratedCase.words[kind]) }
          parts.replaceSubrange(start..<end, with: new)
        }
        versions[label] = GeneratedCase.trimmed(parts.joined())
      }
    }
  }

  /// A base and versions of which some amend others, at any depth, themselves or nobody.
  static func amendments(seed: UInt64) -> (base: String, versions: [Version]) {
    var generator = Generator(seed: seed)
    let kind = generator.below(7)
    let base = text(&generator, kind)
    var versions: [Version] = []
    for label in labels.prefix(1 + generator.below(labels.count)) {
      let parent = generator.below(3) == 0 ? nil : versions.randomElement(using: &generator)
      let isStray = generator.below(20) == 0
      let changed = edited(parent?.text ?? base, &generator, kind)
      versions.append(
        Version(label: label, text: changed, amends: isStray ? labels.randomElement(using: &generator) : parent?.label))
    }
    return (base, versions.shuffled(using: &generator))
  }

  private static func edited(_ text: String, _ generator: inout Generator, _ kind: Int) -> String {
    var parts = parts(of: text)
    for _ in 0..<(1 + generator.below(3)) {
      let start = generator.below(parts.count + 1)
      let end = min(parts.count, start + generator.below(4))
      parts.replaceSubrange(start..<end, with: (0..<generator.below(7)).map { _ in generator.pick(words[kind]) })
    }
    return trimmed(parts.joined())
  }

  private static let words: [[String]] = [
    [
      "the", "of", "and", "a", "States", "Parties", "victims", "shall", "persons", "l'homme", "d’État", "at-risk",
      "1,000", "5bis", "[x]",
      "~~", "\\", "|", ",", ";", ".", ":", "(", ")", "¿Qué", "ção", " ", " ", "\n", "/", "–", "[Ven: x]", "“", "”",
      "\"", "«", "»",
      " ", " ", " ", "e\u{301}", "\u{301}", "[^12]", "\u{A0}",
    ],
    ["a", "b", "a", " ", " ", ","],
    ["a", " ", "b", " ", " a ", " b "],
    [" alpha ", " beta ", " gamma ", " delta ", " of ", " the ", " and "],
    ["a", "b", "c", " ", "  ", "\n", "\t", ".", ",", ";", "(", ")"],
    [" le ", " mot", " ;", " l'", "homme ", "d’", "État", " « ", " » ", "\u{A0}:", " não ", "¿", "qué", "? "],
    ["x", " ", "(", ")", " “", "” ", "[", "]", "\"", " y "],
  ]

  private static func text(_ generator: inout Generator, _ kind: Int) -> String {
    let count = generator.below(15)
    return trimmed((0..<count).map { _ in generator.pick(words[kind]) }.joined())
  }

  private static func parts(of text: String) -> [String] {
    text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).flatMap { [String($0), " "] }.dropLast()
  }

  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\n" || scalar == "\t" }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
