import Drafting
import Exchange
import Notation
import Testing

/// Paragraphs of a list with automatic numbers, or with numbers that were typed.
private struct List {
  var isTyped: Bool
  private static let change = "w:id=\"1\" w:author=\"Venezuela\" w:date=\"2026-05-05T09:00:00Z\""
  private static let numbering = """
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText \
    w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/>\
    </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    """

  func paragraph(_ number: Int, _ content: String, mark: String = "", level: Int = 0) -> String {
    let list = isTyped ? "" : WordFiles.numbered(1, level)
    let properties = mark.isEmpty ? list : list + "<w:rPr><w:\(mark) \(Self.change)/></w:rPr>"
    return "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + content + "</w:p>"
  }

  /// A run, with its number where that is typed.
  func words(_ number: Int?, _ text: String) -> String { run((isTyped ? number.map { "\($0). " } ?? "" : "") + text) }

  func inserted(_ run: String) -> String { "<w:ins \(Self.change)>\(run)</w:ins>" }

  func deleted(_ text: String) -> String {
    "<w:del \(Self.change)><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
  }

  func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

  /// The draft that the paragraphs are, and what is said about it.
  func draft(_ body: [String]) throws -> (lines: [String], remarks: [String], text: String) {
    let document = try WordFiles.read(body.joined(), isTyped ? [:] : ["numbering": Self.numbering])
    let draft = WordDraft(document, labels: LabelTable(registry: .standard))
    let lines = draft.text.split(separator: "\n").map(String.init)
    return (lines, draft.remarks.map { "\($0.paragraph.map(String.init) ?? ""): \($0.message)" }, draft.text)
  }
}

@Test(arguments: [false, true], [false, true])
func trackedSplitIsNoSplitOfTheDraft(isTyped: Bool, isNumbered: Bool) throws {
  let list = List(isTyped: isTyped)
  let second = isTyped && isNumbered ? list.inserted(list.run("2. ")) : ""
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "To hold a meeting. "), mark: "ins"),
    list.paragraph(2, second + list.run("The meeting is public.")),
    list.paragraph(3, list.words(2, "To thank the host.")),
  ])
  #expect(draft.lines == ["1. To hold a meeting. The meeting is public.", "2. To thank the host."])
  #expect(
    draft.remarks == ["1: 'Venezuela' split this paragraph; it was left whole: 'amend propose --from' takes splits"])
}

@Test(arguments: [false, true])
func trackedJoinIsNoJoinOfTheDraft(isTyped: Bool) throws {
  let list = List(isTyped: isTyped)
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "To hold a meeting."), mark: "del"),
    list.paragraph(2, (isTyped ? list.deleted("2. ") : "") + list.run("To thank the host.")),
  ])
  #expect(draft.lines == ["1. To hold a meeting.", "2. To thank the host."])
  #expect(draft.remarks.count == 1 && draft.remarks[0].hasPrefix("1: 'Venezuela' joined this paragraph with the next"))
}

/// A paragraph that was begun at the end of the one before has the old mark, one that was begun before the next a new one.
@Test(arguments: [false, true], [false, true])
func trackedNewParagraphsLeaveTheOthersTheirNumbers(isTyped: Bool, isBegunBefore: Bool) throws {
  let list = List(isTyped: isTyped)
  let (first, last) = isBegunBefore ? ("", "ins") : ("ins", "")
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "To hold a meeting."), mark: first),
    list.paragraph(2, list.inserted(list.words(2, "To pay for maps.")), mark: "ins"),
    list.paragraph(3, list.inserted(list.words(3, "To print maps.")), mark: last),
    list.paragraph(4, list.words(2, "To thank the host.")),
    list.paragraph(5, list.inserted(list.words(3, "To end.")), mark: "ins"),
  ])
  #expect(
    draft.lines == [
      "1. To hold a meeting.", "1 bis. [Ven: To pay for maps.]", "1 ter. [Ven: To print maps.]",
      "2. To thank the host.", "3. [Ven: To end.]",
    ])
  #expect(draft.remarks.isEmpty)
}

@Test func trackedFirstParagraphHasTheNumberOfTheNextWithABis() throws {
  let list = List(isTyped: false)
  let draft = try list.draft([
    list.paragraph(1, list.inserted(list.run("To begin.")), mark: "ins"), list.paragraph(2, list.run("To go on.")),
  ])
  #expect(draft.lines == ["1 bis. [Ven: To begin.]", "1. To go on."])
}

@Test func trackedItemOfAListHasItsLetterAndMovesThoseBehindItForItsAuthor() throws {
  let list = List(isTyped: false)
  let draft = try list.draft([
    list.paragraph(1, list.run("To do:")), list.paragraph(1, list.run("plan;"), level: 1),
    list.paragraph(1, list.inserted(list.run("check;")), mark: "ins", level: 1),
    list.paragraph(1, list.run("act."), level: 1), list.paragraph(2, list.run("To end.")),
  ])
  #expect(
    draft.lines == ["1. To do:", "(a) plan;", "[Ven: (b) check;]", "([Ven: c ~~b~~]) act.", "2. To end."])
  #expect(draft.remarks.isEmpty)
}

@Test func typedNumberThatIsTrackedToAnotherStaysTheDrafts() throws {
  let list = List(isTyped: true)
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "To hold a meeting.")),
    list.paragraph(2, list.deleted("2") + list.inserted(list.run("3")) + list.run(". To thank the host.")),
  ])
  #expect(draft.lines == ["1. To hold a meeting.", "2. To thank the host."])
}

@Test func trackedChangeInsideAnothersBracketIsReported() throws {
  let list = List(isTyped: true)
  let draft = try list.draft([
    list.paragraph(
      1, list.words(1, "To meet [Mex: very") + list.inserted(list.run(" and always")) + list.run(" soon]."))
  ])
  #expect(draft.lines == ["1. To meet [Mex: very soon]."])
  #expect(
    draft.remarks == [
      "1: a change by Ven inside the bracket of Mex was left out: 'amend propose --from' takes it"
    ])
}

@Test func trackedSplitGluesNoWordsTogether() throws {
  let list = List(isTyped: true)
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "That people lack wells") + list.deleted(", and"), mark: "ins"),
    list.paragraph(2, list.deleted(" ") + list.inserted(list.run("AWARE ")) + list.run("that rivers fall,")),
  ])
  #expect(draft.lines == ["1. That people lack wells [Ven: AWARE ~~, and~~] that rivers fall,"])
}

@Test func trackedDeletionOfAnItemTakesItsLetterAlong() throws {
  let list = List(isTyped: false)
  let draft = try list.draft([
    list.paragraph(1, list.run("To do:")),
    list.paragraph(1, list.deleted("plan;"), mark: "del", level: 1),
    list.paragraph(1, list.run("act."), level: 1), list.paragraph(2, list.run("To end.")),
  ])
  #expect(draft.lines == ["1. To do:", "[Ven: ~~(a) plan;~~]", "([Ven: a ~~b~~]) act.", "2. To end."])
  #expect(draft.text.hasPrefix("1. To do:\n[Ven: ~~(a) plan;~~]\n(["))
}

@Test func itemsOfSeveralDelegationsHaveTheLettersThatEachOfThemReads() throws {
  let list = List(isTyped: false)
  let chile = { (text: String) in text.replacing("Venezuela", with: "Chile") }
  let draft = try list.draft([
    list.paragraph(1, list.run("To do:")),
    chile(list.paragraph(1, list.inserted(list.run("plan;")), mark: "ins", level: 1)),
    list.paragraph(1, list.deleted("check;"), mark: "del", level: 1),
    list.paragraph(1, list.run("act."), level: 1), list.paragraph(2, list.run("To end.")),
  ])
  #expect(
    draft.lines == [
      "1. To do:", "[Chile: (a) plan;]", "[Ven: ~~([Chile: b ~~a~~]) check;~~]",
      "([Chile: c / Ven: a ~~b~~]) act.", "2. To end.",
    ])
  #expect(draft.remarks.isEmpty)
}

@Test func itemThatWasTypedWithoutALetterIsALineOfItsParagraph() throws {
  let list = List(isTyped: true)
  let draft = try list.draft(
    ["1. To do:", "a) plan;", "check;", "Look;", "b) act.", "2. To end."].map { list.paragraph(0, list.run($0)) })
  #expect(draft.lines == ["1. To do:", "a) plan;", "\\check;", "Look;", "b) act.", "2. To end."])
  #expect(draft.text.contains("a) plan;\n\\check;\nLook;\n"))
}

@Test func trackedItemWithATypedLetterIsALineOfItsParagraph() throws {
  let list = List(isTyped: true)
  let draft = try list.draft([
    list.paragraph(0, list.run("1. To ask for:")),
    list.paragraph(0, list.deleted("(a) a list;"), mark: "del"),
    list.paragraph(0, list.inserted(list.run("(a bis) a map;")), mark: "ins"),
    list.paragraph(0, list.run("(") + list.deleted("b") + list.inserted(list.run("c")) + list.run(") a report.")),
    list.paragraph(0, list.inserted(list.run("(d) a book.")), mark: "ins"),
    list.paragraph(0, list.run("2. To thank the donors.")),
  ])
  #expect(
    draft.lines == [
      "1. To ask for:", "[Ven: ~~(a) a list;~~]", "[Ven: (a bis) a map;]", "([Ven: c ~~b~~]) a report.",
      "[Ven: (d) a book.]", "2. To thank the donors.",
    ])
  #expect(!draft.text.contains("\n\n[Ven"))
}

/// The sign of a heading is none of its words: it stands outside of the bracket, and once.
@Test func headingWithABracketAndATrackedChangeHasOneSign() throws {
  let list = List(isTyped: false)
  let sign = "<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\">## </w:t></w:r>"
  let draft = try list.draft([
    list.paragraph(1, list.words(1, "To thank the host.")),
    "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>" + sign + list.run("[Mex: ") + list.deleted("IMPLEMENTATION")
      + list.inserted(list.run("EXECUTION")) + list.run(" ~~FOLLOW-UP~~]") + "</w:p>",
    list.paragraph(2, list.words(2, "To close.")),
  ])
  #expect(draft.lines == ["1. To thank the host.", "## [Mex: IMPLEMENTATION ~~FOLLOW-UP~~]", "2. To close."])
  #expect(
    draft.remarks == ["2: a change by Ven inside the bracket of Mex was left out: 'amend propose --from' takes it"])
}
