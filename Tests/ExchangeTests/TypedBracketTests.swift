import Drafting
import Exchange
import Notation
import Testing

private let lines = [
  "1. To exchange data every month.", "2. To meet.", "3. To thank the host country and the host city.",
  "4. To do it once.",
  "5. To do it again.",
]

/// What Venezuela's document asks for, in which Ana tracked one change and others were typed.
private func read(_ changed: String, _ place: Int, of draft: [String] = lines) throws -> ObservationList {
  var words = draft
  words[place - 1] = changed
  let consolidated = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + draft.joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: consolidated.reading(of: nil), present: consolidated.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = consolidated
  var body = words.map { WordFiles.paragraph($0) }
  body[0] = body[0].replacing(
    "</w:p>",
    with: "<w:ins w:id=\"1\" w:author=\"Ana\"><w:r><w:t xml:space=\"preserve\"> Or week.</w:t></w:r></w:ins></w:p>")
  return reader.read(try WordFiles.read(body.joined()), marks: .tracked)
}

@Test(arguments: [
  ("2. [Ven: To exchange data every month. ~~To meet.~~]", 2, "“To exchange data every month.”"),
  ("5. [Ven: To do it once. ~~To do it again.~~]", 5, nil),
  ("3. To thank the host country and [Ven: the host] the host city.", 3, nil),
  (
    "2. To meet. [Ven: To thank the host country and the host city and all who came.]", 2,
    "“To meet. To thank the host country and t”"
  ),
])
func bracketTypedWithoutTrackingIsReported(words: String, place: Int, new: String?) throws {
  let list = try read(words, place)
  #expect(list.observations.count == 1)
  // Without controls a paragraph whose words are another's is known by nothing, and said to be missing; its words are told.
  #expect(list.remarks[0].message.contains("operative/\(place)"), "\(list.remarks)")
  let line = new.map { $0 + " stands in the document as a paragraph of its own, and no mark says that it is new" }
  #expect(
    list.remarks.dropFirst().map { $0.message.split(separator: ":").first.map(String.init) }
      == [line].compactMap(\.self))
}

@Test func bracketOfAnotherTypedWithoutTrackingIsReported() throws {
  let list = try read("3. To thank the host country and [Mex: great] the host city.", 3)
  #expect(list.observations.count == 1)
  #expect(
    list.remarks.map(\.message) == [
      "brackets of others that are no proposals of the draft were left out, typed without tracking or taken back since:"
        + " operative/3 (Mex)"
    ])
}

@Test func literalBracketsAreWordsWhateverTookTheirFormattingAway() throws {
  var draft = lines
  draft[2] = "3. To note \\[Mex: the seats of all] and \\[Ven: nothing] in the record."
  let plain = draft[2].replacing("\\", with: "")
  let same = try read(plain, 3, of: draft)
  #expect(same.observations.count == 1)
  #expect(same.remarks.isEmpty)
  // What looks just like a proposal of the draft may be that.
  draft[3] = "4. To do it [Mex: the seats of all] once."
  let unclear = try read(plain, 3, of: draft)
  #expect(unclear.remarks.contains { $0.message.contains("operative/3 (Mex)") })
}
