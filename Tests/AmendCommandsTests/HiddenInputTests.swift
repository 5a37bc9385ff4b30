import AmendCommands
import Exchange
import TestSupport
import Testing

@Suite("Characters that are not seen")
struct HiddenInputTests {
  @Test func areRefusedWithTheirPlace() throws {
    let room = try Room.withTalks()
    let before = try room.content()
    try room.write("THE GENERAL ASSEMBLY,\n\nRESOLVE:\n\n1. To protect \u{202E}snosrep\u{202C}.\n", to: "turned.txt")
    func refused(_ message: String, _ words: [String]) {
      let hint = "Take it out: it can hide words, or turn them round, where they are read."
      let whole = message.hasSuffix(".") ? "\(message) \(hint)\nSee 'amend \(words[0]) --help'." : "\(message)\n\(hint)"
      #expect(room.amend(words).errors == "amend: \(whole)\n")
    }
    func proposal(_ message: String, _ words: String...) {
      refused(message, ["propose", "--country", "VEN", "--paragraph", "OP1"] + words)
    }
    let escape = "U+001B (control character)"
    let turned = "U+202E (right-to-left override)"
    proposal("--with: character 2 is \(escape), which is not seen.", "--replace", "all", "--with", "f\u{1B}[31mish")
    proposal("--text: line 2, character 1 is \(turned), which is not seen.", "--text", "To\n\u{202E}protect.")
    proposal("--reason: character 1 is \(escape), which is not seen.", "--delete", "all", "--reason", "\u{1B}")
    proposal("ROOM/turned.txt:5:15: \(turned) is not seen", "--file", "ROOM/turned.txt")
    refused(
      "--reason: character 3 is \(turned), which is not seen.",
      ["reserve", "--country", "VEN", "--paragraph", "OP1", "--reason", "la\u{202E}kes"])
    refused(
      "--meeting: character 1 is \(escape), which is not seen.", ["approve", "OP1", "--meeting", "\u{1B}"])
    refused("ROOM/turned.txt:5:15: \(turned) is not seen", ["import", "ROOM/turned.txt", "--repo", "ROOM/new"])
    let paragraphs = ["RESOLVE:", "1. To protect la\u{202E}kes."].map { WordParagraph(runs: [WordRun($0)]) }
    try room.write(WordWriter().write(WordDocument(body: paragraphs.map { .paragraph($0) })), to: "turned.docx")
    let inDocument = "ROOM/turned.docx: paragraph 2: character 17 is \(turned), which is not seen"
    refused(inDocument, ["import", "ROOM/turned.docx", "--repo", "ROOM/new"])
    refused(inDocument, ["propose", "--country", "VEN", "--from", "ROOM/turned.docx"])
    #expect(try room.content() == before)
  }
}
