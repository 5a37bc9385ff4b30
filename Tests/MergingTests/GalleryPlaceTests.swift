import Merging
import Testing

/// Where brackets stand and what they hold, in cases like those of real negotiations.
struct GalleryPlaceTests {
  @Test func aReplacedWordIsShownWhole() {
    #expect(
      merged(
        "groups and of others who profit",
        ["Mex": "groups and of individuals who profit"])
        == "groups and of [Mex: individuals ~~others~~] who profit")
  }

  @Test func anInsertionStandsBetweenItsNeighbours() {
    #expect(
      merged(
        "includes the participation of the countries",
        ["Chile": "includes the participation and coordination of the countries"])
        == "includes the participation [Chile: and coordination] of the countries")
  }

  @Test func wordsJoinedByASlashAreShownWhole() {
    #expect(
      merged(
        "Measures and/or policies of all States/Parties to it",
        ["Mex": "Measures or policies of all Parties to it"])
        == "Measures [Mex: or ~~and/or~~] policies of all [Mex: Parties ~~States/Parties~~] to it")
    #expect(
      merged("measures and policies", ["Mex": "measures and/or policies", "Ven": "measures or policies"])
        == "measures [Mex: and/or / Ven: or ~~and~~] policies")
    #expect(
      merged("women / men and/or others", ["Mex": "women / persons and/or others"])
        == "women / [Mex: persons ~~men~~] and/or others")
  }

  @Test func theFirstWordIsReplaced() {
    #expect(
      merged(
        "URGES the member states to adopt measures",
        ["USA": "ENCOURAGES the member states to adopt measures"])
        == "[USA: ENCOURAGES ~~URGES~~] the member states to adopt measures")
  }

  @Test func wordsBeforeTheFirst() {
    #expect(
      merged(
        "Member states shall adopt measures",
        ["Can": "When appropriate, member states shall adopt measures"])
        == "[Can: When appropriate, member ~~Member~~] states shall adopt measures")
  }

  @Test func wordsAfterTheLast() {
    #expect(
      merged(
        "adopt the measures required",
        ["Guy": "adopt the measures required by domestic law"])
        == "adopt the measures required [Guy: by domestic law]")
  }

  @Test func theWholeParagraphGoes() {
    #expect(
      merged(
        "To continue the dialogue among member states.",
        ["Ven": ""])
        == "[Ven: ~~To continue the dialogue among member states.~~]")
  }

  @Test func aNewParagraph() {
    #expect(
      merged(
        "",
        ["Ven": "To urge the member states to cooperate."])
        == "[Ven: To urge the member states to cooperate.]")
  }

  @Test func aRewrittenParagraphIsShownWhole() {
    #expect(
      merged(
        "The Parties shall consider measures on assistance.",
        ["Hai": "Every State guarantees victims full legal protection without discrimination."])
        == "[Hai: Every State guarantees victims full legal protection without discrimination. ~~The Parties shall consider measures on assistance.~~]"
    )
  }

  @Test func aLoneArticleBetweenTwoEditsIsSwallowed() {
    #expect(
      merged(
        "to strengthen the capacity of national authorities to prevent trafficking",
        ["Chile": "to improve the ability of national authorities to prevent trafficking"])
        == "to [Chile: improve the ability ~~strengthen the capacity~~] of national authorities to prevent trafficking")
  }

  @Test func aContentWordBetweenTwoEditsIsKept() {
    #expect(
      merged(
        "to strengthen national capacity of the authorities to prevent trafficking",
        ["Chile": "to improve national ability of the authorities to prevent trafficking"])
        == "to [Chile: improve ~~strengthen~~] national [Chile: ability ~~capacity~~] of the authorities to prevent trafficking"
    )
  }

  @Test func aRepeatedWordSlidesToTheSentence() {
    #expect(
      merged(
        "Take note. Report back.",
        ["Ven": "Take note. Take action. Report back."])
        == "Take note. [Ven: Take action.] Report back.")
  }

  @Test func laInsercionTrasElSignoDeApertura() {
    #expect(
      merged(
        "¿Puede adoptar medidas?",
        ["Gua": "¿No puede adoptar medidas?"])
        == "¿[Gua: No puede ~~Puede~~] adoptar medidas?")
  }

  @Test func aRewrittenSentenceIsShownWhole() {
    #expect(
      merged(
        "The Secretariat shall prepare a budget. The Parties shall consider measures on legal assistance. The Conference shall meet annually in Vienna.",
        [
          "Hai":
            "The Secretariat shall prepare a budget. Every State guarantees the victims measures of full social protection and legal aid on request. The Conference shall meet annually in Vienna."
        ])
        == "The Secretariat shall prepare a budget. [Hai: Every State guarantees the victims measures of full social protection and legal aid on request. ~~The Parties shall consider measures on legal assistance.~~] The Conference shall meet annually in Vienna."
    )
  }

  @Test func aMovedClauseIsTheSameWordsInTwoBrackets() {
    #expect(
      merged(
        "To promote, in accordance with domestic law, the exchange of information among the competent authorities.",
        [
          "Pan":
            "To promote the exchange of information among the competent authorities, in accordance with domestic law."
        ])
        == "To promote [Pan: ~~, in accordance with domestic law,~~] the exchange of information among the competent authorities [Pan: , in accordance with domestic law]."
    )
  }

  @Test func aRepeatedPhraseStandsBeforeTheFirst() {
    #expect(
      merged(
        "the victims and the witnesses",
        ["Ven": "the victims and the victims and the witnesses"])
        == "[Ven: the victims and] the victims and the witnesses")
  }

  @Test func aWordThatBeginsWithAnotherIsAnotherWord() {
    #expect(
      merged("the state shall report", ["Ven": "the statement shall report"])
        == "the [Ven: statement ~~state~~] shall report")
  }

  @Test func anInsertedPhraseBeginsWithItsPreposition() {
    #expect(
      merged(
        "in the capital of a member state",
        [
          "Chile": "in the capital of the gates of a member state",
          "Col": "in the capital of the gates of a member state",
        ])
        == "in the capital [Chile, Col: of the gates] of a member state")
  }

  @Test func anInsertedMemberOfAListBeginsWithItsPreposition() {
    #expect(
      merged(
        "the rights of the child and of the family",
        ["Ven": "the rights of the woman and of the child and of the family"])
        == "the rights [Ven: of the woman and] of the child and of the family")
  }

  @Test func aStruckPhraseBeginsWithItsPreposition() {
    #expect(
      merged(
        "to report to the Assembly and to the Council on the matter",
        ["Ven": "to report to the Council on the matter"])
        == "to report [Ven: ~~to the Assembly and~~] to the Council on the matter")
  }

  @Test func uneLocutionInséréeCommenceParSaPréposition() {
    #expect(
      merged(
        "la protection de l'enfant et du témoin", ["Hai": "la protection de l'homme et de l'enfant et du témoin"])
        == "la protection [Hai: de l'homme et] de l'enfant et du témoin")
  }
}
