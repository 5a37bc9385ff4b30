import Drafting
import Merging
import Notation
import Testing

private let table = LabelTable(registry: .standard)

/// One row of the notation: a value and its two written forms.
struct NotationRow: Sendable, CustomTestStringConvertible {
  var meaning: String
  var text: BracketedText
  var oas: String
  var alternatives: String

  var testDescription: String { meaning }
}

private func text(_ string: String) -> BracketedText { BracketedText(text: string) }

private func side(_ labels: String..., says content: String) -> Alternative {
  Alternative(labels: labels, content: text(content))
}

private func place(_ sides: Alternative..., struck: String? = nil) -> BracketedText.Piece {
  .bracket(Bracket(alternatives: sides, struck: struck.map { text($0) }))
}

private let rows: [NotationRow] = [
  NotationRow(
    meaning: "insertion",
    text: BracketedText([
      .text("participation "), place(side("Chile", says: "and coordination")), .text(" of"),
    ]),
    oas: "participation [Chile: and coordination] of",
    alternatives: "participation [Chile: and coordination] of"),
  NotationRow(
    meaning: "the same from several",
    text: BracketedText([place(side("Bra", "Chile", says: "and coordination"))]),
    oas: "[Bra, Chile: and coordination]", alternatives: "[Bra, Chile: and coordination]"),
  NotationRow(
    meaning: "deletion",
    text: BracketedText([place(side("Ven", says: ""), struck: "others")]),
    oas: "[Ven: ~~others~~]", alternatives: "[others]/[Ven: DELETE]"),
  NotationRow(
    meaning: "replacement",
    text: BracketedText([
      .text("of "), place(side("Mex", says: "individuals"), struck: "others"), .text(" who"),
    ]),
    oas: "of [Mex: individuals ~~others~~] who", alternatives: "of [others]/[Mex: individuals] who"),
  NotationRow(
    meaning: "rivals for the same words",
    text: BracketedText([
      place(
        side("Arg", "Bra", says: "persons"), side("Mex", says: "individuals"),
        side("Ven", says: ""),
        struck: "others")
    ]),
    oas: "[Arg, Bra: persons / Mex: individuals / Ven: – ~~others~~]",
    alternatives: "[others]/[Arg, Bra: persons]/[Mex: individuals]/[Ven: DELETE]"),
  NotationRow(
    meaning: "rival insertions",
    text: BracketedText([place(side("Bra", says: "x"), side("Chile", says: "y"))]),
    oas: "[Bra: x / Chile: y]", alternatives: "[Bra: x]/[Chile: y]"),
  NotationRow(
    meaning: "a dash for the words",
    text: BracketedText([place(side("Ven", says: "–"), struck: "to")]),
    oas: "[Ven: – ~~to~~]", alternatives: "[to]/[Ven: –]"),
  NotationRow(
    meaning: "a dash among rivals",
    text: BracketedText([place(side("Mex", says: "x"), side("Ven", says: "–"), struck: "to")]),
    oas: "[Mex: x / Ven: \\– ~~to~~]", alternatives: "[to]/[Mex: x]/[Ven: –]"),
  NotationRow(
    meaning: "amendment to a proposal",
    text: BracketedText([
      .bracket(
        Bracket(
          alternatives: [
            Alternative(
              labels: ["Ven"],
              content: BracketedText([
                .text("To urge the member states "), place(side("Chile", says: "and observers")),
                .text(" to continue"),
              ]))
          ], struck: nil))
    ]),
    oas: "[Ven: To urge the member states [Chile: and observers] to continue]",
    alternatives: "[Ven: To urge the member states [Chile: and observers] to continue]"),
  NotationRow(
    meaning: "amendment inside struck words",
    text: BracketedText([
      .bracket(
        Bracket(
          alternatives: [side("Ven", says: "")],
          struck: BracketedText([.text("old "), place(side("Bra", says: "newer"), struck: "text")]))
      )
    ]),
    oas: "[Ven: ~~old [Bra: newer ~~text~~]~~]",
    alternatives: "[old [text]/[Bra: newer]]/[Ven: DELETE]"),
  NotationRow(
    meaning: "literal brackets that need no escape",
    text: text(
      "the [Buenos Aires Document] [sic] and/or [X] [134] [Measure: any law ~~x~~] a / b: c [^1]"),
    oas:
      "the [Buenos Aires Document] [sic] and/or [X] [134] [Measure: any law ~~x~~] a / b: c [^1]",
    alternatives:
      "the [Buenos Aires Document] [sic] and/or [X] [134] [Measure: any law ~~x~~] a / b: c [^1]"),
  NotationRow(
    meaning: "the same inside a bracket",
    text: BracketedText([place(side("Ven", says: "[sic] and/or [Measure: any law] a / b: c"))]),
    oas: "[Ven: [sic] and/or [Measure: any law] a / b: c]",
    alternatives: "[Ven: [sic] and/or [Measure: any law] a / b: c]"),
  NotationRow(
    meaning: "what looks attributed",
    text: text("a [Mex: x] b"), oas: "a \\[Mex: x] b", alternatives: "a \\[Mex: x] b"),
  NotationRow(
    meaning: "what looks like a group",
    text: text("[x]/[Mex: y]"), oas: "[x]/\\[Mex: y]", alternatives: "[x]/\\[Mex: y]"),
  NotationRow(
    meaning: "brackets joined by a slash",
    text: BracketedText([
      place(side("Bra", says: "x")), .text("/"), place(side("Chile", says: "y")),
    ]),
    oas: "[Bra: x]\\/[Chile: y]", alternatives: "[Bra: x]\\/[Chile: y]"),
  NotationRow(
    meaning: "signs of the notation inside a bracket",
    text: BracketedText([place(side("Ven", says: "a / Mex: b ~~c~~ [ d"))]),
    oas: "[Ven: a \\/ Mex: b \\~~c\\~~ \\[ d]", alternatives: "[Ven: a \\/ Mex: b \\~~c\\~~ \\[ d]"),
  NotationRow(
    meaning: "a word of command as a word",
    text: BracketedText([place(side("Mex", says: "DELETE"), struck: "erase")]),
    oas: "[Mex: \\DELETE ~~erase~~]", alternatives: "[erase]/[Mex: \\DELETE]"),
  NotationRow(
    meaning: "current words that look attributed",
    text: BracketedText([place(side("Ven", says: "x"), struck: "Mex: y")]),
    oas: "[Ven: x ~~Mex: y~~]", alternatives: "[Mex\\: y]/[Ven: x]"),
]

@Test(arguments: rows)
func everyRowIsWrittenAndReadInBothNotations(row: NotationRow) {
  let reader = BracketReader(labels: table)
  for (notation, expected) in [(BracketNotation.oas, row.oas), (.alternatives, row.alternatives)] {
    #expect(BracketWriter(notation: notation, labels: table).write(row.text) == expected)
    let (read, diagnostics) = reader.read(expected)
    #expect(read == row.text)
    #expect(diagnostics.isEmpty)
  }
}

@Test func nothingIsWrittenInTheLanguageOfTheDraft() {
  let text = BracketedText([place(side("Ven", says: ""), struck: "otros")])
  let written = Language.allCases.map {
    BracketWriter(notation: .alternatives, language: $0, labels: table).write(text)
  }
  #expect(
    written == [
      "[otros]/[Ven: DELETE]", "[otros]/[Ven: SUPRIMIR]", "[otros]/[Ven: SUPPRIMER]",
      "[otros]/[Ven: SUPRIMIR]",
    ])
  for form in written { #expect(BracketReader(labels: table).read(form).text == text) }
}

@Test func spansTellAddedFromStruckWordsAndWhoseTheyAre() {
  let spans = BracketWriter(labels: table).spans(of: rows[3].text)
  let mex = ["Mex"]
  #expect(
    spans == [
      Span("of "), Span("[", labels: mex), Span("Mex:", .label, labels: mex), Span(" ", labels: mex),
      Span("individuals", .added, labels: mex), Span(" ", labels: mex), Span("~~", .mark, labels: mex),
      Span("others", .struck, labels: mex), Span("~~", .mark, labels: mex), Span("]", labels: mex), Span(" who"),
    ])
}

@Test func rivalsShareTheirBracketAndWhatIsStruck() {
  let text = BracketedText([place(side("Arg", says: "a"), side("Ven", says: ""), struck: "b")])
  func shown(_ notation: BracketNotation) -> [String] {
    BracketWriter(notation: notation, labels: table).spans(of: text).map {
      "\($0.labels.joined()): \($0.text)"
    }
  }
  #expect(
    shown(.oas) == [
      ": [", "Arg: Arg:", "Arg:  ", "Arg: a", ":  / ", "Ven: Ven:", "Ven:  –", ":  ", ": ~~", ": b", ": ~~", ": ]",
    ])
  #expect(
    shown(.alternatives) == [
      ": [b]/", "Arg: [", "Arg: Arg:", "Arg:  ", "Arg: a", "Arg: ]", ": /", "Ven: [", "Ven: Ven:", "Ven:  DELETE]",
    ])
}
