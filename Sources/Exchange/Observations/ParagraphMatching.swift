internal import Drafting
internal import TextForm

/// Finds which paragraph of the draft each paragraph of a document is.
///
/// By identifiers first, then by equal words, then by printed numbers where the words are alike, then by likeness alone.
struct ParagraphMatching {
  struct Candidate {
    var identifier: ParagraphIdentifier?
    var section: SectionName
    var number: ParagraphNumber?
    var isHeading: Bool

    /// What the paragraph says: the draft's text, and the sender's own.
    var texts: [String]

    /// Whether the document shows that the paragraph went: then another is the same only where nearly all words are.
    var isGone = false

    /// Whether only others propose it: then it is the same only as an item in which the sender changes their words.
    var isOthers = false
  }

  private let candidates: [Candidate]
  private let words: [[WordCount]]
  private var index: [Int: [Int]] = [:]
  private var isTaken: [Bool]

  init(_ candidates: [Candidate]) {
    self.candidates = candidates
    words = candidates.map { $0.texts.map(WordCount.init) }
    isTaken = Array(repeating: false, count: candidates.count)
    for (place, counts) in words.enumerated() {
      for shingle in Set(counts.flatMap(\.shingles)) { index[shingle, default: []].append(place) }
    }
  }

  /// The candidate of each item; `nil` for an item that is new.
  ///
  /// - Cost: close to linear: an item is compared only with candidates that share three words in a row with it, of runs of
  ///   words that few candidates have.
  ///
  /// - Parameter isInOthersWords: whether an item may be a candidate that only others propose.
  mutating func match(
    _ items: [ObservedDraft.Item], isInOthersWords: (ObservedDraft.Item) -> Bool = { _ in true }
  ) -> [Int?] {
    let isBarred = items.map { !isInOthersWords($0) }
    var found = [Int?](repeating: nil, count: items.count)
    func isFree(_ candidate: Int, for item: Int) -> Bool {
      !isTaken[candidate] && !(candidates[candidate].isOthers && isBarred[item])
    }
    func take(_ item: Int, _ candidate: Int?) {
      guard let candidate, isFree(candidate, for: item), candidates[candidate].isHeading == items[item].isHeading else {
        return
      }
      found[item] = candidate
      isTaken[candidate] = true
    }
    let byIdentifier = Dictionary(
      candidates.indices.compactMap { place in candidates[place].identifier.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    for item in items.indices { take(item, items[item].identifier.flatMap { byIdentifier[$0] }) }
    var byText: [String: [Int]] = [:]
    for place in candidates.indices {
      for text in Set(candidates[place].texts) { byText[text, default: []].append(place) }
    }
    for item in items.indices where found[item] == nil {
      let same = (byText[items[item].text] ?? []).filter { isFree($0, for: item) }
      take(item, same.first { candidates[$0].number == items[item].number } ?? (same.count == 1 ? same[0] : nil))
    }
    let counts = items.indices.map { found[$0] == nil ? WordCount(items[$0].text) : WordCount("") }
    var byNumber: [ParagraphNumber: [Int]] = [:]
    for place in candidates.indices {
      if let number = candidates[place].number { byNumber[number, default: []].append(place) }
    }
    for item in items.indices where found[item] == nil {
      guard let number = items[item].number else { continue }
      let same = (byNumber[number] ?? []).filter {
        isFree($0, for: item) && likeness(counts[item], $0) >= (candidates[$0].isGone ? Self.nearlyAll : 0.4)
      }
      take(item, same.first { candidates[$0].section == items[item].section } ?? same.first)
    }
    var pairs: [(likeness: Double, item: Int, candidate: Int)] = []
    // What a control calls a delegation's own paragraph is no other that it only resembles.
    for item in items.indices where found[item] == nil && !items[item].isDelegations {
      for candidate in nearest(counts[item]) where isFree(candidate, for: item) {
        let likeness = likeness(counts[item], candidate)
        if likeness >= (candidates[candidate].isGone ? Self.nearlyAll : 0.5) {
          pairs.append((likeness, item, candidate))
        }
      }
    }
    for pair in pairs.sorted(by: { ($1.likeness, $0.item, $0.candidate) < ($0.likeness, $1.item, $1.candidate) })
    where found[pair.item] == nil {
      take(pair.item, pair.candidate)
    }
    // A short text shares no run of words with what is left of it: it is the only one between the same two others.
    for item in items.indices where found[item] == nil && !items[item].isDelegations {
      let before: Int? = item == 0 ? -1 : found[item - 1]
      let after: Int? = item + 1 == items.count ? candidates.count : found[item + 1]
      guard let before, let after, after == before + 2, !candidates[before + 1].isGone,
        likeness(counts[item], before + 1) >= 0.5
      else { continue }
      take(item, before + 1)
    }
    return found
  }

  /// How alike a paragraph is to one that went if it is that one, moved without a mark of it: what was written instead
  /// often has half of its words.
  static let nearlyAll = 0.8

  private func likeness(_ count: WordCount, _ candidate: Int) -> Double {
    words[candidate].map { $0.likeness(to: count) }.max() ?? 0
  }

  /// The few candidates that share the most runs of words.
  private func nearest(_ count: WordCount) -> [Int] {
    var votes: [Int: Int] = [:]
    for shingle in count.shingles {
      guard let places = index[shingle], places.count <= 50 else { continue }
      for place in places { votes[place, default: 0] += 1 }
    }
    return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
  }
}

/// How often each word stands in a text.
struct WordCount {
  private var counts: [String: Int] = [:]
  private(set) var total = 0

  /// Every three words in a row, as numbers; every word of a shorter text.
  private(set) var shingles: Set<Int> = []

  init(_ text: String) {
    let words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for word in words { counts[word, default: 0] += 1 }
    total = words.count
    let width = min(3, words.count)
    guard width > 0 else { return }
    for start in 0...(words.count - width) {
      var hasher = Hasher()
      hasher.combine(words[start..<(start + width)])
      shingles.insert(hasher.finalize())
    }
  }

  /// What share of the runs of words of this text, which has some, stands in the other too.
  func share(in other: WordCount) -> Double {
    total < 3 ? 0 : Double(shingles.count { other.shingles.contains($0) }) / Double(shingles.count)
  }

  /// What share of the words of both texts they have in common, from 0 to 1.
  func likeness(to other: WordCount) -> Double {
    if total + other.total == 0 { return 0 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}
