import Merging
import Testing

/// The same in Spanish, French and Portuguese.
struct GalleryLanguageTests {
  @Test func aPairOfQuotationMarksIsNeverTorn() {
    #expect(
      merged(
        "the so-called “ideal victim” stereotype persists",
        ["Uru": "the so-called ideal victim stereotype persists"])
        == "the so-called [Uru: ideal victim ~~“ideal victim”~~] stereotype persists")
  }

  @Test func anInsertionThatRepeatsARivalsWordIsARival() {
    #expect(
      merged(
        "podrá adoptar medidas",
        ["Gua": "no deberá adoptar medidas", "Hon": "no deberá adoptar medidas", "Nic": "no podrá adoptar medidas"])
        == "[Gua, Hon: no deberá / Nic: no podrá ~~podrá~~] adoptar medidas")
  }

  @Test func elDesacuerdoEnEspañol() {
    #expect(
      merged(
        "Exhortar a los Estados Miembros a que fortalezcan sus políticas de prevención.",
        [
          "Arg": "Exhortar a los Estados Miembros a que fortalezcan sus políticas públicas de prevención.",
          "Méx": "Invitar a los Estados Miembros a que fortalezcan sus políticas de prevención.",
        ])
        == "[Méx: Invitar ~~Exhortar~~] a los Estados Miembros a que fortalezcan sus políticas [Arg: públicas] de prevención."
    )
  }

  @Test func laPreguntaEnEspañol() {
    #expect(
      merged(
        "¿Debe el Estado proteger a las víctimas?",
        ["Per": "¿Debe todo Estado proteger a las víctimas?"])
        == "¿Debe [Per: todo ~~el~~] Estado proteger a las víctimas?")
  }

  @Test func aQuestionKeepsBothItsMarks() {
    #expect(
      merged("Decidir qué hacer. Informar.", ["Mex": "¿Decidir qué hacer? Informar."])
        == "[Mex: ¿Decidir qué hacer? ~~Decidir qué hacer.~~] Informar.")
  }

  @Test func lasComillasEspañolas() {
    #expect(
      merged(
        "la expresión «trata de personas» significa",
        ["Cub": "la expresión trata de personas significa"])
        == "la expresión [Cub: trata de personas ~~«trata de personas»~~] significa")
  }

  @Test func lArticleÉlidéEnFrançais() {
    #expect(
      merged(
        "la protection de l'homme et de l’enfant",
        ["Hai": "la protection de l'individu et de l’enfant"])
        == "la protection de l'[Hai: individu ~~homme~~] et de l’enfant")
  }

  @Test func laPonctuationFrançaise() {
    #expect(
      merged(
        "prévenir la traite ; protéger les victimes ;",
        ["Can": "prévenir la traite ; punir les auteurs ; protéger les victimes ;"])
        == "prévenir la traite ; [Can: punir les auteurs ;] protéger les victimes ;")
  }

  @Test func leDeuxPointsFrançais() {
    #expect(
      merged(
        "Les États parties conviennent de ce qui suit :",
        ["Hai": "Les États parties décident ce qui suit :"])
        == "Les États parties [Hai: décident ~~conviennent de~~] ce qui suit :")
  }

  @Test func laPonctuationFrançaiseChangée() {
    #expect(
      merged(
        "protéger les victimes ; et",
        ["Can": "protéger les victimes, et"])
        == "protéger les [Can: victimes, ~~victimes ;~~] et")
  }

  @Test func aContraçãoEmPortuguês() {
    #expect(
      merged(
        "Reafirmar o compromisso dos Estados com a proteção das vítimas.",
        ["Bra": "Reafirmar o firme compromisso dos Estados com a proteção integral das vítimas."])
        == "Reafirmar o [Bra: firme] compromisso dos Estados com a proteção [Bra: integral] das vítimas.")
  }

  @Test func asPropostasRivaisEmPortuguês() {
    #expect(
      merged(
        "os órgãos da Organização não poderão delegar",
        ["Bra": "os órgãos da Organização poderão delegar", "Uru": "os órgãos da Organização não deverão delegar"])
        == "os órgãos da Organização [Bra: ~~não~~] [Uru: deverão ~~poderão~~] delegar")
  }
}
