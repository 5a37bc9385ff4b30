import Drafting
import Exchange
import Merging
import Notation
import TestSupport
import Testing

private let registry = DelegationRegistry.standard

/// Rows of few words, so that those of one table resemble each other.
private func rows(_ count: Int, _ generator: inout SeededGenerator) -> [[String]] {
  let words = [["Chile", "Peru", "Cuba"], ["March", "May or June", ""], ["1", "2", "", "a | b", "[sic]", "x, y"]]
  return (0..<count).map { _ in words.map { $0.randomElement(using: &generator) ?? "" } }
}

private func changed(_ table: [[String]], _ generator: inout SeededGenerator) -> [[String]] {
  var table = table
  for _ in 0..<Int.random(in: 1...3, using: &generator) {
    let row = Int.random(in: 0..<table.count, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: table.insert(contentsOf: rows(1, &generator), at: Int.random(in: 1...table.count, using: &generator))
    case 1: table[row][2] += table[row][2].isEmpty ? "more" : " more"
    default: if row > 1 { table.remove(at: row) }
    }
  }
  return table
}

private func text(_ table: [[String]]) -> String {
  let lines = table.map { row in
    "|" + row.map { $0.isEmpty ? " |" : " \($0.replacing("|", with: "\\|")) |" }.joined()
  }
  return (["To share the cost:"] + lines).joined(separator: "\n")
}

/// A table with the rows and cells of several delegations is one table in Word, and all come back from there.
@Test(arguments: 1...20)
func aRandomTableComesBackFromWord(seed: UInt64) throws {
  var generator = SeededGenerator(seed: seed)
  let base = [["State", "Due", "Sum"]] + rows(3, &generator)
  let versions = ["Arg", "Ven"].map { Version(label: $0, text: text(changed(base, &generator))) }
  var draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n1. To share.\n\n2. To thank the Secretariat.\n")
  draft.sections[0].items[1].body = consolidated(base: text(base), versions: versions)
  let document = try WordReader.read(DraftDocument(registry: registry, notation: .oas, date: nil).file(of: draft))
  let tables = document.body.count { block in if case .table = block { true } else { false } }
  #expect(tables == 1, "seed \(seed)")
  let read = WordDraft(document, labels: LabelTable(registry: registry))
  #expect(read.remarks == [], "seed \(seed)")
  let imported = DraftReader(registry: registry, format: .text).read(read.text).draft
  for label in [nil, "Arg", "Ven", "Bra"] {
    #expect(imported.reading(of: label).shown == draft.reading(of: label).shown, "seed \(seed), \(label ?? "base")")
  }
  // Nobody's untouched copy asks for anything.
  for label in ["Arg", "Ven", "Bra"] {
    var reader = ObservationReader(
      registry: registry, label: label, base: draft.reading(of: nil), present: draft.reading(of: label),
      isTheirs: { _ in true })
    reader.written = draft
    let list = reader.read(document, marks: ObservationMarks.none)
    #expect(list.observations.isEmpty && list.remarks.isEmpty, "seed \(seed), \(label)")
  }
}
