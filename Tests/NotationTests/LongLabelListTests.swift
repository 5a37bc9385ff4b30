import Merging
import Notation
import Testing

/// A list may name everybody, however many they are and however long their names.
@Suite("Long lists of labels")
struct LongLabelListTests {
  private static let few = ["A delegation whose name is long enough to be longer than any list was " + longName]
  private static let longName = String(repeating: "and so on ", count: 200) + "and on"
  private static let many = (1...300).map { "L\($0)" }

  @Test(arguments: [few, many], BracketNotation.allCases)
  func everybodyReadsTheirText(_ labels: [String], _ notation: BracketNotation) {
    let tree = consolidated(base: "a b c", versions: labels.map { Version(label: $0, text: "a x c") })
    let table = LabelTable(labels: labels)
    let written = BracketWriter(notation: notation, labels: table).write(tree)
    let read = BracketReader(labels: table).read(written).text
    #expect(read.reading(of: nil) == "a b c")
    for label in labels { #expect(read.reading(of: label) == "a x c") }
  }

  @Test func manyNamesWithoutACommaAreRead() {
    let list = Array(repeating: "Chile and Brazil", count: 2_000).joined(separator: " and ")
    #expect(
      LabelTable(labels: ["Chile", "Brazil"] + (0..<3_000).map { "Label \($0)" }).meaning(ofList: list)
        == .labels(["Brazil", "Chile"]))
  }
}
