import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("The index of words")
struct SearchIndexTests {
  /// What a search must find, from the history alone: no index.
  private func scan(_ query: SearchQuery, _ negotiation: Negotiation) throws -> Set<String> {
    var found: Set<String> = []
    let repository = negotiation.repository
    let texts = { (commit: ObjectID) in
      let snapshot = try Snapshot(repository, commit: commit)
      return try snapshot.paragraphFiles().keys.map { ($0, try snapshot.paragraph($0)?.text ?? "") }
    }
    let main = try repository.commits(from: [negotiation.main.commit], order: .oldestFirst)
    for commit in main {
      for (identifier, text) in try texts(commit) where query.places(in: SearchWord.words(of: text)) != nil {
        found.insert("main \(identifier)")
      }
    }
    for (delegation, tip) in try negotiation.delegationTips() {
      for commit in try repository.commits(from: [tip], hiding: [negotiation.main.commit], order: .oldestFirst) {
        let base = try #require(try repository.mergeBase(negotiation.main.commit, commit))
        for (identifier, text) in try texts(commit) {
          let words = SearchWord.words(of: text)
          let chair = try Snapshot(repository, commit: base).paragraph(identifier)
          guard chair?.text != text, let places = query.places(in: words) else { continue }
          let own = brought(in: text, to: chair?.text ?? "")
          if places.contains(where: { place in own.contains { $0.overlaps(place) } }) {
            found.insert("\(delegation.code) \(identifier)")
          }
        }
      }
    }
    return found
  }

  private func search(_ query: SearchQuery, _ negotiation: Negotiation) throws -> Set<String> {
    Set(
      try negotiation.search(query, program: "test").hits.map {
        "\($0.delegation?.code.description ?? "main") \($0.identifier)"
      })
  }

  private static let queries = [
    ["all"], ["individ*"], ["peoples of the"], ["and", "every"], ["not"], ["protect", "all"], ["p*"],
    ["where possible"],
  ]

  @Test(arguments: [2, 7, 11, 13] as [UInt64]) func findsWhatAPlainScanFinds(seed: UInt64) throws {
    let meeting = try Meeting(LawTests.draft)
    var play = Play(seed: seed)
    for step in 0..<14 {
      guard play.step(meeting) else { continue }
      for words in Self.queries.shuffled().prefix(step % 4 == 3 ? 8 : 1) {
        let query = try SearchQuery(words)
        let negotiation = try meeting.open()
        #expect(try search(query, negotiation) == scan(query, negotiation), "seed \(seed): \(words) \(play.told)")
      }
    }
    let negotiation = try meeting.open()
    let kept = try #require(try negotiation.knownSearchIndex(program: "test"))
    #expect(try kept.count > 0)
    for words in Self.queries {
      let query = try SearchQuery(words)
      let answer = try negotiation.search(query, program: "test").hits
      #expect(try answer == negotiation.search(query, program: "another").hits, "seed \(seed): \(words)")
    }
  }

  @Test func damagedIndexIsMadeAnew() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    let expected = try round.found("individuals")
    let path = round.path + "/amend/search"
    let whole = try bytes(ofFile: path)
    var random = SeededGenerator(seed: 4)
    for trial in 0..<40 {
      var damaged = whole
      switch trial % 4 {
      case 0: damaged.removeLast(Int.random(in: 1..<whole.count, using: &random))
      case 1: damaged = []
      default: damaged[Int.random(in: 0..<whole.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try write(damaged, toFile: path)
      #expect(try round.open().knownSearchIndex(program: "test") == nil, "trial \(trial)")
      if trial < 4 {
        #expect(try round.findings().map { $0.prefix(8) } == ["derived:"], "trial \(trial)")
      }
      #expect(try round.found("individuals") == expected, "trial \(trial)")
      #expect(try bytes(ofFile: path).count == whole.count, "trial \(trial)")
    }
    _ = try run("rm", ["-r", round.path + "/amend"], in: round.path, scratch: round.folder.path)
    try write([0], toFile: round.path + "/amend")
    #expect(try round.found("individuals") == expected)
  }

  @Test func oldIndexIsBroughtUpToDate() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    _ = try round.found("individuals")
    let path = round.path + "/amend/search"
    let old = try bytes(ofFile: path)
    try round.replace("MEX", "OP2", "delay", "individuals")
    try round.adopt("OP1", "VEN")
    let expected = try round.found("individuals")
    #expect(expected.count == 3)
    try write(old, toFile: path)
    try round.expectVerified()
    #expect(try round.found("individuals") == expected)
    // A branch that was rewritten, and one that is gone, are no continuation.
    _ = try round.git("update-ref", "-d", "refs/heads/delegations/MEX")
    #expect(try round.found("individuals").count == 2)
    _ = try round.git("update-ref", "refs/heads/main", "refs/heads/main~1")
    _ = try round.git("update-ref", "refs/heads/delegations/VEN", "refs/heads/delegations/VEN~1")
    try expectLines(
      round.found("individuals"), ["operative/1 VEN standing: To protect all witnesses and *individuals*."])
  }
}
