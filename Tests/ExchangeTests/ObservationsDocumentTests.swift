import Drafting
import Exchange
import Merging
import Notation
import TestSupport
import Testing

private let venezuela = DelegationRegistry.standard.delegations.first { $0.label == "Ven" }

/// The lines of the page without what has one of the two looks; a note is its text in braces.
private func lines(_ package: WrittenPackage, without look: String) throws -> [String] {
  let notes = package.parts["word/footnotes.xml"]?.all("w:footnote") ?? []
  return try package.body.all("w:p").filter { $0.first("w:pStyle")?["w:val"] != "Subtitle" }.map { paragraph in
    paragraph.all("w:r").map { run -> String in
      let looks = run.first("w:rPr")?.children.map(\.name) ?? []
      guard !(looks.contains("w:b") && looks.contains(look)) else { return "" }
      return run.children.map { piece in
        switch piece.name {
        case "w:t": piece.text
        case "w:tab": "\t"
        case "w:footnoteReference":
          "{\(notes.first { $0["w:id"] == piece["w:id"] }?.all("w:t").map(\.text).joined() ?? "")}"
        default: ""
        }
      }.joined()
    }.joined()
  }
}

@Test(arguments: 0..<60)
func lookAlonePartsTheBaseFromWhatTheDelegationWouldHave(seed: UInt64) throws {
  let delegation = try #require(venezuela)
  var drafts = RandomDrafts(seed: seed)
  let (old, new) = try drafts.pair()
  var draft = old
  for section in draft.sections.indices {
    for (index, item) in draft.sections[section].items.enumerated() {
      let own = new.sections.flatMap(\.items).first { $0.identifier == item.identifier }
      // A paragraph that it would delete reads as nothing; notes stay as the base has them.
      let text =
        own.map { $0.footnotes == item.footnotes ? $0.body.reading(of: nil) : item.body.reading(of: nil) } ?? ""
      draft.sections[section].items[index].body = consolidated(
        base: item.body.reading(of: nil), versions: [Version(label: delegation.label, text: text, amends: nil)])
    }
  }
  let legend =
    "{What is proposed to be added (Venezuela) is in bold and underlined; what is proposed to be deleted is"
    + " in bold and struck through.}"
  let package = try WrittenPackage(ObservationsDocument(delegation: delegation, date: nil).file(of: draft))
  let base = try lines(package, without: "w:u").map { $0.replacing(legend, with: "") }
  #expect(base.filter { !$0.isEmpty } == old.shown, "seed \(seed)")
  let own = try lines(package, without: "w:strike").map { $0.replacing(legend, with: "") }
  let reading = draft.reading(of: delegation.label).shown
  // Of a paragraph that is struck as a whole its number is left on the page, and a line break has no look: words count.
  #expect(
    words(own.filter { !$0.hasSuffix(".\t") }) == words(reading), "seed \(seed)")
}

private func words(_ lines: [String]) -> [String] {
  lines.flatMap { $0.split { $0 == " " || $0 == "\t" }.map(String.init) }
}

@Test func moveIsAnOrderBehindTheParagraphAndTheReasonAComment() throws {
  let delegation = try #require(venezuela)
  let identifier = ParagraphIdentifier(ordinal: 1)
  let item = ConsolidatedDraft.Item(
    identifier: identifier, kind: .numbered(ParagraphNumber(1)), body: BracketedText(text: "to act."),
    status: .approved,
    placements: [Placement(labels: ["Ven"], anchor: .after(.preamble, ParagraphNumber(2)))])
  let draft = ConsolidatedDraft(settings: DraftSettings(), sections: [.init(name: .operative, items: [item])])
  var document = ObservationsDocument(delegation: delegation, date: nil)
  document.reasons = [identifier: "It belongs there"]
  let package = try WrittenPackage(document.file(of: draft))
  #expect(
    try package.paragraphs(.accepting).dropFirst() == [
      "1.\tto act. APPROVED", "[Ven: PLACE WITH PARAGRAPH 2 OF THE PREAMBLE]",
    ])
  let comment = try #require(package.parts["word/comments.xml"]?.first("w:comment"))
  #expect(comment["w:author"] == "Venezuela" && comment.all("w:t").map(\.text) == ["It belongs there"])
}
