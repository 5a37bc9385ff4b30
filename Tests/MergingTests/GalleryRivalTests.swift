import Merging
import Testing

/// Several delegations at the same words: rivals, co-sponsors, edits that touch, cross or lie in each other.
struct GalleryRivalTests {
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

  @Test func whatIsLeftOfEditsThatWereCutSharesItsLabels() {
    #expect(
      merged(
        "to protect victims trafficking",
        ["Cos": "to protect States", "ElS": "to protect States trafficking", "StL": "trafficking"])
        == "[StL: ~~to protect [Cos, ElS: States ~~victims~~]~~] [Cos: ~~trafficking~~]")
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

  @Test func rivalNewParagraphs() {
    #expect(
      merged(
        "",
        ["Ven": "To urge the member states to cooperate.", "Bra": "To invite observers to cooperate."])
        == "[Bra: To invite observers to cooperate. / Ven: To urge the member states to cooperate.]")
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

  @Test func rivalsStandSideBySideRatherThanRoundALoneArticle() {
    #expect(
      merged(
        "and invites the Committee to report annually",
        [
          "Hon": "and invites the Group of Experts to report annually",
          "Mex": "and invites a rapporteur to report annually", "Nic": "and invites to report annually",
        ])
        == "and invites [Hon: the Group of Experts / Mex: a rapporteur / Nic: – ~~the Committee~~] to report annually")
  }

  @Test func twoRivalsStandSideBySideRatherThanRoundALoneArticle() {
    #expect(
      merged(
        "and invites the Committee to report annually",
        [
          "Hon": "and invites the Group of Experts to report annually",
          "Mex": "and invites a rapporteur to report annually",
        ])
        == "and invites [Hon: the Group of Experts / Mex: a rapporteur ~~the Committee~~] to report annually")
  }

  @Test func unArtículoSoloNoAnidaLasPropuestas() {
    #expect(
      merged(
        "invita a la Comisión a informar cada año",
        [
          "Hon": "invita a la Secretaría General a informar cada año",
          "Mex": "invita a un relator a informar cada año",
        ])
        == "invita a [Hon: la Secretaría General / Mex: un relator ~~la Comisión~~] a informar cada año")
  }

  @Test func aContentWordThatIsKeptHoldsTheNesting() {
    #expect(
      merged(
        "and invites the independent Committee of the Organization to report annually",
        [
          "Hon": "and invites the independent Group of the Organization to report annually",
          "Mex": "and invites a rapporteur to report annually",
        ])
        == "and invites [Mex: a rapporteur ~~the independent [Hon: Group ~~Committee~~] of the Organization~~] to report annually"
    )
  }
}
