import AmendCommands
import JSON
import TestSupport
import Testing

@Suite("What the README says of the JSON of the audit")
struct SchemaTests {
  /// The revision of an act is the first that holds it, whichever command tells it.
  @Test func revisionOfAProposalIsOneInLogAndShow() throws {
    let room = try talks()
    func told(_ words: [String]) -> Set<String> {
      Set(
        room.amend(words + ["--json"]).output.split(separator: "\n").map { line in
          func member(_ name: String) -> Substring {
            line.split(separator: "\"\(name)\":", maxSplits: 1).last?.prefix { $0 != "," && $0 != "}" } ?? ""
          }
          return "\(member("commit")) \(member("revision"))"
        })
    }
    let logged = told(["log", "--action", "propose"])
    let commits = logged.map { String($0.dropFirst().prefix(40)) }
    let shown = Set(commits.flatMap { told(["show", $0]) })
    #expect(logged.count > 2 && shown == logged, "\(shown.symmetricDifference(logged).sorted())")
  }

  /// Every member that appears is documented, and every member that is documented appears.
  @Test func documentedMembersAreThoseThatAppear() throws {
    let room = try talks()
    let manual = try Manual(String(decoding: bytes(ofFile: packageFolder + "/README.md"), as: UTF8.self))
    func lines(_ words: String...) throws -> [JSONValue] {
      let answer = room.amend(words + ["--json"])
      #expect(!answer.output.isEmpty, "\(words) \(answer.errors)")
      return try answer.output.split(separator: "\n").map { try JSONValue(reading: String($0)) }
    }
    func whole(_ words: String...) throws -> [JSONValue] {
      [try JSONValue(reading: room.amend(words + ["--json"]).output)]
    }
    let act = "An act,"
    try manual.expect(
      whole("blame", "OP1", "--consolidated") + whole("blame", "OP1") + whole("blame", "OP2", "--consolidated"),
      in: "`blame --json`", act)
    try manual.expect(whole("sources"), in: "`sources --json`", act)
    try manual.expect(
      whole("status", "--since", "rev/1"), in: "`status --json`")
    try manual.expect(lines("search", "individuals") + lines("search", "others"), in: "`search --json`")
    try manual.expect(
      lines("log", "OP1", "--patch") + lines("log"), in: "`log --json`", mayHave: ["`tree` is an array"])
    let commits = try room.git("log", "--all", "--format=%H").split(separator: "\n").map(String.init)
    let shown = commits.map { room.amend(["show", $0, "--json"]).output }
    // A merge and a revision change no paragraph; programs ask for them all the same.
    #expect(!shown.contains(""))
    let stories = shown.joined().split(separator: "\n")
    try manual.expect(
      stories.map { try JSONValue(reading: String($0)) }, in: "`show --json` adds", act,
      mayHave: ["`log --json`", "`tree` is an array"])
    try room.git("update-ref", "-d", "refs/heads/delegations/VEN")
    try manual.expect(lines("verify"), in: "`verify --json`")
  }

  /// A negotiation in which everything happens that a member tells of.
  private func talks() throws -> Room {
    let room = try Room.withTalks()
    room.proposeSupportAndAmend()
    room.amend("reserve", "--paragraph", "OP2", "--country", "BRA", "--reason", "Instructions")
    room.amend("revise", "--symbol", "WATER/1 rev. 1")
    room.amend("adopt", "OP1", "--of", "PER", "--meeting", "informal meeting")
    room.amend("undo")
    room.amend("adopt", "OP1", "--of", "PER", "--meeting", "informal meeting")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "individuals", "--with", "others")
    room.amend(
      "propose", "--country", "URY", "--paragraph", "OP2", "--text", "To report yearly.[^1]\n[^1]: See the annex.")
    room.amend("pend", "OP2", "--reason", "Consultations")
    return room
  }
}

/// The members that the README names, bullet by bullet.
private struct Manual {
  private let bullets: [String]

  /// Words in code that are values, and no members.
  private static let values: Set<String> = [
    "null", "false", "true", "reserve", "oppose", "current", "standing", "former", "conflict", "divided", "satisfied",
    "superseded", "withdrawn", "adopted", "rejected", "reinstated", "void",
  ]

  init(_ text: String) throws {
    let section = try #require(text.components(after: "## For programs", before: "\n## "))
    bullets = section.replacing("\n  ", with: " ").split(separator: "\n").filter { $0.hasPrefix("- ") }.map(String.init)
  }

  /// The members named in a bullet, and what may be either a member or a value.
  private func members(_ beginning: String) throws -> (sure: Set<String>, all: Set<String>) {
    let bullet = try #require(bullets.first { $0.contains(beginning) }, "\(beginning)")
    var all: Set<String> = []
    for (index, span) in bullet.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 1 {
      if span.allSatisfy(\.isLetter) { all.insert(String(span)) }
      for (place, word) in span.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      where place % 2 == 1 { all.insert(String(word)) }
    }
    return (all.subtracting(Self.values), all)
  }

  func expect(
    _ found: [JSONValue], in own: String..., mayHave others: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var keys: Set<String> = []
    for value in found { value.collect(&keys) }
    let documented = try own.map(members)
    let sure = documented.reduce(into: Set<String>()) { $0.formUnion($1.sure) }
    let allowed = try others.map(members).reduce(into: Set(documented.flatMap(\.all))) { $0.formUnion($1.all) }
    #expect(keys.subtracting(allowed).sorted() == [], "not documented in \(own)", sourceLocation: sourceLocation)
    #expect(sure.subtracting(keys).sorted() == [], "only documented in \(own)", sourceLocation: sourceLocation)
  }
}

extension JSONValue {
  fileprivate func collect(_ keys: inout Set<String>) {
    switch self {
    case .array(let elements): for element in elements { element.collect(&keys) }
    case .object(let object):
      for member in object.members {
        keys.insert(member.key)
        member.value.collect(&keys)
      }
    default: break
    }
  }
}

extension String {
  fileprivate func components(after start: String, before end: String) -> Substring? {
    guard let first = firstRange(of: start) else { return nil }
    let rest = self[first.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
  }
}
