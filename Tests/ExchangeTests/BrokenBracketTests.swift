import Drafting
import Exchange
import Merging
import Notation
import Testing

private let lines = [
  "1. To ask [Mex: individuals ~~others~~] to take part in the work of the year.",
  "2. To publish [Ven: every month] the data of all stations.",
  "3. To thank the host country and the host city.",
]

/// What Peru's document asks for, in which the first paragraph is as given and the last holds `]` among its words.
private func read(_ first: String, isIdentified: Bool, marks: ObservationMarks = .tracked) throws -> ObservationList {
  let draft = identifiedDraft(
    "DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n\n4. To keep the sign \\[Mex: a] as it is.\n")
  var reader = ObservationReader(
    registry: .standard, label: "Peru", base: draft.reading(of: nil), present: draft.reading(of: "Peru"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  var body = [first, WordFiles.paragraph(lines[1]), WordFiles.paragraph(lines[2])]
  body.append(WordFiles.paragraph("4. To keep the sign \\[Mex: a] as it is."))
  if isIdentified {
    let identifiers = draft.sections.flatMap(\.items).filter { $0.kind != .heading }.compactMap(\.identifier)
    for (place, identifier) in identifiers.enumerated() {
      body[place] =
        "<w:sdt><w:sdtPr><w:tag w:val=\"amend:\(identifier)\"/></w:sdtPr><w:sdtContent>\(body[place])</w:sdtContent></w:sdt>"
    }
  }
  return try reader.read(WordFiles.read(WordFiles.paragraph("RESOLVE:") + body.joined()), marks: marks)
}

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
private func typed(_ text: String) -> String { "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(text))</w:ins>" }
private func struck(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}
private let parted = "<w:pPr><w:rPr><w:ins w:id=\"3\" w:author=\"Ana\"/></w:rPr></w:pPr>"
private let joined = "<w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr></w:pPr>"
private let end = " to take part in the work of the year."

/// Nobody can tell whose the words behind a bracket without its end are: nothing is made of them, of what follows them, or
/// of what is parted from them or joined to them.
@Test(
  arguments: [
    run("1. To ask [Mex: individuals ~~others~~ to take ") + typed("full ") + run("part in the work of the year."),
    run("1. To ask [Mex: individuals ~~others~~") + struck("]") + run(end),
    run("1. To ") + typed("kindly ") + run("ask [Mex: individuals ~~others~~") + struck("]") + run(end),
    run("1. To ask [Mex: individuals ") + typed("alone ") + run("~~others~~" + end),
    parted + run("1. To ask [Mex: individuals ~~others~~ to take ") + "</w:p><w:p>"
      + run("part in the work of the year."),
    parted + run("1. To ask [Mex: individuals ") + "</w:p><w:p>" + run("~~others~~" + end),
    parted + run("1. To ") + "</w:p><w:p>" + run("ask [Mex: individuals ~~others~~") + struck("]") + run(end),
    parted + run("1. To ask ") + struck("[") + run("Mex: individuals ") + "</w:p><w:p>" + run("~~others~~]" + end),
    parted + run("1. To ask ") + "</w:p><w:p>" + run("Mex: individuals ~~others~~]" + end),
    joined + run("1. To ask [Mex: individuals ~~others~~" + end),
  ], [true, false])
func brokenBracketIsToldAndNothingIsMadeOfIt(content: String, isIdentified: Bool) throws {
  let list = try read("<w:p>\(content)</w:p>", isIdentified: isIdentified)
  let lostBeginning = !content.contains("[")
  if lostBeginning, !isIdentified { return }
  #expect(list.observations == [], "\(list.observations)")
  #expect(list.brokenCount == 1)
  #expect(list.remarks.count == 1, "\(list.remarks.map(\.message))")
  #expect(list.remarks.first?.paragraph == 2)
  #expect(list.remarks.first?.message.hasPrefix("a bracket ") ?? false, "\(list.remarks.map(\.message))")
}

@Test func bracketThatIsWholeIsNotBroken() throws {
  let list = try read(
    "<w:p>" + run("1. To ask [Mex: individuals ~~others~~] to take ") + typed("full ")
      + run("part in the work of the year.") + "</w:p>", isIdentified: true)
  #expect(list.observations.count == 1 && list.brokenCount == 0 && list.remarks.isEmpty)
}

@Test func bracketOfSeveralParagraphsInAnyDocumentIsWhole() throws {
  let draft = DraftReader(registry: .standard, format: .text).read(
    "RESOLVE:\n\n1. To keep it.\n\n1 bis. [Ven: To ask.\n\n1 ter. To answer.]\n\n2. To note \\[Mex: a] here.\n"
  ).draft
  #expect(
    draft.reading(of: nil).sections.flatMap(\.items).map { $0.body.reading(of: nil) }.filter { !$0.isEmpty } == [
      "RESOLVE:", "To keep it.", "To note [Mex: a] here.",
    ])
}

/// In a text too the end of a bracket that is words of the draft ends none that was left open before it.
@Test func endOfALiteralBracketEndsNoOtherParagraphs() throws {
  let draft = DraftReader(registry: .standard, format: .text).read(
    "RESOLVE:\n\n1. To ask [Mex: people to come.\n\n2. To wait.\n\n3. To note \\[Mex: a] here.\n"
  ).draft
  #expect(
    draft.reading(of: nil).sections.flatMap(\.items).map { $0.body.reading(of: nil) } == [
      "RESOLVE:", "To ask [Mex: people to come.", "To wait.", "To note [Mex: a] here.",
    ])
}
