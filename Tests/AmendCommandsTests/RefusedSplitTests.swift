import Exchange
import TestSupport
import Testing

/// A split is one change: where the paragraph cannot change, nothing of its words stands in a new one besides.
@Test(arguments: ["tracked", "none"])
func splitOfAnApprovedParagraphIsLeftOutAsAWhole(marks: String) throws {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To keep wells clean, and to publish the results.\n\n2. To thank the donors.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("approve", "1")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
  document.split(before: "and to publish", isTracked: marks == "tracked")
  document.replace("donors", with: "generous donors", isTracked: marks == "tracked")
  try room.write(WordWriter().write(document), to: "sent.docx")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", marks)
  #expect(
    answer.errors.split(separator: "\n").filter { $0.contains("sent.docx") } == [
      "ROOM/sent.docx: “1. To keep wells clean,”: a new paragraph was split off from this one, which was left whole, since"
        + " operative/1 is APPROVED. The chair may reopen it: 'amend reopen operative/1 --reason …'."
    ])
  #expect(answer.errors.contains("1 proposal, 1 refused."))
  #expect(
    room.amend("consolidate").output.split(separator: "\n").suffix(2) == [
      "1. To keep wells clean, and to publish the results. APPROVED",
      "2. To thank the [Peru: generous] donors.",
    ])
}

private let change = WordChange(.inserted, author: "Peru", date: "2026-05-07T10:00:00Z")

extension WordDocument {
  private func place(_ words: String) -> (block: Int, run: Int)? {
    for (index, block) in body.enumerated() {
      guard case .paragraph(let paragraph) = block else { continue }
      if let run = paragraph.runs.firstIndex(where: { $0.text.contains(words) }) { return (index, run) }
    }
    return nil
  }

  fileprivate mutating func split(before words: String, isTracked: Bool) {
    guard let (block, run) = place(words), case .paragraph(var head) = body[block],
      let border = head.runs[run].text.firstRange(of: words)?.lowerBound
    else { return }
    var tail = head
    tail.runs.removeFirst(run)
    tail.runs[0].text = String(head.runs[run].text[border...])
    for index in tail.runs.indices { tail.runs[index].control = nil }
    head.runs.removeLast(head.runs.count - run - 1)
    head.runs[run].text = String(head.runs[run].text[..<border])
    if isTracked { head.markChanges.append(change) }
    tail.control = nil
    tail.number = nil
    body[block] = .paragraph(head)
    body.insert(.paragraph(tail), at: block + 1)
  }

  /// Of the new words those before the old ones are added.
  fileprivate mutating func replace(_ old: String, with new: String, isTracked: Bool) {
    guard let (block, run) = place(old), case .paragraph(var paragraph) = body[block],
      let border = paragraph.runs[run].text.firstRange(of: old)?.lowerBound
    else { return }
    let whole = paragraph.runs[run]
    var (head, added, tail) = (whole, whole, whole)
    head.text = String(whole.text[..<border])
    added.text = String(new.dropLast(old.count))
    if isTracked { added.changes.append(change) }
    tail.text = String(whole.text[border...])
    paragraph.runs.replaceSubrange(run...run, with: [head, added, tail])
    body[block] = .paragraph(paragraph)
  }
}
