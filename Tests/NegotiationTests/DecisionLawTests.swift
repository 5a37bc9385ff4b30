import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("No standing change is lost or doubled")
struct DecisionLawTests {
  @Test(arguments: [1, 5, 6, 8, 9, 12] as [UInt64]) func inAnyOrderOfActs(_ seed: UInt64) throws {
    var walk = try RandomRound(seed: seed)
    for step in 1...22 {
      let done = try walk.step()
      try walk.expectNothingLost("seed \(seed), step \(step): \(done)")
    }
    try #expect(walk.round.git("fsck", "--strict", "--no-dangling", "--no-progress") == "", "seed \(seed)")
    try walk.round.expectVerified("seed \(seed)")
  }

  @Test func sameActsGiveTheSameCommits() throws {
    let tips = try (0..<2).map { _ in
      var walk = try RandomRound(seed: 77)
      for _ in 1...15 { _ = try walk.step() }
      return try walk.round.git("for-each-ref")
    }
    #expect(tips[0] == tips[1])
    #expect(tips[0].contains("refs/heads/delegations/"))
  }
}

/// Random acts of some delegations and the chair, and what each delegation must still read.
private struct RandomRound {
  let round: DecisionRound
  private var random: SeededGenerator
  private var words = 0
  private let codes = ["BRA", "CHL", "MEX", "VEN"]

  /// For each delegation the words that it brought in, and those that it took out, by paragraph, as long as they stand.
  private var wishes: [String: [ParagraphIdentifier: Wish]] = [:]
  /// The wishes before each decision, the last one last.
  private var past: [[String: [ParagraphIdentifier: Wish]]] = []

  /// The paragraphs that each delegation has ever moved: no others may be told as moved.
  private var movedOnce: [String: Set<ParagraphIdentifier>] = [:]

  struct Wish: Equatable {
    var brought: Set<String> = []
    var taken: Set<String> = []
    var deletes = false
  }

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    var text = "DRAFT\n\nTHE GENERAL ASSEMBLY,\n\n"
    for paragraph in 1...2 { text += "\(paragraph). NOTING " + RandomRound.base("a\(paragraph)") + ";\n\n" }
    text += "RESOLVE:\n\n"
    for paragraph in 1...2 { text += "\(paragraph). To take " + RandomRound.base("b\(paragraph)") + ".\n\n" }
    round = try DecisionRound(text)
  }

  private static func base(_ name: String) -> String { (1...3).map { "\(name)x\($0)" }.joined(separator: " ") }

  private mutating func newWord() -> String {
    words += 1
    return "new\(words)"
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

  /// Does one act; one that is refused leaves everything as it was.
  mutating func step() throws -> String {
    let code = codes[Int.random(in: 0..<codes.count, using: &random)]
    let kind = Int.random(in: 0..<100, using: &random)
    let saved = self.wishes
    do {
      switch kind {
      case 0..<34: return try changeWords(code)
      case 34..<40: return try amend(code)
      case 40..<47: return try newParagraph(code)
      case 47..<51: return try deleteParagraph(code)
      case 51..<58: return try move(code)
      case 58..<62: return try withdraw(code)
      case 62..<67: return try support(code)
      case 67..<79: return try adopt(code)
      case 79..<84: return try compromise()
      case 84..<86: return try reject(code)
      case 86..<90: return try place()
      case 90..<92: return try status()
      case 92..<94: return try revise()
      default: return try undo()
      }
    } catch let error as NegotiationError {
      wishes = saved
      return "refused: \(error.message)"
    }
  }

  private mutating func paragraph(of code: String) throws -> (address: String, text: String)? {
    let negotiation = try round.open()
    let changes = try negotiation.standingChanges(of: named(code))
    let order = try changes?.ownOrder() ?? negotiation.main.order()
    guard let place = pick(order.places.filter { $0.entry.number != nil }) else { return nil }
    let text =
      try
      (changes.map { try $0.paragraph(place.entry.identifier) }
      ?? negotiation.main.paragraph(
        place.entry.identifier))?.text ?? ""
    return ("@\(place.entry.identifier)", text)
  }

  private mutating func changeWords(_ code: String) throws -> String {
    guard let (address, text) = try paragraph(of: code) else { return "" }
    let identifier = try ParagraphIdentifier(address.dropFirst())
    let present = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let word = pick(present.filter { $0.contains("x") }) else { return "" }
    let other = newWord()
    let change: TextChange
    var wish = wishes[code]?[identifier] ?? Wish()
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      change = .insert(other, after: Passage(word))
      wish.brought.insert(other)
    case 1:
      change = .replace(Passage(word), with: other)
      wish.brought.insert(other)
      wish.taken.insert(word)
    default:
      change = .delete(Passage(word))
      wish.taken.insert(word)
    }
    try round.propose(code, address, .text(change))
    wishes[code, default: [:]][identifier] = wish
    return "\(code) changes \(address): \(change)"
  }

  private mutating func amend(_ code: String) throws -> String {
    guard let other = pick(codes.filter { $0 != code }),
      let theirs = try round.open().standingChanges(of: named(other)),
      let identifier = pick(theirs.files.keys.sorted()), let text = try theirs.paragraph(identifier)?.text
    else { return "" }
    let present = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let word = pick(present.filter { $0.contains("x") || $0.hasPrefix("new") }) else { return "" }
    let new = newWord()
    try round.propose(code, "@\(identifier)", .text(.insert(new, after: Passage(word))), on: other)
    var wish = wishes[code]?[identifier] ?? Wish()
    wish.brought.insert(new)
    wishes[code, default: [:]][identifier] = wish
    return "\(code) puts '\(new)' after '\(word)' in \(identifier), on \(other)"
  }

  private mutating func newParagraph(_ code: String) throws -> String {
    guard let (address, _) = try paragraph(of: code) else { return "" }
    let word = newWord()
    let outcome = try round.open().propose(
      .newParagraph("To add \(word) here."), to: .paragraph(ParagraphAddress(address)), by: named(code),
      act: round.act())
    wishes[code, default: [:]][outcome.place.entry.identifier] = Wish(brought: [word])
    return "\(code) adds \(outcome.place.entry.identifier)"
  }

  private mutating func deleteParagraph(_ code: String) throws -> String {
    guard let (address, _) = try paragraph(of: code) else { return "" }
    try round.propose(code, address, .deleteParagraph)
    wishes[code, default: [:]][try ParagraphIdentifier(address.dropFirst())] = Wish(deletes: true)
    return "\(code) deletes \(address)"
  }

  private mutating func move(_ code: String) throws -> String {
    guard let (address, _) = try paragraph(of: code), let (other, _) = try paragraph(of: code) else { return "" }
    var target = other
    if Bool.random(using: &random) {
      // Over one neighbour.
      let order = try round.open().standingChanges(of: named(code))?.ownOrder() ?? round.open().main.order()
      let all = order.places.filter { $0.entry.number != nil }.map { "@\($0.entry.identifier)" }
      if let index = all.firstIndex(of: address) {
        target = Bool.random(using: &random) ? all[max(0, index - 2)] : all[min(all.count - 1, index + 1)]
      }
    }
    try round.move(code, address, after: target)
    movedOnce[code, default: []].insert(try ParagraphIdentifier(address.dropFirst()))
    return "\(code) moves \(address) after \(target)"
  }

  private mutating func withdraw(_ code: String) throws -> String {
    guard let identifier = pick((wishes[code] ?? [:]).keys.sorted()) else { return "" }
    _ = try round.open().withdraw(ParagraphAddress("@\(identifier)"), by: named(code), act: round.act())
    wishes[code]?[identifier] = nil
    return "\(code) withdraws \(identifier)"
  }

  private mutating func support(_ code: String) throws -> String {
    guard let other = pick(codes.filter { $0 != code }), let identifier = pick((wishes[other] ?? [:]).keys.sorted()),
      let wish = wishes[other]?[identifier]
    else { return "" }
    let before = try standing(other, identifier)
    guard before else { return "" }
    _ = try round.open().support(
      ParagraphAddress("@\(identifier)"), of: named(other), by: named(code), act: round.act())
    if movedOnce[other]?.contains(identifier) ?? false { movedOnce[code, default: []].insert(identifier) }
    var own = wishes[code]?[identifier] ?? Wish()
    own.brought.formUnion(wish.brought)
    own.taken.formUnion(wish.taken)
    own.deletes = own.deletes || wish.deletes
    wishes[code, default: [:]][identifier] = own
    return "\(code) supports \(other) on \(identifier)"
  }

  private func standing(_ code: String, _ identifier: ParagraphIdentifier) throws -> Bool {
    try round.open().standingChanges(of: named(code))?.files[identifier] != nil
  }

  private mutating func decide(_ body: (DecisionRound) throws -> DecisionOutcome) throws -> String {
    let before = wishes
    let tips = try round.open().delegationTips()
    let outcome = try body(round)
    past.append(before)
    // Granted is granted: what main says now is nobody's wish any more, and what it took out neither.
    try forgetGranted(outcome.subject, isRejection: outcome.subject.contains(" rejects "))
    try expectTheSameBeforeFollowing(tips, outcome.subject)
    return outcome.subject
  }

  /// A wish is over once nothing of it stands: its words are main's from then on.
  private mutating func forgetGranted(_ subject: String, isRejection: Bool) throws {
    for code in codes {
      guard let changes = try round.open().standingChanges(of: named(code)) else { continue }
      for (identifier, wish) in wishes[code] ?? [:] where changes.files[identifier] == nil {
        if !isRejection {
          let text = try round.open().main.paragraph(identifier)?.text
          let present = Set((text ?? "").split { !($0.isLetter || $0.isNumber) }.map(String.init))
          #expect(wish.deletes == (text == nil), "\(subject): \(code) \(identifier)")
          #expect(wish.deletes || wish.brought.isSubset(of: present), "\(subject): \(code) \(identifier)")
          #expect(wish.taken.isDisjoint(with: present), "\(subject): \(code) \(identifier)")
        }
        wishes[code]?[identifier] = nil
      }
    }
  }

  /// A process that dies after main moved leaves branches behind: what they say is the same.
  private mutating func expectTheSameBeforeFollowing(
    _ tips: [(delegation: Delegation, tip: ObjectID)], _ comment: String
  ) throws {
    let after = try round.open().consolidation().draft
    for (delegation, tip) in tips where Bool.random(using: &random) {
      let name = ReferenceNames.delegation(delegation.code)
      let repository = try round.open().repository
      guard let now = try repository.reference(name) else { continue }
      try repository.move(name, from: now, to: tip)
    }
    let before = try round.open().consolidation().draft
    #expect(before == after, "\(comment)")
  }

  private mutating func adopt(_ code: String) throws -> String {
    guard let identifier = pick((wishes[code] ?? [:]).keys.sorted()) else { return "" }
    return try decide { try $0.adopt("@\(identifier)", code) }
  }

  private mutating func compromise() throws -> String {
    let negotiation = try round.open()
    guard let place = pick(try negotiation.main.order().places.filter({ $0.entry.number != nil })),
      let text = try negotiation.main.paragraph(place.entry.identifier)?.text
    else { return "" }
    let present = text.split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.contains("x") }
    guard let word = pick(present) else { return "" }
    let changed = try TextChange.replace(Passage(word), with: newWord()).applied(to: text)
    return try decide { try $0.adoptText("@\(place.entry.identifier)", changed) }
  }

  private mutating func reject(_ code: String) throws -> String {
    guard let identifier = pick((wishes[code] ?? [:]).keys.sorted()), try standing(code, identifier) else { return "" }
    return try decide { try $0.reject("@\(identifier)", code) }
  }

  private mutating func place() throws -> String {
    let numbered = try round.open().main.order().places.filter { $0.entry.number != nil }
    guard let first = pick(numbered), let second = pick(numbered) else { return "" }
    return try decide { try $0.place("@\(first.entry.identifier)", after: "@\(second.entry.identifier)") }
  }

  private mutating func status() throws -> String {
    let numbered = try round.open().main.order().places.filter { $0.entry.number != nil }
    guard let place = pick(numbered) else { return "" }
    let decision = pick([StatusDecision.pend, .reopen, .approve]) ?? .pend
    return try decide { try $0.decide(decision, "@\(place.entry.identifier)") }
  }

  private mutating func revise() throws -> String {
    let before = wishes
    let name = "Draft \(newWord())"
    _ = try round.open().revise(symbol: name, DecisionNote(), act: round.act())
    past.append(before)
    return name
  }

  private mutating func undo() throws -> String {
    guard let before = past.last else { return "" }
    _ = try round.undo()
    past.removeLast()
    // What was wished then stands again, unless its delegation spoke of the paragraph since.
    for code in codes {
      for (identifier, wish) in before[code] ?? [:] where wishes[code]?[identifier] == nil {
        if try standing(code, identifier) { wishes[code, default: [:]][identifier] = wish }
      }
    }
    return "undo"
  }

  /// Each delegation reads its words once and misses what it took out, and reads what its branch says.
  mutating func expectNothingLost(_ comment: Comment) throws {
    for code in codes {
      let read = try round.reading(code)
      if try round.open().standingChanges(of: named(code)) == nil { continue }
      let said = try round.branch(code)
      let standing = try round.open().standingChanges(of: named(code))?.order
      let strays = (standing.map { $0.own.changes(since: $0.base).movedParagraphs } ?? []).filter { identifier in
        standing?.base.place(of: identifier)?.entry.number != nil && movedOnce[code]?.contains(identifier) != true
      }
      #expect(strays == [], "\(code) never moved them, \(comment)")
      let amended = try round.amended(by: code)
      // Where a delegation amends another's proposal, its reading follows that: the places are the same, the words those
      // that it wished.
      func plain(_ lines: [String]) -> [String] {
        lines.map { line in
          let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
          return amended.contains(parts[1]) ? parts[0] + " " + parts[1] : line
        }
      }
      #expect(plain(read) == plain(said), "\(code), \(comment)")
      for (identifier, wish) in wishes[code] ?? [:] {
        let own = read.filter { $0.split(separator: " ")[1] == identifier.description }
        #expect(own.count == (wish.deletes ? 0 : 1), comment)
        let present = own.flatMap { $0.split { !($0.isLetter || $0.isNumber) }.map(String.init) }
        for word in wish.brought where !wish.deletes {
          #expect(present.filter { $0 == word }.count == 1, "\(comment): \(code) \(word) in \(own)")
        }
        for word in wish.taken { #expect(!present.contains(word), "\(comment): \(code) \(word) in \(own)") }
      }
    }
  }
}
