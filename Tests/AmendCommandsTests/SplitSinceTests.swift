import Exchange
import TestSupport
import Testing

/// What stands after a document that was written before its list was split is sent twice, the second time with other words.
private func sent(_ items: [String], splitBefore words: String, tracked: Bool) throws -> [String] {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To ask for these things:\n" + items.joined(separator: "\n") + "\n\n2. To close.\n", to: "draft.txt"
  )
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  #expect(room.amend("split", "1", "--before", words).status == 0)
  return try [["and fast "], ["and very fast ", "good "]].map { words in
    var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
    for (word, place) in zip(words, ["neat ", "long "]) {
      if tracked {
        document.insert(word, after: place, by: "Peru")
      } else {
        document.replace(place, with: place + word)
      }
    }
    try room.write(WordWriter().write(document), to: "sent.docx")
    let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx")
    #expect(answer.status == 0 && !answer.errors.contains("do not stand"), "\(answer.errors)")
    return room.amend("consolidate", "--paragraph", "1", "--paragraph", "1 bis").output
  }
}

@Test(
  arguments: [
    (["a) a long plan;", "b) neat maps;", "c) lists."], "b) neat"),
    (["A long plan;", "Neat neat maps;", "Lists."], "Neat neat"),
  ], [false, true])
func changesOfAListThatWasSplitSinceStandOnce(list: (items: [String], split: String), tracked: Bool) throws {
  let (items, split) = list
  let found = try sent(items, splitBefore: split, tracked: tracked)
  let neat = { (words: String) in items[1].replacing("neat ", with: "neat [Peru: \(words)] ") }
  #expect(
    found == [
      "1. To ask for these things:\n\(items[0])\n\n1 bis. \(neat("and fast"))\n\(items[2])\n",
      "1. To ask for these things:\n\(items[0].replacing("long ", with: "long [Peru: good] "))\n\n1 bis. "
        + "\(neat("and very fast"))\n\(items[2])\n",
    ])
}
