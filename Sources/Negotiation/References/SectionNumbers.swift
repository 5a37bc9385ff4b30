internal import Drafting

/// The numbers of one section, before and after.
struct SectionNumbers {
  /// The paragraphs by the numbers that they will have.
  private var rows: [Renumbering] = []
  /// The numbers of paragraphs that are part of others now.
  private var joined: [(number: ParagraphNumber, whole: Renumbering)] = []
  private var numbers: [ParagraphNumber: ParagraphNumber] = [:]
  /// The places of the new numbers among all of them.
  private var places: [ParagraphNumber: Int] = [:]

  /// The numbers that no paragraph has any more, as it was deleted.
  private(set) var deleted: Set<ParagraphNumber> = []

  /// The numbers that paragraphs had, those that several had and those that are gone too.
  private(set) var old: Set<ParagraphNumber> = []
  /// Those that they will have.
  private(set) var new: Set<ParagraphNumber> = []

  init() {}

  /// - Parameters:
  ///   - rows: the paragraphs of the section.
  ///   - gone: the numbers of the section that no paragraph has any more. That of one which was joined with another of the
  ///     section means that one.
  init(_ rows: [Renumbering], gone: [GoneNumber] = []) {
    self.rows = rows.sorted { $0.new < $1.new }
    // A number that two paragraphs have names neither.
    var repeated: Set<ParagraphNumber> = []
    for row in rows {
      if !old.insert(row.old).inserted { repeated.insert(row.old) }
      new.insert(row.new)
      numbers[row.old] = row.new
    }
    for number in repeated { numbers[number] = nil }
    let wholes = Dictionary(rows.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, all) in Dictionary(grouping: gone, by: \.old) where all.count == 1 && !old.contains(number) {
      if let whole = all[0].joined {
        guard let row = wholes[whole] else { continue }
        numbers[number] = row.new
        joined.append((number, row))
      } else {
        deleted.insert(number)
      }
    }
    old.formUnion(joined.map(\.number))
    old.formUnion(deleted)
    for (place, row) in self.rows.enumerated() { places[row.new] = place }
  }

  /// The number that the paragraph with an old one will have; `nil` where none has it, or several have.
  subscript(old: ParagraphNumber) -> ParagraphNumber? { numbers[old] }

  /// The number that a paragraph which is only proposed will have: it follows from the paragraph of the text that it follows
  /// by its number, as ``DraftOrder/followNumbers(of:in:from:to:isNumberedThrough:)`` has it; `nil` for one of the text.
  func proposed(_ number: ParagraphNumber) -> ParagraphNumber? {
    guard number.multiplicity > 1, !old.contains(number),
      let before = numbers.keys.filter({ $0.value == number.value && $0.multiplicity < number.multiplicity }).max(),
      let now = numbers[before]
    else { return nil }
    return ParagraphNumber(
      now.value, multiplicity: number.multiplicity - before.multiplicity + now.multiplicity,
      isAlternative: number.isAlternative)
  }

  /// The paragraphs from one old number to another, by their new ones, with those that others of them are part of now.
  func paragraphs(from lower: ParagraphNumber, to upper: ParagraphNumber) -> [Renumbering] {
    let wholes = Set(joined.filter { lower <= $0.number && $0.number <= upper }.map(\.whole))
    return rows.filter { lower <= $0.old && $0.old <= upper || wholes.contains($0) }
  }

  /// Some numbers in their order, those together between which no other paragraph stands.
  func runs(of numbers: Set<ParagraphNumber>) -> [[ParagraphNumber]] {
    var runs: [[ParagraphNumber]] = []
    for number in numbers.sorted() {
      if let last = runs.last?.last, let before = places[last], places[number] == before + 1 {
        runs[runs.count - 1].append(number)
      } else {
        runs.append([number])
      }
    }
    return runs
  }
}
