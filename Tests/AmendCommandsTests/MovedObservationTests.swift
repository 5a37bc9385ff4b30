import TestSupport
import Testing

/// A delegation's observations say a move by an order in its bracket: it is proposed, and not told as one without a mark too.
@Test func moveThatObservationsAskForIsNotToldAsOneWithoutAMark() throws {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors.\n\n3. To review this text.\n\n4. To close.\n",
    to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "PER", "--paragraph", "OP3", "--move-after", "OP1")
  let draft = room.amend("consolidate").output
  room.amend("observations", "--country", "PER", "--output", "ROOM/per.docx")
  room.amend("withdraw", "--country", "PER")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/per.docx")
  #expect(answer.status == 0 && !answer.errors.contains("no mark"), "\(answer.errors)")
  #expect(room.amend("consolidate").output == draft)
}
