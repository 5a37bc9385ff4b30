internal import Merging

/// Credits each word of a new wording: to the wording that it was kept from, or to the step that wrote it.
///
/// The rules, in this order:
///
/// 1. A word that the alignment keeps from the wording before keeps its history.
/// 2. Else, a word kept from another source keeps the history that it has there: the proposal that the chair adopts, the
///    one that a delegation supports or amends, the chair's text where a branch follows it, the other half of a
///    paragraph that is split or joined.
/// 3. A clause of at least five words that the step takes out at one place and puts in at another is moved.
/// 4. What is left was written by the step, unless it only takes over what others wrote.
///
/// Of several sources that keep a word the one in which the word is oldest counts; on the chair's own text the wording
/// before always does.
struct Crediting {
  /// The fewest words that are known as a clause that moved.
  static let fewest = 5

  private(set) var result: CreditedWording
  private var words: [CreditedWording.Word?]
  private let step: Int
  private let isMain: Bool
  private let undone: Set<Int>

  /// The decision by which each word of the chair's text came into it.
  private var decisions: [Int: Int?] = [:]

  /// - Parameters:
  ///   - text: the new wording.
  ///   - sources: the wordings that it may have words from, the one before it first.
  ///   - isMain: whether it is the chair's text.
  ///   - writes: whether the step may have words of its own; where it only takes over what others wrote, a word that the
  ///     alignment leaves open is looked for in the sources.
  ///   - undone: the decisions that the chair undid, which are nobody's credit.
  init(
    _ text: TracedText, from sources: [WordingSource], by step: Int, isMain: Bool, writes: Bool = true,
    undone: Set<Int> = [], _ trace: inout WordTrace, _ register: inout WordRegister
  ) {
    result = CreditedWording(text: text)
    words = Array(repeating: nil, count: text.count)
    (self.step, self.isMain, self.undone) = (step, isMain, undone)
    if isMain, sources.count > 1 {
      for source in sources.reversed() where source.isChairs {
        for word in source.wording.struck { decisions[word.word.token] = .some(word.word.decision) }
        for word in source.wording.words { decisions[word.token] = .some(word.decision) }
      }
    }
    let kept = sources.map { trace.kept(from: $0.wording.text, to: text) }
    for (index, source) in sources.enumerated() { take(kept[index], from: source, register) }
    for source in sources { move(from: source) }
    if !writes { for source in sources { find(in: source) } }
    for index in words.indices where words[index] == nil {
      words[index] = .init(
        token: register.add(text.space(before: index) + text.text(index..<(index + 1)), by: step), moved: nil,
        decision: nil)
    }
    result.words = words.compactMap { $0 }
    strike(sources, kept)
  }

  private mutating func take(_ kept: [KeptWords], from source: WordingSource, _ register: WordRegister) {
    for run in kept {
      for offset in 0..<run.count {
        let word = source.wording.words[run.old + offset]
        if let known = words[run.new + offset] {
          guard !isMain, register.births[word.token] < register.births[known.token] else { continue }
        }
        words[run.new + offset] = taken(word, from: source)
      }
    }
  }

  /// A word as it comes from a source: the chair's text may get it by this step.
  private func taken(_ word: CreditedWording.Word, from source: WordingSource) -> CreditedWording.Word {
    guard isMain, !source.isChairs else { return word }
    var word = word
    word.decision = decisions[word.token] ?? step
    return word
  }

  /// Takes over clauses that a source has elsewhere and that do not stand there any more.
  private mutating func move(from source: WordingSource) {
    guard words.contains(where: { $0 == nil }) else { return }
    let present = Set(words.compactMap { $0?.token })
    let old = source.wording
    var isFree = old.words.map { !present.contains($0.token) }
    for clause in MovedRuns.find(in: result.text, words.map { $0 == nil }, from: old.text, isFree) {
      for offset in 0..<clause.count where isFree[clause.old + offset] {
        words[clause.new + offset] = taken(old.words[clause.old + offset], from: source)
        words[clause.new + offset]?.moved = step
        isFree[clause.old + offset] = false
      }
    }
  }

  /// Takes the words that are left open from a source that has the same ones and no place for them yet.
  private mutating func find(in source: WordingSource) {
    guard words.contains(where: { $0 == nil }) else { return }
    let present = Set(words.compactMap { $0?.token })
    let old = source.wording
    var free: [Int32: [Int]] = [:]
    for index in old.words.indices.reversed() where !present.contains(old.words[index].token) {
      free[old.text.smallForms[index], default: []].append(index)
    }
    for index in words.indices where words[index] == nil {
      guard let place = free[result.text.smallForms[index]]?.popLast() else { continue }
      words[index] = taken(old.words[place], from: source)
    }
  }

  /// Keeps the words that went, where they stood.
  private mutating func strike(_ sources: [WordingSource], _ kept: [[KeptWords]]) {
    guard let first = sources.first?.wording, let runs = kept.first else { return }
    var present = Set(result.words.map(\.token))
    let strikers = sources.dropFirst().filter { !isMain || !$0.isChairs }.flatMap(\.wording.struck)
    let by = Dictionary(strikers.map { ($0.word.token, $0) }, uniquingKeysWith: { first, _ in first })
    // The struck words of the wording before, and those that go now, in the order of their places.
    var old = first.struck[...]
    for place in 0...first.words.count {
      let now = Self.place(of: place, runs, result.words.count)
      while let ghost = old.first, ghost.place <= place {
        old.removeFirst()
        guard present.insert(ghost.word.token).inserted else { continue }
        var ghost = ghost
        ghost.place = now
        result.struck.append(ghost)
      }
      guard place < first.words.count, present.insert(first.words[place].token).inserted else { continue }
      let word = first.words[place]
      let striker = by[word.token]
      let known = striker?.decision.flatMap { undone.contains($0) ? nil : $0 }
      let decision = striker.flatMap { _ in known ?? (isMain ? step : nil) }
      result.struck.append(.init(word: word, place: now, by: striker?.by ?? step, decision: decision))
    }
    result.struck = result.struck.enumerated().sorted {
      ($0.element.place, $0.element.by, $0.offset) < ($1.element.place, $1.element.by, $1.offset)
    }.map(\.element)
  }

  /// Where a place between the words of the old wording is in the new one.
  private static func place(of place: Int, _ kept: [KeptWords], _ newCount: Int) -> Int {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].old + kept[middle].count <= place { low = middle + 1 } else { high = middle }
    }
    // What went stands behind what came in its place, as in a bracket.
    guard low < kept.count else { return newCount }
    return kept[low].new + max(0, place - kept[low].old)
  }
}

/// Finds clauses that two texts share at places which the alignment does not pair.
enum MovedRuns {
  /// The longest runs of free words from left to right, each of at least ``Crediting/fewest`` words; capitals do not
  /// count.
  ///
  /// - Cost: linear in the two texts where clauses are not repeated many times.
  static func find(
    in text: TracedText, _ isWanted: [Bool], from source: TracedText, _ isFree: [Bool]
  ) -> [KeptWords] {
    let size = Crediting.fewest
    guard source.count >= size, text.count >= size else { return [] }
    var places: [ArraySlice<Int32>: Int] = [:]
    for start in 0...(source.count - size) where isFree[start..<(start + size)].allSatisfy({ $0 }) {
      let key = source.smallForms[start..<(start + size)]
      if places[key] == nil { places[key] = start }
    }
    guard !places.isEmpty else { return [] }
    var found: [KeptWords] = []
    var start = 0
    while start + size <= text.count {
      guard isWanted[start..<(start + size)].allSatisfy({ $0 }),
        let origin = places[text.smallForms[start..<(start + size)]]
      else {
        start += 1
        continue
      }
      var count = size
      while start + count < text.count, origin + count < source.count, isWanted[start + count], isFree[origin + count],
        text.smallForms[start + count] == source.smallForms[origin + count]
      { count += 1 }
      if text.kinds[start..<(start + count)].count(where: { $0 != .punctuation }) >= size {
        found.append(KeptWords(old: origin, new: start, count: count))
        start += count
      } else {
        start += 1
      }
    }
    return found
  }
}
