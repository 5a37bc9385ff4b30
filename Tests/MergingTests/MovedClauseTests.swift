import Merging
import Testing

/// Clauses that stand elsewhere in their paragraph.
struct MovedClauseTests {
  private func tree(_ base: String, _ versions: KeyValuePairs<String, String>) -> BracketedText {
    consolidated(base: base, versions: versions.map { Version(label: $0.key, text: $0.value) })
  }

  @Test func aClauseThatMovesIsStruckWholeAndPutInWhole() {
    let tree = tree(
      "To promote, in accordance with domestic law, the exchange of information among the competent authorities.",
      [
        "Pan":
          "To promote the exchange of information among the competent authorities, in accordance with domestic law."
      ])
    #expect(
      oas(tree)
        == "To promote [Pan: ~~, in accordance with domestic law,~~] the exchange of information among the competent authorities [Pan: , in accordance with domestic law]."
    )
    #expect(
      tree.movedClauses == [
        MovedClause(labels: ["Pan"], words: "in accordance with domestic law", origin: 0, target: 1)
      ])
  }

  @Test func aSentenceThatMovesIsStruckWholeAndPutInWhole() {
    let tree = tree(
      "The States shall protect the victims. They shall report annually to the Conference. They shall share information on all known routes.",
      [
        "Ven":
          "The States shall protect the victims. They shall share information on all known routes. They shall report annually to the Conference."
      ])
    #expect(
      oas(tree)
        == "The States shall protect the victims. [Ven: ~~They shall report annually to the Conference.~~] They shall share information on all known routes. [Ven: They shall report annually to the Conference.]"
    )
    #expect(
      tree.movedClauses == [
        MovedClause(labels: ["Ven"], words: "They shall report annually to the Conference", origin: 0, target: 1)
      ])
  }

  @Test func aClauseThatMovesToTheBeginning() {
    let tree = tree(
      "The States shall protect all victims of trafficking in persons with full respect for human rights.",
      ["Uru": "With full respect for human rights, the States shall protect all victims of trafficking in persons."])
    #expect(
      oas(tree)
        == "[Uru: With full respect for human rights, the ~~The~~] States shall protect all victims of trafficking in persons [Uru: ~~with full respect for human rights~~]."
    )
    // The article that loses its capital is struck in the same place: the clause did not come in by itself.
    #expect(tree.movedClauses == [])
  }

  @Test func thoseWhoOnlyStrikeTheClauseDoNotMoveIt() {
    let tree = tree(
      "To promote, in accordance with domestic law, the exchange of information among the competent authorities.",
      [
        "Pan":
          "To promote the exchange of information among the competent authorities, in accordance with domestic law.",
        "Per": "To promote the exchange of information among the competent authorities.",
        "Uru":
          "To promote the exchange of information among the competent authorities, in accordance with domestic law.",
      ])
    #expect(
      tree.movedClauses == [
        MovedClause(labels: ["Pan", "Uru"], words: "in accordance with domestic law", origin: 0, target: 1)
      ])
  }

  @Test func whatOneStrikesAndAnotherPutsInIsNotMoved() {
    #expect(
      tree(
        "To promote, in accordance with domestic law, the exchange of information among the competent authorities.",
        [
          "Pan": "To promote the exchange of information among the competent authorities.",
          "Per":
            "To promote, in accordance with domestic law, the exchange of information among the competent authorities, in accordance with domestic law.",
        ]
      ).movedClauses.isEmpty)
  }

  @Test func fourWordsAreNoClause() {
    #expect(
      tree(
        "To promote, under their domestic law, the exchange of information among the competent authorities.",
        ["Pan": "To promote the exchange of information among the competent authorities, under their domestic law."]
      ).movedClauses.isEmpty)
  }

  @Test func equalClausesArePairedOnceEach() {
    let clause = BracketedText(text: "in accordance with domestic law")
    let nothing = BracketedText()
    let insertion = BracketedText.Piece.bracket(
      Bracket(alternatives: [Alternative(labels: ["Per"], content: clause)], struck: nil))
    let deletion = BracketedText.Piece.bracket(
      Bracket(alternatives: [Alternative(labels: ["Per"], content: nothing)], struck: clause))
    let tree = BracketedText([insertion, .text(" a "), insertion, .text(" b "), deletion])
    #expect(
      tree.movedClauses == [
        MovedClause(labels: ["Per"], words: "in accordance with domestic law", origin: 2, target: 0)
      ])
  }
}
