import Drafting
import Notation
import Testing

@Test func everyWordIsReadInEveryLanguageAndOnlyInCapitals() {
  for word in CommandWord.allCases {
    for language in Language.allCases {
      #expect(CommandWord(word.text(in: language)) == word)
      #expect(CommandWord(word.text(in: language).lowercased()) == nil)
    }
  }
  #expect(CommandWord("APPROUVE") == .approved)
  #expect(CommandWord("DELETE.") == nil)
}

@Test(arguments: Language.allCases)
func everyStatusIsReadAgain(language: Language) {
  let statuses: [Status] = [
    .approved, .pending(reason: nil), .pending(reason: "Consultations with Brazil – not APPROVED."),
    .agreedAdReferendum(reason: nil), .agreedAdReferendum(reason: "US"),
  ]
  for status in statuses {
    let written = CommandWords.text(of: status, in: language)
    for (before, text) in [
      ("", written), ("in 2009;", "in 2009; " + written), ("a\nb", "a\nb\n" + written),
    ] {
      let read = CommandWords.status(atEndOf: text)
      #expect(read?.status == status)
      #expect(read?.before == before)
    }
  }
}

@Test(arguments: [
  ("in persons; APPROVED ", Status.approved, "in persons;"),
  ("meeting; and APPROVED", .approved, "meeting; and"),
  ("x. APPROVED.", .approved, "x."),
  ("x; [APPROVED]", .approved, "x;"),
  ("x; (PENDING - Brazil).", .pending(reason: "Brazil"), "x;"),
  ("x;  PENDING – Consultations with Brazil", .pending(reason: "Consultations with Brazil"), "x;"),
  ("x; PENDING—EE. UU.", .pending(reason: "EE. UU."), "x;"),
  ("x; EN SUSPENS", .pending(reason: nil), "x;"),
  ("x; APPROUVÉ AD REFERENDUM", .agreedAdReferendum(reason: nil), "x;"),
  ("x; ACORDADO AD REFERENDUM", .agreedAdReferendum(reason: nil), "x;"),
  ("[Ven: x] PENDIENTE", .pending(reason: nil), "[Ven: x]"),
])
func aStatusIsFoundAtTheEndOfAParagraph(text: String, status: Status, before: String) {
  let read = CommandWords.status(atEndOf: text)
  #expect(read?.status == status)
  #expect(read?.before == before)
}

@Test(arguments: [
  "APPROVED the minutes", "THE AGENDA WAS APPROVED", "was approved", "DISAPPROVED",
  "APPROVED – Brazil",
  "APPROVED\nby all", "PENDING matters", "(PENDING", "",
])
func otherWordsAreNoStatus(text: String) {
  #expect(CommandWords.status(atEndOf: text) == nil)
}

@Test(arguments: Language.allCases)
func everyPlacementIsReadAgain(language: Language) throws {
  let sections = [
    .preamble, .operative, .annex(1), .annex(12), try SectionName("annex-a"),
    try SectionName("the"),
    try SectionName("wg-1"),
  ]
  for section in sections {
    let numbers = [1, 17].flatMap { value in
      [1, 2, 3, 10, 11].flatMap {
        [
          ParagraphNumber(value, multiplicity: $0),
          ParagraphNumber(value, multiplicity: $0, isAlternative: true),
        ]
      }
    }
    for anchor in numbers.map({ Placement.Anchor.after(section, $0) }) + [.beginning(section)] {
      let written = CommandWords.text(of: anchor, in: language)
      #expect(CommandWords.anchor(written) == anchor, "\(written)")
      let found = CommandWords.placementOrder(atEndOf: "[Ven: x.]  " + written + ".")
      #expect(found?.anchor == anchor)
      #expect(found?.order == written + ".")
      #expect(found?.before == "[Ven: x.]")
    }
  }
}

@Test func placementsStandAsTheNotationSays() {
  let anchor = Placement.Anchor.after(.preamble, ParagraphNumber(2))
  #expect(
    Language.allCases.map { CommandWords.text(of: anchor, in: $0) } == [
      "PLACE WITH PARAGRAPH 2 OF THE PREAMBLE", "UBICAR CON EL PÁRRAFO 2 DEL PREÁMBULO",
      "PLACER AVEC LE PARAGRAPHE 2 DU PRÉAMBULE", "COLOCAR COM O PARÁGRAFO 2 DO PREÂMBULO",
    ])
}

@Test(arguments: [
  (
    "PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.",
    Placement.Anchor.after(.preamble, ParagraphNumber(2))
  ),
  (
    "PLACE AFTER 1 bis OF THE OPERATIVE PART",
    .after(.operative, ParagraphNumber(1, multiplicity: 2))
  ),
  (
    "PLACE AFTER 5BIS OF THE OPERATIVE SECTION",
    .after(.operative, ParagraphNumber(5, multiplicity: 2))
  ),
  (
    "UBICAR ESTE PARRAFO DESPUES DEL PARRAFO 3 DE LA PARTE DISPOSITIVA",
    .after(.operative, ParagraphNumber(3))
  ),
  ("PLACE WITH PARAGRAPH 4", .after(.annex(2), ParagraphNumber(4))),
  ("PLACER CE PARAGRAPHE AU DÉBUT DE L’ANNEXE 3", .beginning(.annex(3))),
])
func placementsAreReadInTheirLooserForms(order: String, anchor: Placement.Anchor) {
  #expect(CommandWords.anchor(order, in: .annex(2)) == anchor)
}

@Test(arguments: [
  "Place with paragraph 2 of the preamble", "PLACE WITH PARAGRAPH", "PLACE 2 OF THE PREAMBLE",
  "PLACE WITH PARAGRAPH 2 OF THE PREAMBLE AND MORE", "PLACE WITH PARAGRAPH 4", "",
])
func otherOrdersAreNoPlacement(order: String) {
  #expect(CommandWords.anchor(order) == nil)
}
