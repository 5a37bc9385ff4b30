import Drafting
@testable import Negotiation
import TestSupport
import Testing

/// Random acts of two delegations, a decision, more acts, and the undoing; beside it the same acts without the decision.
struct RandomUndoing {
  private let round: DecisionRound
  private let plain: DecisionRound
  private let seed: UInt64
  private var random: SeededGenerator
  private let codes = ["CHL", "VEN"]
  private var log: [String] = []
  private var words = 0
  /// Whether all that was done is possible without the decision.
  private var isComparable = true
  /// The words of the draft that nobody has changed.
  private var unchanged: [String] = []
  private var joined: (ParagraphIdentifier, ParagraphIdentifier)?
  private var cut: (ParagraphIdentifier, ParagraphIdentifier)?

  init(seed: UInt64) throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    var text = "DRAFT\n\nTHE GENERAL ASSEMBLY,\n\n1. NOTING the report of all;\n\nRESOLVE:\n\n"
    for paragraph in 1...7 {
      text += "\(paragraph). To take \((1...12).map { "w\(paragraph)x\($0)" }.joined(separator: " ")).\n\n"
      unchanged += [2, 5, 8, 11].map { "w\(paragraph)x\($0)" }
    }
    round = try DecisionRound(text)
    plain = try DecisionRound(text)
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

  mutating func run() throws {
    for _ in 0..<Int.random(in: 1...5, using: &random) { try act() }
    let trees = try branchTrees()
    guard try decide() else { return }
    let count = Int.random(in: 0...4, using: &random)
    for _ in 0..<count { try act() }
    if count > 1, Bool.random(using: &random), try decide(kinds: 6) {
      try act()
      try round.undo()
      log.append("undo")
      try act()
    }
    try round.undo()
    if count == 0 { try #expect(branchTrees() == trees, comment) }
    for code in codes {
      let read = try round.reading(code)
      let said = try round.branch(code)
      if !said.isEmpty { #expect(read == said, comment) }
      if !isComparable { continue }
      let wanted = try plain.reading(code)
      #expect(read == wanted, comment)
      // Where an order was met there, the other names what it named before.
      if log.contains(where: { $0.hasPrefix("(") }) { continue }
      let (one, other) = try (orders(round, code), orders(plain, code))
      #expect(one == other, comment)
    }
    try round.expectVerified(comment)
  }

  private var comment: Comment { "seed \(seed): \(log.joined(separator: "; "))" }

  private func branchTrees() throws -> [String] {
    try codes.map { try round.git("rev-parse", "--verify", "-q", "delegations/\($0)^{tree}") }
  }

  /// What a delegation's branch says of the paragraphs that it has moved.
  private func orders(_ round: DecisionRound, _ code: String) throws -> [String] {
    guard let order = try round.open().standingChanges(of: named(code))?.order else { return [] }
    return MovedParagraphsFile.text((order.own.moved, order.own.anchors)).split(separator: "\n").map(String.init)
  }

  /// Does something in both negotiations; what the first refuses is not done, and what the second refuses stands there.
  private mutating func both(
    _ name: String, _ body: (DecisionRound) throws -> Void, plain other: ((DecisionRound) throws -> Void)? = nil
  ) throws {
    do {
      try body(round)
    } catch is NegotiationError {
      return
    }
    log.append(name)
    do {
      if let other { try other(plain) } else { try body(plain) }
    } catch let error as NegotiationError {
      log.append("(\(error.message))")
      // What changes nothing there is met there already; anything else was only to be had after the decision.
      if !error.message.contains("changes nothing") { isComparable = false }
    }
  }

  private func places(_ code: String) throws -> [DraftOrder.Place] {
    let negotiation = try round.open()
    return try (negotiation.standingChanges(of: named(code))?.ownOrder() ?? negotiation.main.order()).places
      .filter { $0.entry.number != nil && $0.section.description == "operative" }
  }

  private mutating func act() throws {
    guard let code = pick(codes), let place = pick(try places(code)) else { return }
    let identifier = place.entry.identifier
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6:
      guard let word = pick(unchanged) else { return }
      unchanged.removeAll { $0 == word }
      words += 1
      let text = "new\(words)"
      let change: TextChange =
        Bool.random(using: &random) ? .insert(text, after: Passage(word)) : .replace(Passage(word), with: text)
      try both("\(code) \(word) \(text)") { round in
        let negotiation = try round.open()
        let changes = try negotiation.standingChanges(of: named(code))
        let holder = try (changes?.ownOrder() ?? negotiation.main.order()).places.first { place in
          let identifier = place.entry.identifier
          let paragraph = try changes.map { try $0.paragraph(identifier) } ?? negotiation.main.paragraph(identifier)
          return paragraph?.text.split { " .".contains($0) }.contains(Substring(word)) ?? false
        }
        guard let holder else { throw NegotiationError(.notFound, "nowhere") }
        try round.propose(code, "@\(holder.entry.identifier)", .text(change))
      }
    case 6..<14:
      guard let anchor = pick(try places(code))?.entry.identifier, anchor != identifier, identifier != cut?.1 else {
        return
      }
      try both(
        "\(code) moves \(identifier) after \(anchor)", { try $0.move(code, "@\(identifier)", after: "@\(anchor)") },
        plain: { [joined, whole = there(anchor)] round in
          try round.move(code, "@\(identifier)", after: "@\(whole)")
          if let joined, joined.0 == identifier {
            try round.move(code, "@\(joined.1)", after: "@\(joined.0)")
          }
        })
    case 14..<17:
      words += 1
      let text = "To add new\(words)."
      try both(
        "\(code) adds new\(words) after \(identifier)",
        { try $0.propose(code, "@\(identifier)", .newParagraph(text)) },
        plain: { [whole = there(identifier)] in try $0.propose(code, "@\(whole)", .newParagraph(text)) })
    case 17:
      if joined?.0 == identifier || cut?.0 == identifier || cut?.1 == identifier { return }
      try both("\(code) deletes \(identifier)") { try $0.propose(code, "@\(identifier)", .deleteParagraph) }
    case 18:
      if log.contains(where: { $0.hasPrefix("chair") }) { return }
      try both("\(code) withdraws \(identifier)") {
        _ = try $0.open().withdraw(ParagraphAddress("@\(identifier)"), by: named(code), act: $0.act())
      }
    default:
      if log.contains(where: { $0.hasPrefix("chair") }) { return }
      let other = code == "CHL" ? "VEN" : "CHL"
      try both("\(code) supports \(other) on \(identifier)") { try $0.support(code, "@\(identifier)", of: other) }
    }
  }

  /// The paragraph that one of the negotiation with the decision is in the other.
  private func there(_ identifier: ParagraphIdentifier) -> ParagraphIdentifier {
    cut.map { identifier == $0.1 ? $0.0 : identifier } ?? identifier
  }

  /// - Parameter kinds: how many kinds of decisions there are to choose from; the last are a join and a split.
  private mutating func decide(kinds: Int = 8) throws -> Bool {
    for _ in 0..<5 {
      let negotiation = try round.open()
      let order = try negotiation.main.order()
      let all = order.places.filter { $0.entry.number != nil && $0.section.description == "operative" }
      guard let target = pick(all), let other = pick(all), let code = pick(codes) else { return false }
      let changes = try negotiation.standingChanges(of: named(code))
      let proposed = pick(try changes?.places(in: negotiation) ?? [])?.entry.identifier
      let (identifier, second) = (target.entry.identifier, other.entry.identifier)
      do {
        switch Int.random(in: 0..<kinds, using: &random) {
        case 0, 1:
          guard let proposed else { continue }
          try round.adopt("@\(proposed)", code, approves: Bool.random(using: &random))
          log.append("chair adopts \(code) on \(proposed)")
        case 2, 3:
          guard let proposed else { continue }
          try round.reject("@\(proposed)", code)
          log.append("chair rejects \(code) on \(proposed)")
        case 4:
          try round.place("@\(identifier)", after: "@\(second)")
          log.append("chair places \(identifier) after \(second)")
        case 5:
          guard let proposed else { continue }
          _ = try round.open().place(
            ParagraphAddress("@\(proposed)"), after: nil, of: named(code), DecisionNote(), act: round.act())
          log.append("chair places \(proposed) of \(code)")
        case 6:
          try round.join("@\(identifier)", "@\(second)")
          joined = (identifier, second)
          log.append("chair joins \(identifier) \(second)")
        default:
          try round.split("@\(identifier)", before: "w\(identifier.ordinal - 3)x7")
          let known = Set(order.places.map(\.entry.identifier))
          let new = try round.open().main.order().places.map(\.entry.identifier).first { !known.contains($0) }
          cut = new.map { (identifier, $0) }
          log.append("chair splits \(identifier)")
        }
        return true
      } catch is NegotiationError {
        continue
      }
    }
    return false
  }
}
