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
/// The mark of a footnote is another word where the footnote reads otherwise.
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
  ///   - notes: its footnotes, by their marks; empty where they are not known.
  ///   - isMain: whether it is the chair's text.
  ///   - writes: whether the step may have words of its own; where it only takes over what others wrote, a word that the
  ///     alignment leaves open is looked for in the sources.
  ///   - isFromOthers: whether words came from other paragraphs, with what was struck among them: by a split, a join, or a
  ///     branch that followed one.
  ///   - undone: the decisions that the chair undid, which are nobody's credit.
  init(
    _ text: TracedText, notes: [String: String] = [:], from sources: [WordingSource], by step: Int, isMain: Bool,
    writes: Bool = true, isFromOthers: Bool = false, undone: Set<Int> = [], _ trace: inout WordTrace,
    _ register: inout WordRegister
  ) {
    result = CreditedWording(text: text, notes: notes)
    words = Array(repeating: nil, count: text.count)
    (self.step, self.isMain, self.undone) = (step, isMain, undone)
    if isMain, sources.count > 1 {
      for source in sources.reversed() where source.isChairs {
        for word in source.wording.struck { decisions[word.word.token] = .some(word.word.decision) }
        for word in source.wording.words { decisions[word.token] = .some(word.decision) }
      }
    }
    let kept = sources.map { trace.kept(from: $0.wording, to: result) }
    for (index, source) in sources.enumerated() { take(kept[index], from: source, register) }
    for source in sources { move(from: source, wordCount: register.births.count) }
    if !writes {
      for source in sources { find(in: source, &trace) }
      for source in sources { renumber(from: source) }
    }
    for index in words.indices where words[index] == nil {
      words[index] = .init(
        token: register.add(text.space(before: index) + text.text(index..<(index + 1)), by: step), moved: nil,
        decision: nil)
    }
    result.words = words.compactMap { $0 }
    strike(sources, kept, wordCount: register.births.count, &trace)
    if isFromOthers { keepStruck(of: sources.dropFirst().filter { !isMain || $0.isChairs }) }
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

  /// Whether a word is the mark of a footnote that reads otherwise than that of a source's word.
  private func isOtherNote(_ index: Int, than place: Int, of source: WordingSource) -> Bool {
    guard let now = result.note(at: index), let then = source.wording.note(at: place) else { return false }
    return !now.utf8.elementsEqual(then.utf8)
  }

  /// A word as it comes from a source: the chair's text may get it by this step.
  private func taken(_ word: CreditedWording.Word, from source: WordingSource) -> CreditedWording.Word {
    guard isMain, !source.isChairs else { return word }
    var word = word
    word.decision = decisions[word.token] ?? step
    return word
  }

  /// Takes over clauses that a source has elsewhere and that do not stand there any more.
  private mutating func move(from source: WordingSource, wordCount: Int) {
    guard words.count(where: { $0 == nil }) >= Self.fewest else { return }
    var isPresent = [Bool](repeating: false, count: wordCount)
    for case let word? in words { isPresent[word.token] = true }
    let old = source.wording
    var isFree = old.words.map { !isPresent[$0.token] }
    guard isFree.count(where: \.self) >= Self.fewest else { return }
    for clause in MovedRuns.find(in: result.text, words.map { $0 == nil }, from: old.text, isFree) {
      for offset in 0..<clause.count where isFree[clause.old + offset] {
        words[clause.new + offset] = taken(old.words[clause.old + offset], from: source)
        words[clause.new + offset]?.moved = step
        isFree[clause.old + offset] = false
      }
    }
  }

  /// Takes the words that are left open from a source that has the same ones and no place for them yet.
  private mutating func find(in source: WordingSource, _ trace: inout WordTrace) {
    guard words.contains(where: { $0 == nil }) else { return }
    let read = trace.read(source.wording, beside: result)
    let present = Set(words.compactMap { $0?.token })
    let old = source.wording
    var free: [Int32: [Int]] = [:]
    for index in old.words.indices.reversed() where !present.contains(old.words[index].token) {
      free[read.old.smallForms[index], default: []].append(index)
    }
    for index in words.indices where words[index] == nil {
      guard let place = free[read.new.smallForms[index]]?.popLast() else { continue }
      words[index] = taken(old.words[place], from: source)
    }
  }

  /// Takes the marks of footnotes that are left open from a source that has as many left: they change in a join.
  private mutating func renumber(from source: WordingSource) {
    let open = words.indices.filter { words[$0] == nil && result.text.isFootnoteMark($0) }
    guard !open.isEmpty else { return }
    let present = Set(words.compactMap { $0?.token })
    let old = source.wording
    let left = old.words.indices.filter { !present.contains(old.words[$0].token) && old.text.isFootnoteMark($0) }
    guard left.count == open.count else { return }
    for (index, place) in zip(open, left) where !isOtherNote(index, than: place, of: source) {
      words[index] = taken(old.words[place], from: source)
    }
  }

  /// Keeps what was struck in other paragraphs before the words that stood behind it there.
  private mutating func keepStruck(of sources: [WordingSource]) {
    var seen = Set(result.words.map(\.token) + result.struck.map(\.word.token))
    let places = Dictionary(
      result.words.enumerated().map { ($0.element.token, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var found: [CreditedWording.Struck] = []
    for source in sources {
      let words = source.wording.words
      for var ghost in source.wording.struck where seen.insert(ghost.word.token).inserted {
        let next = words[min(ghost.place, words.count)...].lazy.compactMap { places[$0.token] }.first
        let last = words[..<min(ghost.place, words.count)].last { places[$0.token] != nil }
        ghost.place = next ?? last.flatMap { places[$0.token] }.map { $0 + 1 } ?? result.words.count
        found.append(ghost)
      }
    }
    guard !found.isEmpty else { return }
    result.struck = (result.struck + found).enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
  }

  /// Keeps the words that went, where they stood.
  ///
  /// - Parameter wordCount: how many words the register has; a mark for each is cheaper than a set of those that are seen.
  private mutating func strike(
    _ sources: [WordingSource], _ kept: [[KeptWords]], wordCount: Int, _ trace: inout WordTrace
  ) {
    guard let first = sources.first?.wording, let runs = kept.first else { return }
    var isPresent = [Bool](repeating: false, count: wordCount)
    for word in result.words { isPresent[word.token] = true }
    let strikers = sources.dropFirst().filter { !isMain || !$0.isChairs }.flatMap(\.wording.struck)
    var by = Dictionary(strikers.map { ($0.word.token, $0) }, uniquingKeysWith: { $0.joined(by: $1) })
    if isMain {
      for ghost in Self.unread(first, by: sources.dropFirst(), &trace) where !isPresent[ghost.word.token] {
        if strikers.contains(where: { $0.word.token == ghost.word.token }) { continue }
        by[ghost.word.token] = by[ghost.word.token]?.joined(by: ghost) ?? ghost
      }
    }
    // The struck words of the wording before, and those that go now, in the order of their places.
    var next = 0
    result.struck.reserveCapacity(first.struck.count + Self.fewest)
    for place in 0...first.words.count {
      let now = Self.place(of: place, runs, result.words.count)
      while next < first.struck.count, first.struck[next].place <= place {
        var ghost = first.struck[next]
        next += 1
        if isPresent[ghost.word.token] { continue }
        isPresent[ghost.word.token] = true
        ghost.place = now
        result.struck.append(ghost)
      }
      guard place < first.words.count, !isPresent[first.words[place].token] else { continue }
      let word = first.words[place]
      isPresent[word.token] = true
      let striker = by[word.token]
      let known = striker?.decision.flatMap { undone.contains($0) ? nil : $0 }
      let decision = striker.flatMap { _ in known ?? (isMain ? step : nil) }
      result.struck.append(
        .init(word: word, place: now, by: striker?.by ?? step, decision: decision, also: striker?.also ?? []))
    }
    let struck = result.struck
    if zip(struck, struck.dropFirst()).allSatisfy({ ($0.place, $0.by) <= ($1.place, $1.by) }) { return }
    result.struck = struck.enumerated().sorted {
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
