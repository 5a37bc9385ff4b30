import Drafting
import Exchange
import Notation
import Testing

private let list = """
  To urge the member states to:
  (a) measure the flow of each river;
  (b) publish the measurements within a year; and
  (c) train engineers in the maintenance of dams.
  """

private let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n1. \(list)\n\n2. To thank the host country.\n")

/// What Ana's changes in the document of the draft ask of its list.
private func wanted(
  _ marks: ObservationMarks? = nil, _ change: (inout WordDocument) throws -> Void
) throws -> (texts: [String], remarks: [String]) {
  var document = DraftDocument(registry: .standard, notation: .oas, date: nil).document(of: draft)
  try change(&document)
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft, present: draft, isTheirs: { $0 == "Ana" })
  reader.written = draft
  let list = reader.read(document, marks: marks)
  let texts = list.observations.map { observation in
    if case .text(_, let text) = observation.change { text } else { "\(observation.change)" }
  }
  return (texts, list.remarks.map(\.message))
}

private let ana = WordChange(.inserted, author: "Ana")

extension WordDocument {
  /// Parts the paragraph that holds some words in front of them.
  fileprivate mutating func split(before words: String, tracked: Bool) throws {
    let (index, whole) = try paragraph(holding: words)
    let run = try #require(whole.runs.firstIndex { $0.text.contains(words) })
    let place = try #require(whole.runs[run].text.firstRange(of: words)).lowerBound
    var (head, tail) = (whole, whole)
    head.runs = Array(whole.runs[...run])
    head.runs[run].text = String(whole.runs[run].text[..<place])
    tail.runs = Array(whole.runs[run...])
    tail.runs[0].text = String(whole.runs[run].text[place...])
    if tracked { head.markChanges = [ana] }
    body.replaceSubrange(index...index, with: [.paragraph(head), .paragraph(tail)])
  }

  /// Takes the end of the paragraph that holds some words away, without tracking.
  fileprivate mutating func join(holding words: String) throws {
    var (index, whole) = try paragraph(holding: words)
    whole.runs += try #require(body[index + 1].paragraph).runs
    body.replaceSubrange(index...(index + 1), with: [.paragraph(whole)])
  }

  fileprivate func paragraph(holding words: String) throws -> (Int, WordParagraph) {
    let index = try #require(body.firstIndex { $0.paragraph?.runs.map(\.text).joined().contains(words) ?? false })
    return (index, try #require(body[index].paragraph))
  }
}

extension WordBlock {
  fileprivate var paragraph: WordParagraph? { if case .paragraph(let paragraph) = self { paragraph } else { nil } }
}

@Test(arguments: [
  ("within a year; and", "measurements"), ("of each river;", "flow"), ("in the maintenance of dams.", "engineers"),
])
func itemThatIsSplitHasTwoLines(tail: String, last: String) throws {
  let split = list.replacing("\(last) \(tail)", with: "\(last)\n\(tail)")
  let tracked = try wanted { try $0.split(before: tail, tracked: true) }
  #expect(tracked.texts == [split])
  #expect(tracked.remarks == [])
  let typed = try wanted(ObservationMarks.none) { try $0.split(before: tail, tracked: false) }
  #expect(typed.texts == [split])
  let untold = try wanted { try $0.split(before: tail, tracked: false) }
  #expect(untold.texts == [split])
}

@Test func itemsThatAreJoinedByTypingStandApart() throws {
  let typed = try wanted(ObservationMarks.none) { try $0.join(holding: "publish") }
  #expect(typed.texts == [list.replacing("and\n(c)", with: "and (c)")])
  let head = try wanted(ObservationMarks.none) { try $0.join(holding: "To urge") }
  #expect(head.texts == [list.replacing("to:\n(a)", with: "to: (a)")])
}

/// Enter behind the line that announces a list makes a paragraph of its style, and the list stays where it is.
@Test func newItemInFrontOfAListIsALineOfIt() throws {
  let found = try wanted { document in
    let (index, head) = try document.paragraph(holding: "To urge")
    var items = ["share the data;", "keep the data;"].map { WordParagraph(runs: [WordRun($0, changes: [ana])]) }
    for item in items.indices { (items[item].style, items[item].markChanges) = (head.style, [ana]) }
    document.body.insert(contentsOf: items.map { .paragraph($0) }, at: index + 1)
  }
  #expect(found.texts == [list.replacing("to:\n", with: "to:\nshare the data;\nkeep the data;\n")])
  #expect(found.remarks == [])
  // Behind a list such a paragraph is one of its own.
  let last = try wanted { document in
    let (index, _) = try document.paragraph(holding: "train")
    var new = WordParagraph(runs: [WordRun("thanking all States.", changes: [ana])], markChanges: [ana])
    new.style = try document.paragraph(holding: "To urge").1.style
    document.body.insert(.paragraph(new), at: index + 1)
  }
  #expect(last.texts.count == 1 && last.texts[0].hasPrefix("new("))
}
