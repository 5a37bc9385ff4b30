import Drafting
import Exchange
import Merging
import Notation
import Testing

private let date = DocumentDate(year: 2009, month: 2, day: 24, instant: "2009-02-24T13:30:00Z")

@Test(arguments: 0..<80)
func refusingGivesTheOldTextAndAcceptingTheNew(seed: UInt64) throws {
  var drafts = RandomDrafts(seed: seed)
  let (old, new) = try drafts.pair()
  let bytes = try TrackedDocument(author: "Venezuela", registry: .standard, date: date).file(from: old, to: new)
  let package = try WrittenPackage(bytes)
  let (refused, accepted) = (try package.paragraphs(.refusing), try package.paragraphs(.accepting))
  // The empty paragraph at the end is there so that the last change can be refused or accepted.
  #expect(refused.filter { !$0.isEmpty } == old.shown, "seed \(seed)")
  #expect(accepted.filter { !$0.isEmpty } == new.shown, "seed \(seed)")
  #expect(
    refused.dropLast().allSatisfy { !$0.isEmpty } && accepted.dropLast().allSatisfy { !$0.isEmpty }, "seed \(seed)")
  let marks = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart"]
    .flatMap { name in (try? package.body.all(name)) ?? [] }
  #expect(Set(marks.compactMap { $0["w:id"] }).count == marks.count, "seed \(seed)")
  #expect(marks.allSatisfy { $0["w:author"] == "Venezuela" && $0["w:date"] == date.instant }, "seed \(seed)")
  // Many programs do not read a change inside of another.
  let changes = ["w:ins", "w:del", "w:moveFrom", "w:moveTo"]
  for outer in changes {
    let nested = try package.body.all(outer).flatMap(\.children).flatMap { child in changes.flatMap { child.all($0) } }
    #expect(nested.isEmpty, "seed \(seed): \(outer)")
  }
  let again = try TrackedDocument(author: "Venezuela", registry: .standard, date: date).file(from: old, to: new)
  #expect(again == bytes, "seed \(seed)")
}

@Test func moveIsOneMoveWithTwoEnds() throws {
  let items = ["one", "two", "three"].enumerated().map { index, text in
    ConsolidatedDraft.Item(
      identifier: ParagraphIdentifier(ordinal: index + 1), kind: .numbered(ParagraphNumber(index + 1)),
      body: BracketedText(text: text))
  }
  func draft(_ order: [Int]) -> ConsolidatedDraft {
    ConsolidatedDraft(
      settings: DraftSettings(), sections: [.init(name: .operative, items: order.map { items[$0] })])
  }
  let package = try WrittenPackage(
    TrackedDocument(author: "Chair", registry: .standard, date: date).file(
      from: draft([0, 1, 2]), to: draft([1, 2, 0])))
  let body = try package.body
  let (from, to) = (body.all("w:moveFromRangeStart"), body.all("w:moveToRangeStart"))
  #expect(from.compactMap { $0["w:name"] } == ["move1"])
  #expect(to.compactMap { $0["w:name"] } == ["move1"])
  #expect(body.all("w:moveFromRangeEnd").compactMap { $0["w:id"] } == from.compactMap { $0["w:id"] })
  #expect(body.all("w:moveToRangeEnd").compactMap { $0["w:id"] } == to.compactMap { $0["w:id"] })
  #expect(try package.paragraphs(.refusing) == ["1.\tone", "2.\ttwo", "3.\tthree", ""])
  #expect(try package.paragraphs(.accepting) == ["2.\ttwo", "3.\tthree", "1.\tone", ""])
}

@Test func reasonStandsBesideTheChangeAsAComment() throws {
  let identifier = ParagraphIdentifier(ordinal: 1)
  func draft(_ text: String) -> ConsolidatedDraft {
    ConsolidatedDraft(
      settings: DraftSettings(),
      sections: [
        .init(
          name: .operative,
          items: [.init(identifier: identifier, kind: .counted(ParagraphNumber(1)), body: BracketedText(text: text))])
      ])
  }
  var document = TrackedDocument(author: "Venezuela", registry: .standard, date: date)
  document.reasons = [identifier: "As agreed in Caracas"]
  let package = try WrittenPackage(document.file(from: draft("to help others"), to: draft("to help individuals")))
  let comment = try #require(package.parts["word/comments.xml"]?.first("w:comment"))
  #expect(comment["w:author"] == "Venezuela")
  #expect(comment.all("w:t").map(\.text) == ["As agreed in Caracas"])
  #expect(try package.body.all("w:commentReference").count == 1)
}

/// What the chair has decided stands in both kinds of a delegation's observations.
@Test func statusesStandBehindTheParagraphsOfObservations() throws {
  let old = identifiedDraft("DECLARATION\n\nRESOLVES:\n\n1. To meet.\n\n2. To close all.\n\n3. To go.\n")
  let new = identifiedDraft("DECLARATION\n\nRESOLVES:\n\n1. To meet.\n\n2. To close.\n\n3. To go.\n")
  var tracked = TrackedDocument(author: "Venezuela", registry: .standard, date: date)
  tracked.statuses = [
    ParagraphIdentifier(ordinal: 2): .approved, ParagraphIdentifier(ordinal: 3): .pending(reason: "Consultations"),
    ParagraphIdentifier(ordinal: 4): .open,
  ]
  let package = try WrittenPackage(tracked.file(from: old, to: new))
  #expect(
    try package.paragraphs(.refusing).suffix(3) == [
      "1.\tTo meet. APPROVED", "2.\tTo close all. PENDING – Consultations", "3.\tTo go.",
    ])
  #expect(
    try package.paragraphs(.accepting).suffix(3) == [
      "1.\tTo meet. APPROVED", "2.\tTo close. PENDING – Consultations", "3.\tTo go.",
    ])
}
