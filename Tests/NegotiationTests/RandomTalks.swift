import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// A negotiation of random acts of four delegations and the chair, whose words and notes name paragraphs.
struct RandomTalks {
  let round: DecisionRound
  private let seed: UInt64
  private var random: SeededGenerator
  private let codes = ["BRA", "CHL", "MEX", "VEN"]
  private var log: [String] = []
  private var count = 0
  private let restructures: Bool

  /// The commits that brought the words in which nobody else wrote.
  private(set) var brought: [String: ObjectID] = [:]

  /// - Parameter restructures: whether the chair mostly splits and joins paragraphs, and undoes it.
  init(seed: UInt64, restructures: Bool = false) throws {
    self.seed = seed
    self.restructures = restructures
    random = SeededGenerator(seed: seed)
    var text = "DRAFT\n\nRESOLVES:\n\n"
    for number in 1...5 {
      text += "\(number). To plan w\(number) under paragraph \(number % 5 + 1) with care and good will of all."
      text += number == 2 ? "[^1]\n\n" : "\n\n"
    }
    text += "5 bis. [Ven: To insist on paragraph 3.] PLACE WITH PARAGRAPH 2\n\n[^1]: See paragraph 4.\n"
    round = try DecisionRound(text)
  }

  var comment: Comment { "seed \(seed): \(log.joined(separator: "; "))" }

  /// Every paragraph that ever stood anywhere.
  func identifiers() throws -> Set<ParagraphIdentifier> {
    var found: Set<ParagraphIdentifier> = []
    try round.open().eachEvent(newestFirst: false) { event in
      found.insert(event.identifier)
      return true
    }
    return found
  }

  /// Does something; what is refused is not done.
  mutating func act() throws {
    count += 1
    let often = [0, 1, 2, 3, 7, 8, 11, 12, 14, 15, 17, 17, 18, 18, 18, 22, 22, 22]
    let (kind, code, other) = (
      restructures ? pick(often) : Int.random(in: 0..<24, using: &random), pick(codes), pick(codes)
    )
    let places = try round.open().main.order().places.filter { $0.entry.number != nil }
    let all = try round.open().standingChanges(of: named(code))?.ownOrder().places.filter { $0.entry.number != nil }
    let target = pick(all ?? places).entry.identifier
    let (mine, chairs, second) = ("@\(target)", pick(places).entry.identifier, pick(places).entry.identifier)
    let number = Int.random(in: 1...places.count, using: &random)
    let (new, reference) = ("new\(count)", "paragraph \(number)")
    let word = pick(["with", "care", "and", "good", "will", "plan", "under"])
    let name: String
    do {
      switch kind {
      case 0...3:
        name = "\(code) \(word) \(new) on \(target)"
        try round.replace(code, mine, word, "\(new) of \(reference)")
      case 4:
        name = "\(code) notes \(new) on \(target)"
        try round.propose(code, mine, .text(.text("To do \(new).[^1]\n[^1]: See \(reference).")))
      case 5:
        name = "\(code) deletes \(target)"
        try round.propose(code, mine, .deleteParagraph)
      case 6, 7:
        name = "\(code) adds \(new) after \(target)"
        try round.open().proposeNew("To add \(new) to \(reference) with care.", after: mine, by: code, round.act())
      case 8, 9:
        name = "\(code) amends \(other) on \(target)"
        try round.propose(code, mine, .text(.replace(Passage(word), with: new)), on: other)
      case 10, 11:
        name = "\(code) supports \(other) on \(target)"
        try round.support(code, mine, of: other)
      case 12:
        name = "\(code) withdraws \(target)"
        _ = try round.open().withdraw(ParagraphAddress(mine), by: named(code), act: round.act())
      case 13, 14:
        name = "chair adopts \(code) on \(target)"
        try round.adopt(mine, code)
      case 15:
        name = "chair rejects \(code) on \(target)"
        try round.reject(mine, code)
      case 16:
        name = "chair places \(chairs) after \(second)"
        try round.place("@\(chairs)", after: "@\(second)")
      case 17:
        name = "chair splits \(chairs)"
        try round.split("@\(chairs)", before: "with")
      case 18:
        name = "chair joins \(chairs) \(second)"
        try round.join("@\(chairs)", "@\(second)")
      case 19:
        name = "chair writes \(new) on \(chairs)"
        try round.adoptText("@\(chairs)", "To write \(new) under \(reference) with care and good will of all.")
      case 20, 21:
        name = "clean"
        _ = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
      default:
        name = "undo"
        try round.undo()
      }
    } catch is NegotiationError {
      return
    }
    log.append(name)
    if name.contains(new) {
      brought[new] = name.hasPrefix("chair") ? try round.open().main.commit : try round.tip(code)
    } else if name.contains(" amends ") {
      brought[new] = try round.tip(code)
    }
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}
