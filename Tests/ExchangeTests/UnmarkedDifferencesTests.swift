import Drafting
import Exchange
import Notation
import Testing

private let lines = [
  "1. To protect all persons from the effects of floods in every season.",
  "2. To take note of the report on the wells; to publish the annual list of donors.",
  "3. To thank the host country for its kind hospitality.",
  "4. To review this text in the light of all comments. PENDING",
  "5. To meet again in the first month of the year.",
]

private let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")

/// What is said of a document with these lines, in the last of which Ana tracked a word.
private func remarks(
  _ words: [String], marks: ObservationMarks = .tracked, set: (inout ObservationReader) -> Void = { _ in }
) throws -> [String] {
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  (reader.written, reader.hasStatuses) = (draft, true)
  set(&reader)
  var body = words.map { WordFiles.paragraph($0) }
  let look = "<w:r><w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> Thanks.</w:t></w:r>"
  let change = marks == .tracked ? "<w:ins w:id=\"1\" w:author=\"Ana\">\(look)</w:ins>" : look
  body[body.count - 1] = body[body.count - 1].replacing("</w:p>", with: change + "</w:p>")
  let list = reader.read(try WordFiles.read(WordFiles.paragraph("RESOLVE:") + body.joined()), marks: marks)
  #expect(
    list.observations.map(\.change) == [
      .text(ParagraphIdentifier(ordinal: 6), String(lines[4].dropFirst(3)) + " Thanks.")
    ])
  return list.remarks.map(\.message)
}

@Test(arguments: [ObservationMarks.tracked, .formatting])
func documentThatDiffersInNothingButItsMarksIsSilent(marks: ObservationMarks) throws {
  #expect(try remarks(lines, marks: marks) == [])
  // The sender's own proposals, in the document and not in it.
  var own = draft.reading(of: nil)
  own.sections[0].items[3].body = identifiedDraft("1. To thank the host.\n").sections[0].items[0].body
  #expect(try remarks(lines, marks: marks) { $0.present = own } == [])
  let with = lines.map { $0.hasPrefix("3.") ? "3. To thank the host." : $0 }
  #expect(try remarks(with, marks: marks) { $0.present = own } == [])
}

@Test(arguments: [ObservationMarks.tracked, .formatting])
func whatNoMarkShowsIsTold(marks: ObservationMarks) throws {
  let takes = "; '--marks none' takes it"
  #expect(
    try remarks([lines[2], lines[0], lines[1], lines[3], lines[4]], marks: marks) == [
      "operative/3 stands elsewhere in the document than in the draft, and no mark says that it was moved: it was left where it"
        + " is" + takes
    ])
  #expect(
    try remarks([lines[0], lines[1], lines[2] + " " + lines[3], lines[4]], marks: marks) == [
      "operative/3 and operative/4 stand in one paragraph of the document, and no mark says that they were joined: they were"
        + " left as they are" + takes
    ])
  #expect(
    try remarks(
      [lines[0], "2. To take note of the report on the wells.", "To publish the annual list of donors."] + lines[2...],
      marks: marks)
      == [
        "“To publish the annual list of donors.” stands in the document as a paragraph of its own, and no mark says that it is"
          + " new: it was left out; the words of the new paragraph were split off from operative/2" + takes,
        "words differ from the draft's without any mark, and were left out: operative/2; '--marks none' takes all words that"
          + " differ",
      ])
  #expect(
    try remarks([lines[0], "To invite the universities of the region."] + lines[1...], marks: marks) == [
      "words differ from the draft's without any mark, and were left out: “To invite the universities of the region”;"
        + " '--marks none' takes all words that differ"
    ])
}
