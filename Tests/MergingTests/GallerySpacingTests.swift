import Merging
import Testing

/// White space, punctuation and signs that must not be torn.
struct GallerySpacingTests {
  @Test func aParenthesisOfCommasIsInserted() {
    #expect(
      merged(
        "the victims take part in the proceedings",
        ["Ven": "the victims, where appropriate, take part in the proceedings"])
        == "the victims [Ven: , where appropriate,] take part in the proceedings")
  }

  @Test func aWordBeforeTheFullStopGoes() {
    #expect(
      merged(
        "Protect the victims of trafficking in persons.",
        ["Per": "Protect the victims of trafficking."])
        == "Protect the victims of trafficking [Per: ~~in persons~~].")
  }

  @Test func aPunctuationMarkIsReplaced() {
    #expect(
      merged(
        "of origin, transit and destination;",
        ["Bra": "of origin, transit and destination."])
        == "of origin, transit and destination [Bra: . ~~;~~]")
  }

  @Test func aCommaIsInserted() {
    #expect(
      merged(
        "origin transit and destination",
        ["Uru": "origin, transit and destination"])
        == "origin [Uru: ,] transit and destination")
  }

  @Test func aCommaGoes() {
    #expect(
      merged(
        "origin, transit, and destination",
        ["Per": "origin, transit and destination"])
        == "origin, transit [Per: ~~,~~] and destination")
  }

  @Test func wordsAfterAnOpeningParenthesis() {
    #expect(
      merged(
        "the Organization (General Secretariat) shall report",
        ["Bar": "the Organization (including its General Secretariat) shall report"])
        == "the Organization ([Bar: including its] General Secretariat) shall report")
  }

  @Test func aParenthesisIsNeverTorn() {
    #expect(
      merged(
        "the Inter-American Convention (1998) applies",
        ["Cos": "the Inter-American Convention applies"])
        == "the Inter-American Convention [Cos: ~~(1998)~~] applies")
  }

  @Test func aParenthesisWithChangedContentIsKeptOutside() {
    #expect(
      merged(
        "the meeting (held in Margarita) recalled",
        ["Ecu": "the meeting (held in Caracas) recalled"])
        == "the meeting (held in [Ecu: Caracas ~~Margarita~~]) recalled")
  }

  @Test func aSubparagraphIsInserted() {
    #expect(
      merged(
        "The States shall:\na) prevent;\nb) protect.",
        ["Bol": "The States shall:\na) prevent;\na bis) investigate;\nb) protect."])
        == "The States shall:\na) prevent;\n[Bol: a bis) investigate;]\nb) protect.")
  }

  @Test func aSubparagraphGoes() {
    #expect(
      merged(
        "The States shall:\na) prevent;\nb) protect;\nc) punish.",
        ["Bol": "The States shall:\na) prevent;\nc) punish."])
        == "The States shall:\na) prevent;\n[Bol: ~~b) protect;~~]\nc) punish.")
  }

  @Test func numbersAreOneWord() {
    #expect(
      merged(
        "on February 13, 2008, with 1,000 participants",
        ["Dom": "on February 14, 2008, with 1,500 participants"])
        == "on February [Dom: 14 ~~13~~], 2008, with [Dom: 1,500 ~~1,000~~] participants")
  }

  @Test func hyphenatedWordsAreOneWord() {
    #expect(
      merged(
        "to assist at-risk persons",
        ["Jam": "to assist high-risk persons"])
        == "to assist [Jam: high-risk ~~at-risk~~] persons")
  }

  @Test func aFootnoteMarkIsOneWord() {
    #expect(
      merged(
        "the Declaration on Security[^3] in the Americas",
        ["Bel": "the Declaration on Security[^3][^4] in the Americas"])
        == "the Declaration on Security[^3][Bel: [^4]] in the Americas")
  }

  @Test func aLiteralBracketIsText() {
    #expect(
      merged(
        "adopt the [Buenos Aires Document] today",
        ["Mex": "adopt the [Margarita Document] today"])
        == "adopt the [[Mex: Margarita ~~Buenos Aires~~] Document] today")
  }

  @Test func labelsInsideTheTextAreText() {
    #expect(
      merged(
        "as proposed by [Ven: others] before",
        ["Bra": "as proposed by [Ven: them] before"])
        == "as proposed by [Ven: [Bra: them ~~others~~]] before")
  }

  @Test func tildesAndSlashesAreText() {
    #expect(
      merged(
        "the ~~old~~ text / the new one",
        ["Bra": "the ~~former~~ text / the new one"])
        == "the ~~[Bra: former ~~old~~]~~ text / the new one")
  }

  @Test func spacesBesideAPunctuationChangeWidenTheEdit() {
    #expect(
      merged(
        "the end ; and more",
        ["Sur": "the end; and more"])
        == "the [Sur: end; ~~end ;~~] and more")
  }

  @Test func doubleSpacesAreKept() {
    #expect(
      merged(
        "one  two three",
        ["Tri": "one  four three"])
        == "one  [Tri: four ~~two~~] three")
  }

  @Test func aDoubleSpaceThatIsRepairedIsShown() {
    #expect(
      merged(
        "one  two three",
        ["Tri": "one two three"])
        == "[Tri: one two ~~one  two~~] three")
  }

  @Test func aNonBreakingSpaceIsACharacter() {
    #expect(
      merged(
        "article 5 applies",
        ["StK": "article 6 applies"])
        == "article [StK: 6 ~~5~~] applies")
  }

  @Test func aNewSentenceIsOneBracketAfterTheFullStop() {
    #expect(
      merged(
        "The Parties shall protect victims. They shall report annually.",
        ["Bra": "The Parties shall protect victims. The Parties shall protect witnesses. They shall report annually."])
        == "The Parties shall protect victims. [Bra: The Parties shall protect witnesses.] They shall report annually.")
  }
}
