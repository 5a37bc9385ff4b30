import Exchange
import Testing

@Test func runsDifferWhereTheirHistoryDiffers() {
  let plain = WordRun("word")
  var changed = plain
  changed.changes = [WordChange(.inserted, author: "Venezuela"), WordChange(.deleted, author: "Mexico")]
  #expect(plain != changed)
  #expect(WordDocument(body: [.paragraph(WordParagraph(runs: [plain]))]).remarks.isEmpty)
}
