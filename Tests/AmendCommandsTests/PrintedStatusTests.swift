import AmendCommands
import JSON
import TestSupport
import Testing

@Suite("What the audit prints of what people typed, and programs of what people read")
struct PrintedStatusTests {
  /// A reason and words that Markdown would read as markup are printed as they were typed.
  @Test func markdownHasWordsAsTheyAre() throws {
    let room = try Room.withTalks()
    room.amend("pend", "OP2", "--reason", "<b>*a*</b> _b_ [c](d) `e` ~~f~~ g|h &lt; i\\j")
    room.amend("revise", "--symbol", "WATER/1 rev. 1")
    room.amend("adopt", "OP2", "--text", "To request a *report* of <all>.")
    let reason = #"\<b>\*a\*\</b> \_b\_ \[c](d) \`e\` \~\~f\~\~ g\|h \&lt; i\\j"#
    let table = room.amend("sources", "--paragraph", "OP2", "--format", "markdown").output
    #expect(table.contains("left pending – \(reason)"), "\(table)")
    let changes = room.amend("diff", "rev/1", "main", "--format", "markdown").output
    #expect(changes.contains(#"\*report\*"#) && changes.contains(#"\<all"#), "\(changes)")
  }

  /// What stands nowhere is named as it can be asked for; what somebody still proposes by its number.
  @Test func searchNamesWhatIsGoneAsItIsAskedFor() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "CHL", "--new-after", "OP2", "--text", "To sing aloud.")
    room.amend(
      "propose", "--country", "PER", "--paragraph", "@chl-0001", "--on", "CHL", "--insert", "all", "--before", "aloud")
    room.amend("withdraw", "--country", "PER")
    func heads(_ words: String...) -> [String] {
      room.amend(["search"] + words).output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        .map { String($0.prefix { $0 != ":" }) }
    }
    #expect(heads("all", "aloud") == ["operative/2 bis  Peru, on CHL's proposal"])
    room.amend("withdraw", "--country", "CHL")
    #expect(heads("sing", "--country", "CHL") == ["@chl-0001, was operative/2 bis  Chile"])
    #expect(heads("sing", "--country", "CHL", "--paragraph", "@chl-0001") == ["@chl-0001, was operative/2 bis  Chile"])
  }

  @Test func programsReadWhatPeopleReadOfAStatus() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "peoples")
    room.amend("pend", "OP2", "--reason", "Consultations")
    let status = try JSONValue(reading: room.amend("status", "--json").output)
    #expect(
      status["waiting"]?.array?.map { "\($0["paragraph"]?.string ?? "") \($0["status"]?.string ?? "")" } == [
        "preamble/2 pending", "operative/1 disputed", "operative/1 bis disputed", "operative/2 pending",
      ])
    let lines = room.amend("status").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(status["title"]?.array?.compactMap(\.string) == lines.prefix { !$0.isEmpty }.map(String.init))
  }
}
