import Drafting
@testable import Negotiation
import Testing

/// References that are put right, and those that are only listed: `?` stands before what is doubtful.
@Suite("Cross-references")
struct CrossReferenceTests {
  /// Preamble 1, 1 bis, 2; operative 1, 2, 2 bis, 3, 3 bis, 4; annex I 1, 1 bis, 2; annex II 1.
  private func found(_ text: String, in section: SectionName) throws -> String {
    let numbers: [(SectionName, [String])] = [
      (.preamble, ["1", "1 bis", "2"]), (.operative, ["1", "2", "2 bis", "3", "3 bis", "4"]),
      (.annex(1), ["1", "1 bis", "2"]), (.annex(2), ["1"]),
    ]
    var rows: [Renumbering] = []
    for (section, list) in numbers {
      for (index, number) in list.enumerated() {
        rows.append(
          Renumbering(
            identifier: try ParagraphIdentifier("p\(1001 + rows.count)"), section: section,
            old: try #require(ParagraphNumber(number)), new: ParagraphNumber(index + 1)))
      }
    }
    return CrossReferenceFinder(rows)
      .references(in: text, of: try ParagraphIdentifier("p1001"), section: section)
      .map { reference in
        reference.missing.isEmpty ? (reference.isDoubtful ? "?" : "") + reference.suggestion : "missing"
      }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("paragraph 3 of the operative part of resolution 12", ""),
    ("paragraph 2 of the preamble of resolution 12", ""),
    ("paragraph 3 of the Charter", ""),
    ("resolution 12, paragraph 3", "?paragraph 4"),
    ("the Charter (paragraph 3)", "?paragraph 4"),
    ("paragraph 3 (resolution 12)", "?paragraph 4"),
    ("paragraph 3 of its own accord", "?paragraph 4"),
    ("Annex B, paragraph 3", "?paragraph 4"),
    ("Article 5, operative paragraph 3", "?paragraph 4"),
    ("la decisión 7, párrafo 3", "?párrafo 4"),
    ("To recall the Charter, and paragraph 3 of this resolution", "paragraph 4"),
    ("To recall the Charter, and paragraph 3 above", "paragraph 4"),
    ("paragraph 3, 4 months later", "?paragraph 4, 6"),
    ("paragraph 3.1", ""), ("pp. 3-4", ""),
  ])
  func otherDocumentsAreNotRewritten(_ text: String, _ expected: String) throws {
    try #expect(found(text, in: .operative) == expected)
  }

  @Test(arguments: [
    ("paragraphs 3 and/or 3 bis", "paragraphs 4 and/or 5"),
    ("paragraphs 3 above and 3 bis below", "paragraphs 4 above and 5"),
    ("aux paragraphes 3 ci-dessus et 3 bis ci-dessous", "paragraphes 4 ci-dessus et 5"),
    ("As paragraphs 3 and 4 do.", "paragraphs 4 and 6"),
    ("To report each year on paragraph 3", "paragraph 4"), ("asks to document, under paragraph 3, all", "paragraph 4"),
    ("as to report 7, paragraph 3 of", "?paragraph 4"),
    ("reports to report on the report, paragraph 3", "?paragraph 4"),
    ("see para. 3", "para. 4"), ("see paras. 3-4", "paras. 4-6"), ("see OP3 and PP2", "OP4; PP3"),
    ("el párr. 3", "párr. 4"), ("l'alinéa 2 du préambule", "alinéa 3"), ("l’alinéa 3", "?alinéa 4"),
    ("o parágrafo operativo 3", "parágrafo operativo 4"), ("o parágrafo 2 do preâmbulo", "parágrafo 3"),
    ("with paragraph 2 of the preamble in mind", "paragraph 3"),
    ("paragraph 2 of the preamble", "paragraph 3"), ("paragraph 1 bis of Annex I", "paragraph 2"),
    ("annex I, paragraph 2", "paragraph 3"), ("paragraph 2 of the annex", "?paragraph 3"),
  ])
  func referencesAreReadAsPeopleWriteThem(_ text: String, _ expected: String) throws {
    try #expect(found(text, in: .operative) == expected)
  }

  @Test(arguments: [
    ("a rule subject to paragraph 3", "paragraph 4"), ("a rule, in resolution 12, paragraph 3", "?paragraph 4"),
    (
      "measures under paragraphs 2 bis and 3 of this declaration; and to report under the agreement, subject to paragraph 3",
      "paragraphs 3 and 4; paragraph 4"
    ),
    ("To apply the agreement; and to act under paragraph 3", "paragraph 4"),
    ("To apply the agreement; and its paragraph 3", "?paragraph 4"),
    ("un acuerdo con sujeción al párrafo 3", "párrafo 4"), ("subject to resolution 12, paragraph 3", "?paragraph 4"),
    ("subject to paragraph 3 of the agreement", ""), ("subject to paragraph 3 (resolution 12)", "?paragraph 4"),
    ("the rules of the organization, and paragraph 2 bis", "paragraph 3"),
    ("paragraph 2 bis, and the report", "paragraph 3"), ("resolution 12, paragraph 2 bis", "?paragraph 3"),
    ("paragraph 2 bis of resolution 12", ""), ("paragraph 2 bis (resolution 12)", "?paragraph 3"),
    ("una reunión de acuerdo con el párrafo 3", "párrafo 4"), ("de acordo com o parágrafo 3", "parágrafo 4"),
    ("d'accord avec le paragraphe 3", "paragraphe 4"), ("in agreement with paragraph 3", "paragraph 4"),
    ("el acuerdo con el párrafo 3", "?párrafo 4"), ("de acuerdo con la carta, párrafo 3", "?párrafo 4"),
  ])
  func ownParagraphsAreKnownBesideOtherDocuments(_ text: String, _ expected: String) throws {
    try #expect(found(text, in: .operative) == expected)
  }

  @Test func sectionIsTheOneThatWordsName() throws {
    try #expect(found("paragraph 3 of this resolution", in: .preamble) == "paragraph 4")
    try #expect(found("paragraph 2 of this resolution", in: .preamble) == "")
    try #expect(found("paragraph 3 of the resolution", in: .annex(1)) == "paragraph 4")
    try #expect(found("paragraph 3 of the resolution", in: .operative) == "?paragraph 4")
    try #expect(found("annex I, paragraph 2", in: .annex(2)) == "paragraph 3")
    try #expect(found("paragraph 2 of this annex", in: .annex(1)) == "paragraph 3")
    try #expect(found("paragraph 3", in: .preamble) == "?paragraph 4")
  }

  @Test func paragraphThatWasMovedBetweenSectionsIsOnlyListed() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/3", "To go on with paragraph 2.")
    try round.place("operative/3", after: "preamble/1")
    let clean = try round.open().clean(isCurrent: true, fixes: true, act: round.act)
    #expect(clean.references.map { "\($0.phrase) \($0.isDoubtful) \($0.isCertain)" } == ["paragraph 2 true false"])
  }
}
