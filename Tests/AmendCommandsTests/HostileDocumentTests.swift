import Packages
import TestSupport
import Testing

private let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/// A Word file with a text, and what else stands in it.
private func package(
  _ body: String, prolog: String = "<?xml version=\"1.0\"?>", _ parts: [String: [UInt8]] = [:]
) throws -> [UInt8] {
  let document = "\(prolog)<w:document \(namespace)><w:body>\(body)</w:body></w:document>"
  return try PackageWriter.write(parts.merging(["word/document.xml": Array(document.utf8)]) { _, new in new })
}

private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

private let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 2_040)

/// What each hostile file is, and the line that it is refused with.
private func files() throws -> [(name: String, bytes: [UInt8], line: String)] {
  let good = try package(paragraph("1. To urge."))
  var encrypted = compound
  encrypted.replaceSubrange(1_152..<1_184, with: "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] })
  let entities = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
  let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 5_000) + paragraph("x")
  return [
    (
      "bomb.docx", try package(String(repeating: " ", count: 65 << 20)),
      "'word/document.xml' unpacks to 65 MiB; 64 are allowed"
    ),
    ("path.docx", try package(paragraph("x"), ["../../outside": [0]]), "a name that leads out of it: '../../outside'"),
    (
      "entities.docx", try package(paragraph("&b;"), prolog: entities), "'word/document.xml' declares a document type"
    ),
    (
      "external.docx",
      try package(paragraph("&c;"), prolog: "<!DOCTYPE w [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"),
      "'word/document.xml' declares a document type"
    ),
    ("deep.docx", try package(deep), "'word/document.xml' is nested more than 256 elements deep"),
    ("cut.docx", Array(good.dropLast(good.count / 2)), "the package is damaged"),
    ("secret.docx", encrypted, "the document is encrypted with a password"),
    ("old.docx", compound, "the file is in Word's old format (.doc)"),
    ("text.docx", Array("1. To urge.\n".utf8), "is named like a Word document and is none"),
  ]
}

@Test func hostileDocumentsAreRefusedWithOneLineAndNothingIsWritten() throws {
  let room = try Room.withTalks()
  let before = try room.content()
  for file in try files() {
    try room.write(file.bytes, to: file.name)
    let commands = [
      ["import", "ROOM/\(file.name)", "--repo", "ROOM/made"],
      ["propose", "--country", "VEN", "--from", "ROOM/\(file.name)"],
      ["import-changes", "ROOM/\(file.name)"],
    ]
    for command in commands {
      let answer = room.amend(command)
      #expect(answer.status == 3, "\(file.name): \(command[0])")
      #expect(answer.output.isEmpty)
      let lines = answer.errors.split(separator: "\n")
      #expect(lines.first?.contains(file.line) == true || command[0] != "import", "\(answer.errors)")
      // What to do may be said on a second line.
      #expect(lines.count <= 2, "\(answer.errors)")
    }
  }
  let made = try run("ls", ["-A"], in: room.folder.path, scratch: room.folder.path).output
  #expect(!made.contains("made") && !made.contains("outside"))
  #expect(try room.content() == before)
}

@Test func macrosOfADocumentAreLeftOutAndSaidSo() throws {
  let room = try Room()
  try room.write(try package(paragraph("1. To urge."), ["word/vbaProject.bin": [1, 2, 3]]), to: "macros.docm")
  let answer = room.amend("import", "ROOM/macros.docm", "--repo", "ROOM/made")
  #expect(answer.status == 0)
  #expect(answer.errors.contains("the document brings macros, which were left out and not run"))
}

@Test func anUnknownEndingIsRefusedWithTheListOfThoseThatAreWritten() throws {
  let room = try Room.withTalks()
  for command in [
    ["consolidate"], ["reading", "--country", "VEN"], ["observations", "--country", "VEN"], ["sources"],
  ] {
    let answer = room.amend(command + ["--output", "ROOM/draft.docm"])
    #expect(answer.status == 2)
    #expect(answer.errors.hasPrefix("amend: No .docm is written: the endings are .txt .md"), "\(answer.errors)")
    #expect(answer.errors.contains(".docx"))
  }
  #expect(room.amend("consolidate", "--format", "text", "--output", "ROOM/draft.xyz").status == 0)
}

@Test func aFileIsReadAsWhatItIsAndSaidSo() throws {
  let room = try Room()
  try room.write("1. To urge.\n", to: "text.rtf")
  for ending in ["rtf", "odt", "doc", "pdf"] {
    try room.write("1. To urge.\n", to: "text.\(ending)")
    let answer = room.amend("import", "ROOM/text.\(ending)", "--repo", "ROOM/\(ending)")
    #expect(answer.status == 3)
    #expect(answer.errors.contains("ROOM/text.\(ending) is named like a"), "\(answer.errors)")
  }
  // Whoever says that it is a text has it read as one.
  #expect(room.amend("import", "ROOM/text.rtf", "--format", "text", "--repo", "ROOM/asked").status == 0)
  try room.write(try package(paragraph("1. To urge.")), to: "draft.txt")
  let answer = room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/made")
  #expect(answer.status == 0)
  #expect(
    answer.errors.hasPrefix("ROOM/draft.txt: this is a Word document, whatever .txt says, and was read as one\n"),
    "\(answer.errors)")
}
