import Merging
import Testing

/// Sentences are units before words are.
struct GallerySentenceTests {
  @Test func aNewLastSentenceIsOneBracketAfterTheFullStop() {
    #expect(
      merged(
        "States shall report annually. The Secretariat shall publish the reports.",
        ["Ven": "States shall report annually. The Secretariat shall publish the reports. The reports shall be public."]
      )
        == "States shall report annually. The Secretariat shall publish the reports. [Ven: The reports shall be public.]"
    )
  }

  @Test func aNewSentenceThatBeginsLikeItsNeighbourStandsAfterTheFullStop() {
    #expect(
      merged(
        "The Secretariat shall prepare a budget. The Conference shall meet annually.",
        [
          "Ven":
            "The Secretariat shall prepare a budget. The Conference shall approve the budget. The Conference shall meet annually."
        ])
        == "The Secretariat shall prepare a budget. [Ven: The Conference shall approve the budget.] The Conference shall meet annually."
    )
  }

  @Test func aNewFirstSentenceIsOneBracket() {
    #expect(
      merged(
        "States shall report annually.", ["Ven": "In good faith, all comply. States shall report annually."])
        == "[Ven: In good faith, all comply.] States shall report annually.")
  }

  @Test func unaPreguntaNuevaEsUnSoloCorchete() {
    #expect(
      merged(
        "¿Qué medidas se adoptarán? Los Estados informarán cada año.",
        ["Arg": "¿Qué medidas se adoptarán? ¿Quién las pagará? Los Estados informarán cada año."])
        == "¿Qué medidas se adoptarán? [Arg: ¿Quién las pagará?] Los Estados informarán cada año.")
  }

  @Test func aDeletedSentenceIsOneBracket() {
    #expect(
      merged(
        "The Secretariat shall prepare a budget. The Conference shall approve the budget. The Conference shall meet annually.",
        ["Ven": "The Secretariat shall prepare a budget. The Conference shall meet annually."])
        == "The Secretariat shall prepare a budget. [Ven: ~~The Conference shall approve the budget.~~] The Conference shall meet annually."
    )
  }

  @Test func rivalNewSentencesShareABracket() {
    #expect(
      merged(
        "States shall report annually. The Secretariat shall publish the reports.",
        [
          "Bra":
            "States shall report annually. They shall do so in writing. The Secretariat shall publish the reports.",
          "Per": "States shall report annually. A form is annexed. The Secretariat shall publish the reports.",
        ])
        == "States shall report annually. [Bra: They shall do so in writing. / Per: A form is annexed.] The Secretariat shall publish the reports."
    )
  }

  @Test func aRewrittenLastSentenceKeepsOnlyTheFullStopOutside() {
    #expect(
      merged(
        "The Secretariat shall prepare a budget. The Conference shall meet annually.",
        ["Ven": "The Secretariat shall prepare a budget. Every State party may propose amendments in writing."])
        == "The Secretariat shall prepare a budget. [Ven: Every State party may propose amendments in writing ~~The Conference shall meet annually~~]."
    )
  }

  @Test func aRewrittenFirstSentenceIsShownWhole() {
    #expect(
      merged(
        "The Parties shall consider measures on legal assistance. The Conference shall meet annually in Vienna. The Secretariat shall prepare a budget.",
        [
          "Hai":
            "Every State guarantees the victims measures of full social protection and legal aid on request. The Conference shall meet annually in Vienna. The Secretariat shall prepare a budget."
        ])
        == "[Hai: Every State guarantees the victims measures of full social protection and legal aid on request. ~~The Parties shall consider measures on legal assistance.~~] The Conference shall meet annually in Vienna. The Secretariat shall prepare a budget."
    )
  }
}
