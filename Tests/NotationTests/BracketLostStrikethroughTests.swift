import Drafting
import Foundation
import Merging
import Notation
import Testing

private let reader = BracketReader(labels: LabelTable(registry: .standard))

@Test(arguments: [
  ("groups and of [Mex: individuals others] who profit", 21, "'individuals others'"),
  ("in creating create databases", 4, "'creating create'"),
  ("To implement strengthen the measures", 4, "'implement strengthen'"),
  ("legal assistance. to avoid", 7, "lower case after a full stop in 'assistance. to'"),
  ("in that area..", 13, "'..'"),
  ("Aplicar fortalecer las medidas de los Estados", 1, "'Aplicar fortalecer'"),
  ("de la medida creando crear bases", 14, "'creando crear'"),
])
func oldAndNewWordsSideBySideAreReported(text: String, column: Int, words: String) {
  #expect(
    reader.suspectedLostStrikethroughs(in: text) == [
      Diagnostic(line: 1, column: column, message: "possible lost strikethrough: " + words)
    ])
}

@Test(arguments: [
  "[Mex: individuals ~~others~~] who", "and so on... to avoid", "see paras. and the rest",
  "to help ensure the",
  "../file", "States parties to the", "[Measure: individuals others]", "[Ven: human rights]",
  "[Ven: rights holders]",
  "Hacer cumplir las leyes de los Estados", "participants participating in the",
  "that that had had",
  "items: a. first; b. second.", "Considerar similar la medida de los", "e.g. the",
])
func ordinaryTextIsNotSuspected(text: String) {
  #expect(reader.suspectedLostStrikethroughs(in: text) == [])
}

private let corpus = ProcessInfo.processInfo.environment["AMEND_CORPUS"]

@Test(.enabled(if: corpus != nil, "AMEND_CORPUS names no folder of real texts"))
func theLostMarksOfTheReferenceTextAreFound() throws {
  let found = reader.suspectedLostStrikethroughs(in: try contents("buenos-aires-2009.txt"))
  #expect(
    found.map { "\($0.line):\($0.column) \($0.message)" } == [
      "43:95 possible lost strikethrough: 'individuals others'",
      "88:117 possible lost strikethrough: lower case after a full stop in 'assistance. to'",
      "89:108 possible lost strikethrough: 'creating create'",
      "103:8 possible lost strikethrough: 'implement strengthen'",
      "123:338 possible lost strikethrough: '..'",
    ])
}

@Test(.enabled(if: corpus != nil, "AMEND_CORPUS names no folder of real texts"))
func soundTextsAreHardlySuspected() throws {
  var found: [String] = []
  for name in realTexts.dropFirst() {
    found += reader.suspectedLostStrikethroughs(in: try contents(name)).map(\.message)
  }
  // A slip of the real text.
  #expect(found == ["possible lost strikethrough: 'adopt adopt'"])
}

@Test(.enabled(if: corpus != nil, "AMEND_CORPUS names no folder of real texts"))
func realTextsAreWrittenAsTheyWereRead() throws {
  for name in realTexts {
    let text = try contents(name)
    let read = reader.read(text).text
    #expect(BracketWriter(labels: reader.labels).write(read) == text, "\(name)")
    let group = BracketWriter(notation: .alternatives, labels: reader.labels).write(read)
    #expect(reader.read(group).text == read, "\(name)")
  }
}

private let realTexts = [
  "buenos-aires-2009.txt", "oas_cajp_1824_01_rev1.txt", "oas_ag_doc4454_05_pt.txt",
  "ftaa_2001_dispute_settlement_en.txt",
  "acta_2010-08-25_consolidated.txt", "rio20_future_we_want_2012-06-02.txt",
  "paris-agreement-2015-12-04.md",
  "paris-agreement-2015-12-12.md",
]

private func contents(_ name: String) throws -> String {
  try String(contentsOfFile: (corpus ?? "") + "/" + name, encoding: .utf8)
}
