import Exchange
import TestSupport
import Testing

/// A paragraph of words, each with the authors of its changes in front: `+V` Venezuela inserted, `-B` Brazil struck, `<V`
/// Venezuela moved away, `>V` Venezuela moved there; those of the paragraph's mark stand behind `¶`.
private func paragraph(_ text: String) -> WordBlock {
  func changes(_ signs: Substring) -> [WordChange] {
    signs.split(separator: ",").map { sign -> WordChange in
      let kinds: [Character: WordChange.Kind] = ["+": .inserted, "-": .deleted, "<": .movedFrom, ">": .movedTo]
      let kind = kinds[sign.first ?? "+"] ?? .inserted
      return WordChange(
        kind, author: sign.last == "V" ? "Venezuela" : "Brazil", moveName: "<>".contains(sign.prefix(1)) ? "move1" : nil
      )
    }
  }
  let parts = text.split(separator: "¶", omittingEmptySubsequences: false)
  let runs = parts[0].split(separator: "|").map { part in
    let fields = part.split(separator: ":", maxSplits: 1)
    return fields.count == 2 ? WordRun(String(fields[1]), changes: changes(fields[0])) : WordRun(String(part))
  }
  return .paragraph(WordParagraph(runs: runs, markChanges: parts.count > 1 ? changes(parts[1]) : []))
}

/// What becomes of what Venezuela and Brazil track in one document.
private func imported(_ paragraphs: [String]) throws -> Answer {
  let room = try Room()
  try room.write(
    "DRAFT\n\nRESOLVES:\n\n1. To keep all wells clean and open.\n\n2. To thank the donors.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  let document = WordDocument(body: (["RESOLVES:"] + paragraphs).map(paragraph))
  try room.write(WordWriter().write(document), to: "all.docx")
  let answer = room.amend("import-changes", "ROOM/all.docx")
  let draft = room.amend("consolidate").output.split(separator: "\n").filter {
    $0.first.map { $0.isNumber || $0 == "[" } ?? false
  }
  return Answer(
    status: answer.status, output: draft.joined(separator: "\n"),
    errors: answer.errors.split(separator: "\n").filter { $0.hasPrefix("ROOM") }.joined(separator: "\n"))
}

/// Nobody can split or join what only another inserts: the words stay together, and it is told.
@Test(arguments: [
  (
    [
      "1. To keep all wells clean and open.", "+V:To meet in Lima.¶+B", "+V: All are invited.¶+V",
      "2. To thank the donors.",
    ],
    "1 bis. [Ven: To meet in Lima. All are invited.]",
    "ROOM/all.docx: “To meet in Lima.”: a split was left out: nobody splits what only Ven inserts"
  ),
  (
    ["1. To keep all wells clean and open.", "+V:To meet in Lima.¶+V,-B", "2. To thank the donors."],
    "1 bis. [Ven: To meet in Lima.]",
    "ROOM/all.docx: “To meet in Lima.”: a join with the next paragraph was left out: nobody joins what only Ven inserts"
  ),
  (
    ["1. To keep all wells clean and open.¶-B", "+V:To meet in Lima.¶+V", "2. To thank the donors."],
    "1 bis. [Ven: To meet in Lima.]",
    "ROOM/all.docx: “1. To keep all wells clean …”: a join with the next paragraph was left out: nobody joins what"
      + " only Ven inserts"
  ),
])
func partsOfAnothersNewParagraphStayTogetherAndAreTold(paragraphs: [String], new: String, told: String) throws {
  let draft = "1. To keep all wells clean and open.\n\(new)\n2. To thank the donors."
  #expect(try imported(paragraphs) == Answer(status: 0, output: draft, errors: told))
}

/// Where all words before another's split are struck, the paragraph goes on with those behind it.
@Test func restOfAParagraphThatAnotherSplitStaysWhereItsBeginningIsStruck() throws {
  let answer = try imported(["-B:1. To keep all wells ¶+V,-B", "clean and open.", "2. To thank the donors."])
  #expect(
    answer
      == Answer(
        status: 0,
        output: """
          1. [Bra: ~~To keep all wells~~] [Ven: ~~clean and open.~~]
          1 bis. [Ven: clean and open.]
          2. To thank the donors.
          """,
        errors: "ROOM/all.docx: “clean and open.”: the words of the new paragraph were split off from operative/1"))
}

/// Who changes words inside another's part of a paragraph reads all parts: no word of the draft is lost, none stands twice.
@Test func amendmentOfOnePartOfASplitSupportsTheOthers() throws {
  let answer = try imported([
    "1. To keep all |+V:deep|-B,+V: old| wells ¶+V", "clean and open.", "2. To thank the donors.",
  ])
  #expect(
    answer
      == Answer(
        status: 0,
        output: """
          1. To keep all [Ven: deep [Bra: ~~old~~]] wells [Bra, Ven: ~~clean and open.~~]
          1 bis. [Bra, Ven: clean and open.]
          2. To thank the donors.
          """,
        errors: """
          ROOM/all.docx: “clean and open.”: the words of the new paragraph were split off from operative/1
          ROOM/all.docx: “1. To keep all wells”: what else Ven proposes in the paragraph is supported with it, since an \
          amendment is one of the whole proposal
          """))
}

/// Words at a border that only another sees stand apart.
@Test func wordsAtTheEndOfALineThatAnotherEndsStandApart() throws {
  let answer = try imported(
    ["1. To keep all wells|+B: free,¶+V", "+B:dry,| clean and open.", "2. To thank the donors."])
  #expect(answer.output.hasPrefix("1. To keep all wells [Bra: free, dry,]"), "\(answer)")
}

/// What is changed in a paragraph where another moved it is changed in the draft's.
@Test func wordsInAParagraphThatAnotherMovedAreThoseOfTheDraft() throws {
  let answer = try imported(
    [
      "<V:1. To keep all wells clean and open.¶<V", "2. To thank the donors.",
      ">V:1. To keep all|+B: deep|>V: wells clean and open.¶>V",
    ])
  #expect(
    answer
      == Answer(
        status: 0,
        output: """
          1. To keep all [Bra: deep] wells clean and open.
          [Ven: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]
          2. To thank the donors.
          """, errors: ""))
}

/// The number of a paragraph that is joined to another is none of its words, whoever strikes it.
@Test func numberOfAJoinedParagraphThatAnotherStrikesIsNoWord() throws {
  let answer = try imported(["1. To keep all wells clean and open.¶-B", "-V:2. To thank the donors.¶-V"])
  #expect(
    answer
      == Answer(
        status: 0,
        output: """
          1. To keep all wells clean and open. [Bra: To thank the donors.]
          2. [Bra, Ven: ~~To thank the donors.~~]
          """,
        errors: "ROOM/all.docx: “2. To thank the donors.”: the words of operative/2 were joined to operative/1"))
}
