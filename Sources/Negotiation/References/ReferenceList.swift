internal import Drafting

/// The numbers that a reference names, one by one and in ranges, as they read with the new numbers.
///
/// What stands one after the other is named so as before, each number in its place. Where a range goes over paragraphs
/// that are not together any more, or the numbers of a list would change places, the list is written anew: `paragraphs 4
/// to 6` becomes `paragraphs 2, 5 and 6`.
struct ReferenceList {
  private typealias Vocabulary = ReferenceVocabulary

  /// The numbers alone, with the words between them.
  private(set) var suggestion = ""
  /// Whether the words around it may have to change, so that only a person can write it.
  private(set) var needsWording = false
  /// The numbers that it leaves out, as their paragraphs were deleted; all that it names where nothing else is left.
  private(set) var leftOut: [ParagraphNumber] = []
  /// Whether any paragraph is left that it names.
  private(set) var isEmpty = false
  /// The numbers that the paragraphs of the ranges had, where those are not all that the range counts.
  private(set) var covered: [ParagraphNumber] = []

  /// What the list names: a number, or all from one to another.
  private struct Part {
    var first: Int
    var last: Int
    var runs: [[ParagraphNumber]]

    var isRange: Bool { first < last }
    /// Whether it is still a number, or a range.
    var isWhole: Bool { runs.count == 1 && (isRange ? runs[0].count > 1 : runs[0].count == 1) }
  }

  private let list: [ReferenceSentence.Number]
  private let noun: Int
  private let words: [ReferenceWords.Word]
  private let bytes: [UInt8]
  private let section: SectionNumbers
  private var parts: [Part] = []

  /// - Parameters:
  ///   - list: the numbers behind the word for paragraph, which is `noun`.
  ///   - section: the numbers of the section that it means.
  init(
    _ list: [ReferenceSentence.Number], behind noun: Int, in words: [ReferenceWords.Word], of text: String,
    _ section: SectionNumbers
  ) {
    (self.list, self.noun, self.words, self.section, bytes) = (list, noun, words, section, Array(text.utf8))
    readParts()
    leftOut = list.map(\.number).filter(section.deleted.contains)
    isEmpty = parts.allSatisfy(\.runs.isEmpty)
    if isEmpty { return }
    let isWhole = parts.allSatisfy(\.isWhole)
    let numbers = parts.flatMap { part in
      [part.runs.first?.first, part.isRange ? part.runs.first?.last : nil].compactMap(\.self)
    }
    // A number that only a delegation's paragraph has keeps its place.
    let isTurned =
      list.map(\.number).isAscending && !numbers.isAscending && list.allSatisfy { isKnown($0.number) }
    // "Paragraphs 3 and 4, respectively", or "paragraphs 3 above and 4 below".
    let isOrdered = !isPlain || words.contains { $0.key.hasPrefix("respectiv") }
    let hasRange = parts.contains(where: \.isRange)
    if isWhole, !isTurned || isOrdered && !hasRange {
      suggestion = inPlace(numbers)
    } else if isWhole, !hasRange, Set(numbers).count == numbers.count {
      suggestion = inPlace(numbers.sorted())
    } else {
      suggestion = anew()
      if isOrdered { needsWording = true }
    }
  }

  private mutating func readParts() {
    var index = 0
    while index < list.count {
      let (lower, next) = (list[index].number, index + 1)
      let endsThere = next < list.count && list[next].endsRange && !(next + 1 < list.count && list[next + 1].endsRange)
      guard endsThere, lower < list[next].number, isKnown(lower), isKnown(list[next].number) else {
        parts.append(
          Part(
            first: index, last: index,
            runs: section.deleted.contains(lower) ? [] : [[section[lower] ?? section.proposed(lower) ?? lower]]))
        index = next
        continue
      }
      let upper = list[next].number
      let rows = section.paragraphs(from: lower, to: upper)
      parts.append(Part(first: index, last: next, runs: section.runs(of: Set(rows.map(\.new)))))
      let isPlain = lower.multiplicity == 1 && upper.multiplicity == 1
      if isPlain, upper.value - lower.value + 1 != rows.count { covered += rows.map(\.old) }
      index = next + 1
    }
  }

  private func isKnown(_ number: ParagraphNumber) -> Bool { section[number] != nil || section.deleted.contains(number) }

  /// Whether nothing but commas and the like stands between the numbers.
  private var isPlain: Bool {
    !zip(list, list.dropFirst()).contains { first, second in
      words[first.end..<second.start].contains { Vocabulary.positions.contains($0.key) }
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words between a number and the one after it.
  private func between(_ index: Int) -> Range<Int> {
    words[list[index].end - 1].end..<words[list[index + 1].start].start
  }

  private var beginning: String { text(words[noun].start..<words[list[0].start].start) }

  private func inPlace(_ numbers: [ParagraphNumber]) -> String {
    var result = beginning
    for (index, item) in list.enumerated() {
      let old = text(words[item.start].start..<words[item.end - 1].end)
      result += numbers[index] == item.number ? old : numbers[index].description
      if index + 1 < list.count { result += text(between(index)) }
    }
    return result
  }

  /// The numbers in their order, those that are together as ranges where the list has any.
  private mutating func anew() -> String {
    let runs = section.runs(of: Set(parts.flatMap { $0.runs.flatMap(\.self) }))
    let to = parts.first(where: \.isRange).map { text(between($0.first)) }
    let items = runs.flatMap { run in
      if let to, run.count > 2, let first = run.first, let last = run.last { return ["\(first)\(to)\(last)"] }
      return run.map(\.description)
    }
    if runs.flatMap(\.self).count < 2 {
      needsWording = true
      return String(beginning.prefix { $0 != " " }.dropLast()) + beginning.drop { $0 != " " } + items.joined()
    }
    guard items.count > 1, let last = items.last else { return beginning + items.joined() }
    if conjunction == nil { needsWording = true }
    return beginning + items.dropLast().joined(separator: ", ") + (conjunction.map { " \($0) " } ?? ", ") + last
  }

  /// The word before the last number: the list's own, else that of its language.
  private var conjunction: String? {
    for index in (0..<list.count - 1).reversed() {
      let found = words[list[index].end..<list[index + 1].start].filter { Vocabulary.conjunctions.contains($0.key) }
      if let first = found.first, let last = found.last { return text(first.start..<last.end) }
    }
    return Vocabulary.conjunction(behind: words[noun].key)
  }
}

extension [ParagraphNumber] {
  fileprivate var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
