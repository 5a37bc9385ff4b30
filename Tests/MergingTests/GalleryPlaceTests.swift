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

  @Test func rivalsForTheSameWordsShareABracket() {
    #expect(
      merged(
        "and of others who profit from trafficking",
        [
          "Arg": "and of persons who profit from trafficking", "Bra": "and of persons who profit from trafficking",
          "Mex": "and of individuals who profit from trafficking", "Ven": "and of who profit from trafficking",
        ])
        == "and of [Arg, Bra: persons / Mex: individuals / Ven: – ~~others~~] who profit from trafficking")
  }

  @Test func anInsertionStandsBetweenItsNeighbours() {
    #expect(
      merged(
        "includes the participation of the countries",
        ["Chile": "includes the participation and coordination of the countries"])
        == "includes the participation [Chile: and coordination] of the countries")
  }

  @Test func aJointInsertionNamesBoth() {
    #expect(
      merged(
        "includes the participation of the countries",
        [
          "Chile": "includes the participation and coordination of the countries",
          "Bra": "includes the participation and coordination of the countries",
        ])
        == "includes the participation [Bra, Chile: and coordination] of the countries")
  }

  @Test func rivalInsertionsAtOnePlace() {
    #expect(
      merged(
        "to assist the victims of trafficking",
        [
          "Bra": "to assist the victims and witnesses of trafficking",
          "Chile": "to assist the victims and their families of trafficking",
        ])
        == "to assist the victims [Bra: and witnesses / Chile: and their families] of trafficking")
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

  @Test func rivalNewParagraphs() {
    #expect(
      merged(
        "",
        ["Ven": "To urge the member states to cooperate.", "Bra": "To invite observers to cooperate."])
        == "[Bra: To invite observers to cooperate. / Ven: To urge the member states to cooperate.]")
  }

  @Test func aRewrittenParagraphIsShownWhole() {
    #expect(
      merged(
        "The Parties shall consider measures on assistance.",
        ["Hai": "Every State guarantees victims full legal protection without discrimination."])
        == "[Hai: Every State guarantees victims full legal protection without discrimination. ~~The Parties shall consider measures on assistance.~~]"
    )
  }

  @Test func editsWithinAStruckClauseAreNested() {
    #expect(
      merged(
        "the security of victims, and includes the participation of the countries of origin and destination; and",
        [
          "Ven": "the security of victims; and",
          "Bra":
            "the security of victims, and includes the collaboration of the countries of origin and destination; and",
        ])
        == "the security of victims [Ven: ~~, and includes the [Bra: collaboration ~~participation~~] of the countries of origin and destination~~]; and"
    )
  }

  @Test func touchingEditsAreTwoBrackets() {
    #expect(
      merged(
        "to protect witnesses of trafficking",
        ["Bra": "to protect informants of trafficking", "Chile": "to protect witnesses and relatives of trafficking"])
        == "to protect [Bra: informants ~~witnesses~~] [Chile: and relatives] of trafficking")
  }

  @Test func twoDeletionsOfDifferentLength() {
    #expect(
      merged(
        "to promote voluntary technical cooperation among states",
        ["Mex": "to promote technical cooperation among states", "Pan": "to promote cooperation among states"])
        == "to promote [Pan: ~~[Mex: ~~voluntary~~] technical~~] cooperation among states")
  }

  @Test func crossingDeletions() {
    #expect(
      merged(
        "alpha beta gamma delta epsilon zeta",
        ["Arg": "alpha delta epsilon zeta", "Bra": "alpha beta epsilon zeta"])
        == "alpha [Arg: delta / Bra: beta ~~beta gamma delta~~] epsilon zeta")
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

  @Test func labelsStandInAlphabeticalOrderWithoutAccents() {
    #expect(
      merged(
        "the states agree",
        [
          "Perú": "the parties agree", "Ecuador": "the parties agree", "Éire": "the parties agree",
          "méxico": "the parties agree",
        ])
        == "the [Ecuador, Éire, méxico, Perú: parties ~~states~~] agree")
  }

  @Test func aClauseStruckAndAWordChangedInIt() {
    #expect(
      merged(
        "with full respect for human rights, gender equality and due process",
        [
          "Bar": "with full respect for human rights and due process",
          "Cos": "with full respect for human rights, gender parity and due process",
        ])
        == "with full respect for human rights [Bar: ~~, gender [Cos: parity ~~equality~~]~~] and due process")
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

  @Test func theSameWordsByTwoWithOneMoreEdit() {
    #expect(
      merged(
        "the States shall adopt measures to protect victims",
        [
          "Arg": "the States shall adopt all measures to protect victims",
          "Bra": "the States shall adopt all measures to assist victims",
        ])
        == "the States shall adopt [Arg, Bra: all] measures to [Bra: assist ~~protect~~] victims")
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

  @Test func threeRivalsThatCrossRestateTheStretch() {
    #expect(
      merged(
        "States shall adopt national protection measures without delay",
        [
          "Arg": "States shall adopt common measures without delay",
          "Bra": "States shall adopt national policies without delay",
          "Cos": "States shall adopt rules without delay",
        ])
        == "States shall adopt [Arg: common measures / Bra: national policies / Cos: rules ~~national protection measures~~]"
        + " without delay")
  }
}
