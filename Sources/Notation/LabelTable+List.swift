extension LabelTable {
  /// What a whole label list means: `Bra, Chile and Trinidad and Tobago`.
  package enum ListMeaning: Hashable, Sendable {
    /// The labels, each once, in alphabetical order.
    case labels([String])
    /// Every item is known, but one may mean several parties.
    case ambiguous(item: String, candidates: [String])
    case unknown
  }

  /// The longest list that is looked at, in bytes: more than every member state by its full name.
  static let longestList = 1_500

  /// What the list before a colon means: items parted by `,` `;` `/` and by `and`, `y`, `e`, `et`.
  ///
  /// The longest name wins, so that `Antigua and Barbuda and Brazil` are two parties. A list with one item that is
  /// unknown or empty is no list at all.
  ///
  /// - Cost: linear in the length of the list, which is bounded.
  package func meaning(ofList list: String) -> ListMeaning {
    if list.utf8.count > Self.longestList { return .unknown }
    var items: [Item] = []
    if isExact, case .label(let label) = meaning(of: trimmedName(list)) { return .labels([label]) }
    for segment in list.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == ";" || $0 == "/" })
    {
      let words = segment.split(whereSeparator: Self.isBlank).map { String($0) }
      guard words.count <= 30, let found = self.items(in: words[...], conjunctions: 4) else {
        return .unknown
      }
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
  private func items(in words: ArraySlice<String>, conjunctions left: Int) -> [Item]? {
    if words.isEmpty { return nil }
    let whole = words.joined(separator: " ")
    let meaning = meaning(of: whole)
    if meaning != .unknown { return [Item(text: whole, meaning: meaning)] }
    if left == 0 { return nil }
    for place in words.indices.reversed() where Self.isConjunction(words[place]) {
      guard let rest = items(in: words[(place + 1)...], conjunctions: left - 1) else { continue }
      if place == words.startIndex { return rest }
      let name = words[..<place].joined(separator: " ")
      let meaning = self.meaning(of: name)
      if meaning != .unknown { return [Item(text: name, meaning: meaning)] + rest }
      if let first = items(in: words[..<place], conjunctions: left - 1) { return first + rest }
    }
    return nil
  }

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
