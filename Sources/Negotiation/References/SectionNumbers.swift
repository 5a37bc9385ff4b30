internal import Drafting

/// The numbers of one section, before and after.
struct SectionNumbers {
  /// The paragraphs by the numbers that they will have.
  private var rows: [Renumbering] = []
  private var numbers: [ParagraphNumber: ParagraphNumber] = [:]
  /// The places of the new numbers among all of them.
  private var places: [ParagraphNumber: Int] = [:]

  /// The numbers that paragraphs had, those that several had too.
  private(set) var old: Set<ParagraphNumber> = []
  /// Those that they will have.
  private(set) var new: Set<ParagraphNumber> = []

  init() {}

  /// - Parameter rows: the paragraphs of the section.
  init(_ rows: [Renumbering]) {
    self.rows = rows.sorted { $0.new < $1.new }
    // A number that two paragraphs have names neither.
    var repeated: Set<ParagraphNumber> = []
    for row in rows {
      if !old.insert(row.old).inserted { repeated.insert(row.old) }
      new.insert(row.new)
      numbers[row.old] = row.new
    }
    for number in repeated { numbers[number] = nil }
    for (place, row) in self.rows.enumerated() { places[row.new] = place }
  }

  /// The number that the paragraph with an old one will have; `nil` where none has it, or several have.
  subscript(old: ParagraphNumber) -> ParagraphNumber? { numbers[old] }

  /// The paragraphs from one old number to another, by their new ones.
  func paragraphs(from lower: ParagraphNumber, to upper: ParagraphNumber) -> [Renumbering] {
    rows.filter { lower <= $0.old && $0.old <= upper }
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
