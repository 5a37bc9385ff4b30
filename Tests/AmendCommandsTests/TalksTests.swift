import AmendCommands
import TestSupport
import Testing

@Suite("A negotiation, command by command")
struct TalksTests {
  @Test func importAndEveryFormOfProposal() throws {
    let room = try Room()
    try room.write(Room.draft, to: "draft.txt")
    try room.write("To thank the host country and its people.\n", to: "text.txt")
    room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
    room.amend("consolidate")
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    room.amend("propose", "--country", "Brasil", "--paragraph", "OP1", "--insert", "everywhere", "--after", "persons")
    room.amend("propose", "--country", "ARG", "--paragraph", "OP1", "--insert", "always", "--before", "to protect")
    room.amend("propose", "--country", "ARG", "--paragraph", "OP1", "--insert", "defend and", "--before", "protect")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--delete", "and others", "--reason", "Article 34")
    room.amend("propose", "--country", "PER", "--paragraph", "OP2", "--text", "To welcome the report.")
    room.amend("propose", "--country", "CHL", "--paragraph", "OP2", "--delete-paragraph")
    room.amend("propose", "--country", "VEN", "--new-after", "OP1bis", "--text", "To report back.")
    room.amend("propose", "--country", "CHL", "--new-after", "preamble", "--text", "-", "--dry-run")
    room.amend("propose", "--country", "CHL", "--paragraph", "OP2", "--move-after", "PP1")
    room.amend("propose", "--country", "PER", "--paragraph", "OP2", "--move-after", "PP1")
    room.amend(
      "propose", "--country", "ECU", "--paragraph", "PP2", "--replace", "individuals", "--with", "all", "--on", "MEX")
    room.amend("propose", "--country", "ECU", "--paragraph", "OP3", "--file", "ROOM/text.txt")
    room.amend("support", "--country", "URY", "--of", "MEX", "--paragraph", "OP1")
    room.amend("support", "--country", "URY", "--of", "VEN", "--paragraph", "operative/1 bis", "--json")
    room.amend("withdraw", "--country", "BRA", "--paragraph", "OP1", "--reason", "Agreed in the corridor")
    room.amend("withdraw", "--country", "CHL", "--dry-run")
    room.amend("consolidate")
    try expectGolden(room.transcript, "talks-propose.txt")
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
  }

  @Test func everyWayToReadTheDraft() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "PER", "--paragraph", "OP2", "--move-after", "PP1")
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    room.amend("support", "--country", "VEN", "--of", "MEX", "--paragraph", "OP1")
    room.amend("consolidate", "--notation", "alternatives")
    room.amend("consolidate", "--format", "markdown")
    room.amend("consolidate", "--format", "json")
    room.amend("consolidate", "--format", "html")
    room.amend("consolidate", "--paragraph", "OP1", "--paragraph", "PP2", "--language", "es")
    room.amend("consolidate", "--color", "always", "--paragraph", "OP1", "--paragraph", "operative/1 bis")
    room.amend("consolidate", "--keep", "--output", "ROOM/written.md")
    room.amend("reading")
    room.amend("reading", "--country", "PER")
    room.amend("reading", "--country", "CHL", "--paragraph", "operative/1 bis", "--json")
    room.amend("consolidate", "--output", "ROOM/written.txt", "--quiet")
    room.amend("extract", "ROOM/written.txt", "--country", "PER")
    room.amend("extract", "ROOM/written.md", "--base")
    try expectGolden(room.transcript, "talks-read.txt")
  }

  @Test func decisionsAndHistory() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    room.amend("approve", "OP1")
    room.amend("pend", "OP1", "--reason", "Consultations  with\nPeru")
    room.amend("reopen", "OP3", "--json")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP3", "--replace", "thank", "--with", "praise")
    room.amend("withdraw", "--country", "VEN", "--paragraph", "OP3")
    room.amend("approve", "OP3", "--reason", "Plenary of 15 March")
    room.amend("log", "OP3")
    room.amend("log", "OP1", "--reverse", "--limit", "2")
    room.amend("log", "operative/1 bis", "--json")
    room.amend("log", "PP2", "--country", "MEX")
    let commit = try room.git("rev-parse", "delegations/VEN").prefix(10)
    room.amend("show", String(commit))
    room.amend("status")
    room.amend("status", "--country", "VEN")
    room.amend("status", "--json")
    try expectGolden(room.transcript, "talks-decide.txt")
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
  }

  @Test func emptyNegotiationGrows() throws {
    let room = try Room()
    room.amend("init", "ROOM/talks", "--title", "Draft Declaration\non Water", "--symbol", "CP/doc. 1")
    room.amend("consolidate")
    room.amend("propose", "--country", "VEN", "--new-after", "operative", "--text", "To protect water.")
    room.amend("support", "--country", "CHL", "--of", "VEN", "--paragraph", "1")
    room.amend("consolidate")
    room.amend("init", "ROOM/talks", "--title", "Another")
    try expectGolden(room.transcript, "talks-init.txt")
  }

  @Test func editorOpensWithTheOwnReading() throws {
    let room = try Room.withTalks()
    let editor = ["AMEND_EDITOR": "sh -c 'cp \"$0\" \(room.folder("seen.txt")); sed -i s/report/paper/ \"$0\"'"]
    room.amend("propose", "--country", "VEN", "--paragraph", "OP2", "--edit", environment: editor)
    #expect(
      try room.read("seen.txt").split(separator: "\n").first == "To take note of the report of the Secretariat.")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP2", "--edit", environment: ["AMEND_EDITOR": "true"])
    room.amend("propose", "--country", "VEN", "--paragraph", "OP2", "--edit", environment: ["AMEND_EDITOR": "false"])
    try expectGolden(room.transcript, "talks-edit.txt")
  }

  @Test func versionsWithoutARepository() throws {
    let room = try Room()
    try room.write("To protect all others.\n", to: "base.txt")
    try room.write("To protect all individuals.\n", to: "mexico.txt")
    try room.write("To protect all.\n", to: "venezuela.txt")
    room.amend("merge", "--base", "ROOM/base.txt", "A=ROOM/mexico.txt", "B=ROOM/venezuela.txt")
    room.amend("merge", "--base", "ROOM/base.txt", "A=ROOM/mexico.txt", "--notation", "alternatives", "--json")
    room.amend(
      "merge", "--jsonl",
      input: """
        {"id":1,"base":"all others","versions":{"Mex":"all individuals","Ven":"all"}}
        {"id":2,"base":"all others"
        {"id":3,"versions":{}}

        {"id":4,"base":"a","versions":{"A":1}}
        []
        {"id":"x","base":"","versions":{"B":"new","A":"new"}}
        """)
    room.amend(
      "extract", "--jsonl",
      input: """
        {"id":1,"text":"all [Mex: individuals / Ven: – ~~others~~]","labels":["Mex","Ven","X"]}
        {"id":2,"text":5,"labels":[]}
        nonsense
        """)
    try expectGolden(room.transcript, "merge.txt")
  }
}
