import Drafting
import Git
import Glibc
@testable import Negotiation
import TestSupport
import Testing

@Suite("The history index")
struct HistoryOracleTests {
  /// How many random histories are compared: `AMEND_HISTORIES`, else as many as a check has time for.
  @safe private static var count: Int {
    unsafe getenv("AMEND_HISTORIES").flatMap { Int(unsafe String(cString: $0)) } ?? 60
  }

  /// At each of some moments of each history: an index that is behind, that knows too much, or nothing, and is brought to
  /// just what the commits say.
  @Test func saysWhatAPlainWalkFinds() throws {
    let bench = try HistoryBench()
    var random = SeededGenerator(seed: 5)
    for seed in 0..<UInt64(Self.count) {
      let history = try bench.history(seed: seed, commits: Int.random(in: 3...14, using: &random))
      for _ in 0..<2 {
        let step = Int.random(in: 1..<history.steps.count, using: &random)
        try bench.expectPlain(history, at: step)
      }
      try bench.expectPlain(history, at: history.steps.count - 1)
    }
  }

  @Test func tellsTheWholeNegotiationInBothDirections() throws {
    let bench = try HistoryBench()
    for seed in 100..<106 as Range<UInt64> {
      let history = try bench.history(seed: seed, commits: 12)
      try bench.show(history, at: history.steps.count - 1)
      let negotiation = try bench.open()
      var (oldest, newest): ([String], [String]) = ([], [])
      try negotiation.eachEvent(newestFirst: false) { event in
        oldest.append("\(event.commit.short) \(event.identifier)")
        return true
      }
      try negotiation.eachEvent(newestFirst: true) { event in
        newest.append("\(event.commit.short) \(event.identifier)")
        return true
      }
      #expect(newest.reversed() == oldest, "seed \(seed)")
      for identifier in history.identifiers {
        let own = try negotiation.events(of: identifier).map { "\($0.commit.short) \($0.identifier)" }
        #expect(oldest.filter { $0.hasSuffix(" \(identifier)") } == own, "seed \(seed) \(identifier)")
      }
      var first: [String] = []
      var filter = EventFilter()
      filter.limit = 3
      try negotiation.eachEvent(newestFirst: true, matching: filter) { event in
        first.append("\(event.commit.short) \(event.identifier)")
        return true
      }
      #expect(first == Array(newest.prefix(3)), "seed \(seed)")
    }
  }

  @Test func forgetsABranchThatIsGone() throws {
    let bench = try HistoryBench()
    let history = try bench.history(seed: 9, commits: 14)
    try bench.expectPlain(history, at: 14)
    try bench.show(history, at: 14, without: ["BRA", "VEN"])
    try bench.expectPlain(history)
    try bench.expectPlain(history, at: 14)
    try bench.expectPlain(history, at: 3)
  }

  @Test func answersWhereItCannotBeKept() throws {
    let bench = try HistoryBench()
    let history = try bench.history(seed: 3, commits: 10)
    removeFolder(bench.folder)
    try write([], toFile: bench.folder)
    for step in [4, 10] { try bench.expectPlain(history, at: step) }
    #expect(try bytes(ofFile: bench.folder).isEmpty)
  }

  @Test func isOpenedOnceAndFollowsTheBranches() throws {
    let bench = try HistoryBench()
    let history = try bench.history(seed: 4, commits: 14)
    let negotiation = try bench.open()
    for step in 1...14 {
      try bench.show(history, at: step)
      try bench.expectPlain(history, in: negotiation)
    }
  }
}

/// A repository in which one random history after the other is shown.
struct HistoryBench {
  private let meeting: Meeting
  private let start: ObjectID

  init() throws {
    meeting = try Meeting()
    start = try meeting.open().main.commit
  }

  var folder: String { meeting.path + "/amend" }
  var file: String { folder + "/history" }

  func open() throws -> Negotiation { try meeting.open() }

  /// Writes a history; no branch shows it yet.
  func history(seed: UInt64, commits: Int) throws -> RandomHistory {
    let repository = meeting.temporary.repository
    return try repository.inOnePack {
      try RandomHistory(seed: seed, commits: commits, on: Negotiation(repository, mainAt: start))
    }
  }

  /// Has every branch stand where it stood after a step of a history.
  func show(_ history: RandomHistory, at step: Int, without left: [String] = []) throws {
    let repository = meeting.temporary.repository
    let wanted = history.steps[step].filter { name, _ in !left.contains { name.hasSuffix("/" + $0) } }
    let present = Dictionary(
      try repository.references(under: "refs/heads/").map { ($0.name, $0.id) }, uniquingKeysWith: { $1 })
    let moves = Set(wanted.keys).union(present.keys).compactMap { name in
      wanted[name] == present[name] ? nil : ReferenceMove(name, from: present[name], to: wanted[name])
    }
    if !moves.isEmpty { try repository.move(moves, message: "") }
  }

  func expectPlain(_ history: RandomHistory, at step: Int? = nil, in negotiation: Negotiation? = nil) throws {
    if let step { try show(history, at: step) }
    let negotiation = try negotiation ?? open()
    let identifiers = history.identifiers.sorted()
    let plain = try PlainWalk(negotiation: negotiation).lines(of: identifiers)
    for identifier in identifiers {
      let found = try negotiation.withHistory { try $0.events(of: identifier) }.map(\.line)
      #expect(found == plain[identifier] ?? [], "seed \(history.seed), step \(step ?? -1), \(identifier)")
    }
  }

  /// All that the index says, as lines.
  func answers(_ history: RandomHistory) throws -> [String] {
    let negotiation = try open()
    return try history.identifiers.sorted().flatMap { identifier in
      try negotiation.withHistory { try $0.events(of: identifier) }.map(\.line)
    }
  }
}
