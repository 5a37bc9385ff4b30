internal import TextForm

/// Writes the words that rivals begin or end with once.
///
/// `[Bra: and their families in the country of origin / Chile: and their families in the country of transit]` becomes
/// `[Bra, Chile: and their families in the country of [Bra: origin / Chile: transit]]`. Everybody named inside is named
/// outside too, so nobody amends anybody; the words stay in a bracket, because the base does not hold them.
///
/// Drawn together are rivals that share five words at least, however many stand behind each: a co-sponsor must not
/// change the shape.
struct Drawing {
  /// Every label of the text, in the order in which lists of them are written.
  let labels: [String]

  /// How many words rivals share at least: as many as an outer bracket with its labels costs a reader.
  private static var fewest: Int { 5 }

  /// Of how many alternatives each is compared with each: far cheaper, for so many, than to sort them by their words.
  private static var mostInPairs: Int { 32 }

  /// What so many words take at least.
  private static var fewestBytes: Int { 2 * fewest - 1 }

  /// The text drawn together; `nil` where it stays as it is.
  ///
  /// - Cost: linear in the size of the text.
  func drawn(_ text: BracketedText) -> BracketedText? {
    var result: BracketedText?
    for (index, piece) in text.pieces.enumerated() {
      guard case .bracket(let bracket) = piece, let drawn = drawn(bracket) else { continue }
      var changed = result ?? text
      changed.pieces[index] = .bracket(drawn)
      result = changed
    }
    return result
  }

  private func drawn(_ bracket: Bracket) -> Bracket? {
    var result: Bracket?
    if let struck = bracket.struck.flatMap(drawn) {
      result = Bracket(alternatives: bracket.alternatives, struck: struck)
    }
    for index in bracket.alternatives.indices {
      guard let content = drawn(bracket.alternatives[index].content) else { continue }
      var changed = result ?? bracket
      changed.alternatives[index].content = content
      result = changed
    }
    if let alternatives = together(bracket.alternatives) {
      result = Bracket(alternatives: alternatives, struck: (result ?? bracket).struck)
    }
    return result
  }

  /// Whether two of the alternatives that are long enough begin, or end, with the same byte: most brackets are passed over
  /// here, before anything is copied.
  private static func mayShare(_ alternatives: [Alternative]) -> Bool {
    if alternatives.count < 2 { return false }
    var (firsts, lasts) = (SIMD4<UInt64>(), SIMD4<UInt64>())
    for alternative in alternatives {
      guard alternative.content.pieces.count == 1, case .text(let text) = alternative.content.pieces[0],
        text.utf8.count >= fewestBytes, let first = text.utf8.first, let last = text.utf8.last
      else { continue }
      if firsts.insert(first) || lasts.insert(last) { return true }
    }
    return false
  }

  /// Whether two of a few alternatives have as many bytes and spaces in common at their two ends as the fewest words take;
  /// of many it is not asked here.
  private static func shareEnough(_ alternatives: [Alternative]) -> Bool {
    if alternatives.count > mostInPairs { return true }
    for index in alternatives.indices.dropFirst() {
      guard let text = alternatives[index].content.onlyText else { continue }
      for other in 0..<index {
        guard let rival = alternatives[other].content.onlyText else { continue }
        let (a, b) = (text.utf8.span, rival.utf8.span)
        let (head, tail) = (commonByteCount(a, b), commonEndCount(a, b))
        if head + tail < fewestBytes - 1 { continue }
        // Words at both ends have a space less between them.
        if spaceCount(a.extracting(first: head)) + spaceCount(a.extracting(last: tail)) >= fewest - 2 { return true }
      }
    }
    return false
  }

  private static func spaceCount(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where isSpace(bytes[index]) { count += 1 }
    return count
  }

  /// The alternatives with those that share a beginning, then those that share an end, as one.
  func together(_ alternatives: [Alternative]) -> [Alternative]? {
    guard Drawing.mayShare(alternatives), Drawing.shareEnough(alternatives) else { return nil }
    let rivals = alternatives.enumerated().compactMap { Rival($0, $1) }.filter {
      $0.bytes.count >= Drawing.fewestBytes
    }
    guard rivals.count > 1 else { return nil }
    var merged: [Int: Alternative] = [:]
    var gone: Set<Int> = []
    for side in [\Rival.firstWord, \Rival.lastWord] {
      var groups: [ArraySlice<UInt8>: [Rival]] = [:]
      for rival in rivals where !gone.contains(rival.index) && merged[rival.index] == nil {
        groups[rival[keyPath: side], default: []].append(rival)
      }
      for group in groups.values where group.count > 1 {
        guard let alternative = one(group) else { continue }
        merged[group[0].index] = alternative
        gone.formUnion(group.dropFirst().map(\.index))
      }
    }
    if merged.isEmpty { return nil }
    return alternatives.indices.filter { !gone.contains($0) }.map { merged[$0] ?? alternatives[$0] }
  }

  /// Some rivals as one alternative; `nil` where they share too few words or could not be read exactly.
  private func one(_ group: [Rival]) -> Alternative? {
    for shared in Rival.shared(group, ofLeast: Drawing.fewestBytes - 1) where shared.words >= Drawing.fewest {
      if let alternative = one(group, shared) { return alternative }
    }
    return nil
  }

  private func one(_ group: [Rival], _ shared: Rival.Shared) -> Alternative? {
    let (before, after) = Rival.surroundings(group, shared)
    let content = { (alternatives: [Alternative]) in
      BracketedText(
        BracketedText(text: before).pieces + [.bracket(Bracket(alternatives: alternatives, struck: nil))]
          + BracketedText(text: after).pieces)
    }
    // What is shared, as who has nothing between it reads it.
    let bare = content([Alternative(labels: [], content: BracketedText())]).reading(of: nil)
    guard Spacing.trimmed(bare).utf8.elementsEqual(bare.utf8) else { return nil }
    var inner: [Alternative] = []
    for rival in group {
      let middle = Spacing.trimmed(rival.middle(shared))
      let own = Alternative(labels: rival.alternative.labels, content: BracketedText(text: middle))
      let read = middle.isEmpty ? bare : content([own]).reading(of: own.labels.first)
      guard read.utf8.elementsEqual(rival.bytes) else { return nil }
      if !middle.isEmpty { inner.append(own) }
    }
    let named = Set(group.flatMap(\.alternative.labels))
    return Alternative(labels: labels.filter(named.contains), content: content(inner))
  }
}

extension BracketedText {
  /// The text, where no bracket stands in it.
  fileprivate var onlyText: String? {
    if pieces.count == 1, case .text(let text) = pieces[0] { text } else { nil }
  }
}

extension SIMD4<UInt64> {
  /// Adds a byte to a set of them; whether it was there.
  fileprivate mutating func insert(_ byte: UInt8) -> Bool {
    let (word, bit) = (Int(byte >> 6), UInt64(1) << UInt64(byte & 63))
    defer { self[word] |= bit }
    return self[word] & bit != 0
  }
}
