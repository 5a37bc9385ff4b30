import AmendCommands
import Git
import TestSupport
import Testing

@Suite("Real texts", .enabled(if: Corpus.isGiven, "AMEND_CORPUS is not set"))
struct CorpusTests {
  private static let reference = "buenos-aires-2009.txt"

  private func room(_ name: String) throws -> (Room, String) {
    let text = try #require(try corpus(name))
    let room = try Room()
    try room.write(text, to: name)
    let answer = room.amend("import", "ROOM/\(name)", "--repo", "ROOM/talks")
    #expect(answer.status == 0, "\(answer.errors)")
    return (room, text)
  }

  @Test func referenceIsWrittenAsItWasRead() throws {
    let (room, text) = try room(Self.reference)
    let written = room.amend("consolidate").output
    expectSameWords(written, text)
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
  }

  @Test func everyReadingOfTheWrittenReferenceIsTheRepositorys() throws {
    let (room, _) = try room(Self.reference)
    room.amend("consolidate", "--output", "ROOM/written.txt")
    for label in ["VEN", "MEX", "BRA", "CHL", "x-secretariat", "USA"] {
      let reading = room.amend("reading", "--country", label).output
      #expect(room.amend("extract", "ROOM/written.txt", "--country", label).output == reading, "\(label)")
    }
    let base = room.amend("reading").output
    #expect(room.amend("extract", "ROOM/written.txt", "--base").output == base)
  }

  @Test func threeCommandsOfAMeeting() throws {
    let (room, _) = try room(Self.reference)
    let proposed = room.amend(
      "propose", "--country", "VEN", "--paragraph", "operative/7", "--insert", "and coordination", "--before",
      try lastWord(of: "operative/7", room))
    #expect(proposed.status == 0, "\(proposed.errors)")
    let consolidated = room.amend("consolidate")
    #expect(consolidated.status == 0 && consolidated.output.contains("[Ven: and coordination]"))
    let log = room.amend("log", "operative/7").output
    #expect(log.contains("The draft is imported") && log.contains("Venezuela proposes"))
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
  }

  /// The last word of a paragraph that stands there just once.
  private func lastWord(of paragraph: String, _ room: Room) throws -> String {
    let words = room.amend("reading", "--paragraph", paragraph).output.split { $0 == " " || $0 == "\n" }
    return String(
      try #require(words.last { word in words.count { $0.contains(word) } == 1 && word.allSatisfy(\.isLetter) }))
  }

  @Test(arguments: [
    "acta_2010-08-25_consolidated.txt", "ftaa_2001_dispute_settlement_en.txt", "paris-agreement-2015-12-12.md",
    "rio20_future_we_want_2012-06-02.txt",
  ])
  func everyTextIsImportedAndKeepsItsWords(name: String) throws {
    let (room, text) = try room(name)
    let written = room.amend("consolidate", "--format", name.hasSuffix(".md") ? "markdown" : "text")
    #expect(written.status == 0, "\(written.errors)")
    expectSameWords(written.output, text)
    #expect(!room.amend("status", "--json").output.contains("Measure"))
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
  }

  /// A line such as `PROPOSAL OF X FOR ALTERNATE TEXT` becomes a bracket, so these change once and never again.
  @Test(arguments: [
    "oas_ag_doc4454_05_pt.txt", "oas_cajp_1824_01_rev1.txt", "paris-agreement-2015-12-04.md", "buenos-aires-2009.txt",
  ])
  func writtenTextIsWrittenAgainAsItIs(name: String) throws {
    let (room, _) = try room(name)
    let format = name.hasSuffix(".md") ? "markdown" : "text"
    let written = room.amend("consolidate", "--format", format).output
    try room.write(written, to: "again-" + name)
    #expect(room.amend("import", "ROOM/again-\(name)", "--repo", "ROOM/again").status == 0)
    #expect(room.amend("consolidate", "--repo", "ROOM/again", "--format", format).output == written)
  }

  @Test func bracketedDefinitionIsNeverAttributed() throws {
    let (room, _) = try room("ftaa_2001_dispute_settlement_en.txt")
    #expect(room.amend("reading").output.contains("[Measure:"))
  }
}

/// Compares two drafts word by word; the legend, footnote marks and the signs of mark-up aside.
private func expectSameWords(_ written: String, _ read: String, at location: SourceLocation = #_sourceLocation) {
  let (new, old) = (words(written), words(read))
  let (lost, added) = (counts(old).subtracted(counts(new)), counts(new).subtracted(counts(old)))
  #expect(lost.isEmpty && added.isEmpty, "lost \(lost.prefix(40)), added \(added.prefix(40))", sourceLocation: location)
}

private func words(_ text: String) -> [String] {
  text.split(separator: "\n").filter { !$0.contains("How to read this draft") }.joined(separator: " ")
    .split { !($0.isLetter) }.map { $0.lowercased() }
}

private func counts(_ words: [String]) -> [String: Int] {
  words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

extension [String: Int] {
  fileprivate func subtracted(_ other: [String: Int]) -> [String] {
    compactMap { $0.value > other[$0.key, default: 0] ? "\($0.key) \($0.value - other[$0.key, default: 0])" : nil }
      .sorted()
  }
}
