import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Whatever delegations and the chair do")
struct LawTests {
  static let draft = """
    preamble
    1. Recalling the Charter of the Organization;
    2. Recognizing that women, men and others take part;
    operative
    RESOLVE:
    1. To protect all persons and others[^1].
    [^1]: Everywhere.
    2. To take note of the report and of the annex.
    3. To thank the host country.
    """

  @Test(arguments: 0..<24)
  func everyBranchIsReadInTheConsolidatedDraft(seed: UInt64) throws {
    let meeting = try Meeting(Self.draft)
    var play = Play(seed: seed)
    let main = try meeting.open().main.words()
    for step in 0..<14 {
      guard play.step(meeting) else { continue }
      let negotiation = try meeting.open()
      let consolidation = try negotiation.consolidation()
      let told: Comment = "seed \(seed), step \(step): \(play.told)"
      #expect(consolidation.draft.reading(of: nil).words == main, told)
      #expect(consolidation.conflicts.isEmpty, told)
      for change in try negotiation.allStandingChanges() {
        #expect(
          try consolidation.draft.reading(of: change.delegation.label).words == change.snapshot.words(),
          "\(change.delegation.code), \(told), \(consolidation.draft.lines)")
      }
    }
    try expectSound(meeting)
    #expect(try Negotiation.verify(at: meeting.path, program: "test").findings == [], "seed \(seed): \(play.told)")
  }

  @Test(arguments: [3, 17])
  func sameActsGiveTheSameCommits(seed: UInt64) throws {
    let references = try (0..<2).map { _ in
      let meeting = try Meeting(Self.draft)
      var play = Play(seed: seed)
      for _ in 0..<14 { _ = play.step(meeting) }
      return try meeting.temporary.git("for-each-ref")
    }
    #expect(references[0] == references[1])
    #expect(references[0].contains("refs/heads/delegations/"))
  }
}

/// Acts of several delegations and the chair, as a seed has them.
struct Play {
  private var generator: SeededGenerator
  private let codes = ["VEN", "CHL", "MEX", "BRA"]
  private let words = ["all", "others", "persons", "the report", "and", "of", "protect", "take part", "[^1]", "thank"]
  private let news = ["every", "and all", "individuals", ", where possible,", "the", "peoples of the", "not"]

  /// What was done, for the message of a failure.
  private(set) var told: [String] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Does one act; one that is refused is none.
  ///
  /// - Returns: whether it was done.
  mutating func step(_ meeting: Meeting) -> Bool {
    do {
      told.append(try act(meeting))
      return true
    } catch {
      return false
    }
  }

  private mutating func one<Element>(_ list: [Element]) throws -> Element {
    try #require(list.randomElement(using: &generator))
  }

  private mutating func act(_ meeting: Meeting) throws -> String {
    let negotiation = try meeting.open()
    let places =
      try negotiation.allStandingChanges().flatMap { $0.order?.own.places ?? [] } + negotiation.main.order().places
    let place = try "@\(one(places.sorted { $0.entry.identifier < $1.entry.identifier }).entry.identifier)"
    let (code, other) = (try one(codes), try one(codes))
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<3:
      let (old, new) = (try one(words), try one(news))
      return "\(code) \(place) '\(old)' > '\(new)': " + (try meeting.propose(code, place, .replace(old, new)))
    case 3..<6:
      let (old, new) = (try one(words), try one(news))
      return try "\(code) \(place) '\(new)' after '\(old)': " + meeting.propose(code, place, .insert(new, after: old))
    case 6..<8:
      let old = try one(words)
      return try "\(code) \(place) without '\(old)': " + meeting.propose(code, place, .delete(old))
    case 8:
      return try "\(code) without \(place): " + meeting.propose(code, place, .deleteParagraph)
    case 9..<12:
      let target = try one([place, place, "preamble", "operative"])
      return try "\(code) new after \(target): "
        + meeting.propose(code, target, .newParagraph("To \(one(words)) \(one(news))."))
    case 12..<14:
      var target = try one(["preamble", "operative", "PP1", "PP2", "OP1", "OP2", "OP3"])
      if Bool.random(using: &generator) {
        // Over one neighbour.
        let order = try negotiation.standingChanges(of: delegation(code))?.ownOrder() ?? negotiation.main.order()
        let all = order.places.filter { $0.entry.number != nil }.map { "@\($0.entry.identifier)" }
        if let index = all.firstIndex(of: place) {
          target = Bool.random(using: &generator) ? all[max(0, index - 2)] : all[min(all.count - 1, index + 1)]
        }
      }
      return try "\(code) moves \(place) after \(target): " + meeting.propose(code, place, .move(target))
    case 14..<17: return try "\(code) supports \(other): " + meeting.support(code, other, place)
    case 17: return try "\(code) withdraws \(place): \(meeting.withdraw(code, place))"
    case 18:
      return try "\(code) withdraws \(meeting.withdraw(code))"
    default:
      let decision = try one([StatusDecision.approve, .pend, .reopen])
      try meeting.decide(decision, place)
      return "\(decision) \(place)"
    }
  }
}
