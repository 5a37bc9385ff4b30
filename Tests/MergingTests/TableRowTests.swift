import Merging
import Testing

/// Rows of a table are units before words are, and so are cells of rows that stay.
struct TableRowTests {
  private let table = """
    the following table:
    | State | Due | Sum |
    | Chile | March | 1 |
    | Peru | May | 2 |
    """

  @Test func aRowBehindAChangedLastCellIsWhole() {
    #expect(
      merged(table, ["Ven": table.replacing("| 1 |", with: "| 3 |\n| Cuba | June | 1 |\n| Chile | July | 4 |")]) == """
        the following table:
        | State | Due | Sum |
        | Chile | March | [Ven: 3 ~~1~~] |
        [Ven: | Cuba | June | 1 |
        | Chile | July | 4 |]
        | Peru | May | 2 |
        """)
  }

  @Test func cellsThatChangeSideBySideAreTwoChanges() {
    #expect(
      merged(table, ["Ven": table.replacing("| Chile | March |", with: "| Cuba | June |")])
        == table.replacing("| Chile | March | 1 |", with: "[Ven: | Cuba | June | 1 | ~~| Chile | March | 1 |~~]"))
    #expect(
      merged(table, ["Ven": table.replacing("| March | 1 |", with: "| June | |")])
        == table.replacing("| March | 1 |", with: "| [Ven: June ~~March~~] | [Ven: ~~1~~] |"))
  }

  @Test func aRowWithNothingInCommonComesWhole() {
    #expect(
      merged(table, ["Ven": table.replacing("| Chile | March | 1 |", with: "| Cuba | June | 2 |")])
        == table.replacing("| Chile | March | 1 |", with: "[Ven: | Cuba | June | 2 | ~~| Chile | March | 1 |~~]"))
  }

  @Test func rivalsInATableStandInTheirCellsAndRows() {
    #expect(
      merged(
        table,
        [
          "Arg": table.replacing("| 1 |", with: "| 3 |\n| Cuba | June | 1 |"),
          "Bra": table.replacing("| 1 |", with: "| 4 |"), "Ven": table.replacing("\n| Peru | May | 2 |", with: ""),
        ]) == """
          the following table:
          | State | Due | Sum |
          | Chile | March | [Arg: 3 / Bra: 4 ~~1~~] |
          [Arg: | Cuba | June | 1 |]
          [Ven: ~~| Peru | May | 2 |~~]
          """)
  }

  /// Each line of a text with one delegation's brackets is whole rows, or a row whose cells hold their brackets.
  @Test func noChangeGoesOverTheBorderOfACell() {
    for seed: UInt64 in 0..<300 {
      var generator = Generator(seed: seed)
      let base = Rows(&generator)
      let version = base.changed(&generator)
      let text = merged(base.text, ["Ven": version.text])
      for line in text.split(separator: "\n").dropFirst() where line.first == "|" {
        guard let end = line.lastIndex(of: "|") else { continue }
        for cell in line[..<end].split(separator: "|") {
          #expect(cell.count { $0 == "[" } == cell.count { $0 == "]" }, "seed \(seed): \(text)")
        }
      }
      #expect(text.split(separator: "\n").allSatisfy { "|[t".contains($0.first ?? "x") }, "seed \(seed): \(text)")
    }
  }

  @Test func everyTableIsRecovered() {
    for seed: UInt64 in 0..<300 {
      var generator = Generator(seed: seed)
      let base = Rows(&generator)
      let versions = ["Arg", "Bra", "Ven"].map { Version(label: $0, text: base.changed(&generator).text) }
      let tree = consolidated(base: base.text, versions: versions)
      #expect(tree.reading(of: nil) == base.text, "seed \(seed)")
      for version in versions { #expect(tree.reading(of: version.label) == version.text, "seed \(seed): \(oas(tree))") }
      #expect(consolidated(base: base.text, versions: versions.reversed()) == tree, "seed \(seed)")
    }
  }
}

/// A small table of few words, so that its rows resemble each other.
private struct Rows {
  private var rows: [[String]]

  var text: String {
    "the following table:\n"
      + rows.map { row in "|" + row.map { $0.isEmpty ? " |" : " \($0) |" }.joined() }.joined(separator: "\n")
  }

  init(_ generator: inout Generator) {
    rows = [["State", "Due", "Sum"]]
    for _ in 0..<Int.random(in: 1...4, using: &generator) { rows.append(Rows.row(&generator)) }
  }

  func changed(_ generator: inout Generator) -> Rows {
    var table = self
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 1...table.rows.count, using: &generator)
      let row = Int.random(in: 0..<table.rows.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: table.rows.insert(Rows.row(&generator), at: place)
      case 1: table.rows[row][Int.random(in: 0..<3, using: &generator)] = Rows.row(&generator)[1]
      default: if table.rows.count > 2, place < table.rows.count { table.rows.remove(at: place) }
      }
    }
    return table
  }

  private static func row(_ generator: inout Generator) -> [String] {
    let words = [
      ["Chile", "Peru", "Cuba"], ["March", "May", "the end of May", ""], ["1", "2", "", "Ministry of Water"],
    ]
    return words.map { $0[Int.random(in: 0..<$0.count, using: &generator)] }
  }
}
