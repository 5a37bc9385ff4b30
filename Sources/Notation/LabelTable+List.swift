extension LabelTable {
  /// What a whole label list means: `Bra, Chile and Trinidad and Tobago`.
  package enum ListMeaning: Hashable, Sendable {
    /// The labels, each once, in alphabetical order.
    case labels([String])
    /// Every item is known, but one may mean several parties.
    case ambiguous(item: String, candidates: [String])
    case unknown
  }

  /// What the list before a colon means: items parted by `,` `;` `/` and by `and`, `y`, `e`, `et`.
  ///
  /// The longest name wins, so that `Antigua and Barbuda and Brazil` are two parties. A list with one item that is
  /// unknown or empty is no list at all.
  ///
  /// - Cost: linear in the length of the list, which is bounded.
  package func meaning(ofList list: String) -> ListMeaning {
    if list.utf8.count > longestList { return .unknown }
    var items: [Item] = []
    if isExact, case .label(let label) = meaning(of: trimmedName(list)) { return .labels([label]) }
    for segment in list.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == ";" || $0 == "/" })
    {
      let words = segment.split(whereSeparator: Self.isBlank).map { String($0) }
      guard let found = self.items(in: words) else { return .unknown }
      items += found
    }
    var labels: Set<String> = []
    for item in items {
      switch item.meaning {
      case .label(let label): labels.insert(label)
      case .ambiguous(let candidates):
        return .ambiguous(item: item.text, candidates: candidates)
      case .unknown: return .unknown
      }
    }
    return .labels(labels.sorted(by: alphabetically))
  }

  private struct Item {
    var text: String
    var meaning: Meaning
  }

  /// The items in one run of words; `nil` where they cannot be parted into known names.
  private func items(in words: [String]) -> [Item]? {
    // From the end: the name that begins at each place, the longest, where the words behind it are names as well.
    var found = [(item: Item?, next: Int)?](repeating: nil, count: words.count + 1)
    for start in words.indices.reversed() {
      for end in (start...min(words.count, start + Self.longestName)).reversed() {
        let isWhole = end == words.count
        guard isWhole || (Self.isConjunction(words[end]) && found[end + 1] != nil) else { continue }
        let next = isWhole ? end : end + 1
        // `, and Chile`: the conjunction of a list may follow a comma.
        if end == start, start == 0, !isWhole { found[start] = (nil, next) }
        guard end > start else { continue }
        let text = words[start..<end].joined(separator: " ")
        let meaning = meaning(of: text)
        guard meaning != .unknown else { continue }
        found[start] = (Item(text: text, meaning: meaning), next)
        break
      }
    }
    guard found[0] != nil else { return nil }
    var items: [Item] = []
    var place = 0
    while let (item, next) = found[place] {
      if let item { items.append(item) }
      place = next
    }
    return items
  }

  /// The most words in a name: `Saint Vincent and the Grenadines` has five.
  private static let longestName = 8

  private func trimmedName(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\n" || scalar == "\t"
  }

  private static func isConjunction(_ word: String) -> Bool {
    switch word.utf8.count {
    case 1: word == "y" || word == "e" || word == "Y" || word == "E"
    case 2: word.lowercased() == "et"
    case 3: word.lowercased() == "and"
    default: false
    }
  }
}
