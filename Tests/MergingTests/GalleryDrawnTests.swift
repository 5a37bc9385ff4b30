import Merging
import Testing

/// Rivals that begin or end alike: what they share is written once.
struct GalleryDrawnTests {
  @Test func whatRivalInsertionsBeginWithIsWrittenOnce() {
    #expect(
      merged(
        "to assist the victims of trafficking",
        [
          "Bra": "to assist the victims and their closest relatives in the country of origin of trafficking",
          "Chile": "to assist the victims and their closest relatives in the country of destination of trafficking",
        ])
        == "to assist the victims [Bra, Chile: and their closest relatives in the country of [Bra: origin / Chile: destination]] of trafficking"
    )
  }

  @Test func rivalNewParagraphsThatDifferInAWordAreOne() {
    #expect(
      merged(
        "",
        [
          "Bra": "To urge the member states to adopt measures against trafficking in persons and to report annually.",
          "Chile": "To urge the member states to adopt measures against trafficking in women and to report annually.",
          "Ven": "To invite observers to cooperate.",
        ])
        == "[Bra, Chile: To urge the member states to adopt measures against trafficking in [Bra: persons / Chile: women] and to report annually. / Ven: To invite observers to cooperate.]"
    )
  }

  @Test func whatRivalReplacementsEndWithIsWrittenOnce() {
    #expect(
      merged(
        "measures adopted by the Council",
        [
          "Bra": "measures agreed among the competent national authorities of both countries",
          "Chile": "measures proposed among the competent national authorities of both countries",
        ])
        == "measures [Bra, Chile: [Bra: agreed / Chile: proposed] among the competent national authorities of both countries ~~adopted by the Council~~]"
    )
  }

  @Test func whoseWordsAreTheSharedOnesAloneIsNamedOnlyOutside() {
    #expect(
      merged(
        "to assist the victims.",
        [
          "Bra": "to assist the victims and their families in the country of origin.",
          "Chile": "to assist the victims and their families in the country of origin or transit.",
        ])
        == "to assist the victims [Bra, Chile: and their families in the country of origin [Chile: or transit]].")
  }

  @Test func aSharedStruckTextStaysOneBracket() {
    #expect(
      merged(
        "The Secretariat shall prepare a budget.",
        [
          "Bra": "Every State party may propose amendments to this instrument in writing.",
          "Chile": "Every State party may propose amendments to this instrument orally.",
        ])
        == "[Bra, Chile: Every State party may propose amendments to this instrument [Bra: in writing. / Chile: orally.] ~~The Secretariat shall prepare a budget.~~]"
    )
  }

  @Test func aFewSharedWordsStayWithEach() {
    #expect(
      merged(
        "to assist the victims of trafficking",
        [
          "Bra": "to assist the victims and their families of trafficking",
          "Chile": "to assist the victims and their legal representatives of trafficking",
        ])
        == "to assist the victims [Bra: and their families / Chile: and their legal representatives] of trafficking")
  }

  @Test func noParenthesisIsTornByDrawing() {
    #expect(
      merged(
        "",
        [
          "Bra": "To recall the meeting of national authorities (held in Margarita) and its report.",
          "Chile": "To recall the meeting of national authorities (held in Buenos Aires, in March) and its report.",
        ])
        == "[Bra, Chile: To recall the meeting of national authorities [Bra: (held in Margarita) / Chile: (held in Buenos Aires, in March)] and its report.]"
    )
  }

  @Test func anAmendmentOfOneRivalLeavesBothWhole() {
    #expect(
      merged(
        "",
        [
          Version(label: "Bra", text: "To urge the member states to adopt measures."),
          Version(label: "Chile", text: "To urge the member states to adopt laws."),
          Version(label: "Per", text: "To urge the member states to adopt effective measures.", amends: "Bra"),
        ])
        == "[Bra: To urge the member states to adopt [Per: effective] measures. / Chile: To urge the member states to adopt laws.]"
    )
  }
}
