import Drafting
import Git
import Merging
@testable import Negotiation
import TestSupport

/// Random acts of some delegations and the chair, each with words that never were before.
struct ProvenanceWalk {
  let round: DecisionRound
  private var random: SeededGenerator
  private var count = 0
  private let codes = ["BRA", "CHL", "MEX", "VEN"]

  /// Whether delegations mostly amend and support each other, on two paragraphs.
  private let amends: Bool

  /// Every word that was ever written.
  private(set) var words: [String] = (1...36).map { "wbase\($0)" }

  init(seed: UInt64, amends: Bool = false) throws {
    random = SeededGenerator(seed: seed)
    self.amends = amends
    var number = 0
    func words() -> String {
      (1...9).map { _ in
        number += 1
        return "wbase\(number)"
      }.joined(separator: " ")
    }
    round = try DecisionRound(
      "DRAFT\n\nTHE GENERAL ASSEMBLY,\n\n1. \(words());\n\n2. \(words()); and\n\nRESOLVE:\n\n1. \(words()).\n\n2. \(words()).\n"
    )
  }

  private mutating func fresh() -> String {
    count += 1
    words.append("wnew\(count)")
    return "wnew\(count)"
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

  mutating func step() throws {
    let code = codes[Int.random(in: 0..<codes.count, using: &random)]
    do {
      switch Int.random(in: amends ? 20..<84 : 0..<100, using: &random) {
      case 0..<40: try change(code, on: amends && Bool.random(using: &random) ? pick(codes) : nil)
      case 40..<48: try change(code, on: pick(codes))
      case 48..<52: try add(code)
      case 52..<60: try support(code)
      case 60..<64:
        _ = try withProposal(of: code) { round, address in
          _ = try round.open().withdraw(ParagraphAddress(address), by: named(code), act: round.act())
        }
      case 64..<78: _ = try withProposal(of: code) { try $0.adopt($1, code) }
      case 78..<83: try compromise()
      case 83..<85: _ = try withProposal(of: code) { try $0.reject($1, code) }
      case 85..<89: try split()
      case 89..<92: try join()
      case 92..<95: _ = try round.undo()
      case 95..<97: try round.place(try address(), after: try address())
      default: _ = try round.open().revise(symbol: "DOC rev. \(count + 1)", DecisionNote(), act: round.act())
      }
    } catch is NegotiationError {}
  }

  private mutating func address() throws -> String {
    let places = try round.open().main.order().places.filter { $0.entry.number != nil }
    return "@\(pick(amends ? Array(places.suffix(2)) : places)?.entry.identifier.description ?? "p0001")"
  }

  private mutating func withProposal(of code: String, _ body: (DecisionRound, String) throws -> Void) throws -> Bool {
    let files = try round.open().standingChanges(of: named(code))?.files.keys.sorted() ?? []
    guard let identifier = pick(files) else { return false }
    try body(round, "@\(identifier)")
    return true
  }

  private mutating func change(_ code: String, on other: String?) throws {
    let address = try address()
    let negotiation = try round.open()
    let reader = try negotiation.standingChanges(of: named(other ?? code))
    let identifier = try ParagraphIdentifier(address.dropFirst())
    let text = try (reader.map { try $0.paragraph(identifier) } ?? negotiation.main.paragraph(identifier))?.text ?? ""
    guard let word = pick(text.split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { $0.hasPrefix("w") })
    else { return }
    let change: TextChange =
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .insert(fresh(), after: Passage(word))
      case 1: .replace(Passage(word), with: fresh() + " " + fresh())
      default: .delete(Passage(word))
      }
    try round.propose(code, address, .text(change), on: other)
  }

  private mutating func add(_ code: String) throws {
    let text = (1...6).map { _ in fresh() }.joined(separator: " ")
    _ = try round.open().propose(
      .newParagraph(text + "."), to: .paragraph(ParagraphAddress(try address())), by: named(code), act: round.act())
  }

  private mutating func support(_ code: String) throws {
    guard let other = pick(codes.filter { $0 != code }) else { return }
    _ = try withProposal(of: other) { round, address in
      _ = try round.open().support(ParagraphAddress(address), of: named(other), by: named(code), act: round.act())
    }
  }

  private mutating func compromise() throws {
    let address = try address()
    let identifier = try ParagraphIdentifier(address.dropFirst())
    guard let text = try round.open().main.paragraph(identifier)?.text else { return }
    try round.adoptText(address, fresh() + " " + text)
  }

  private mutating func split() throws {
    let address = try address()
    let identifier = try ParagraphIdentifier(address.dropFirst())
    let words = try round.open().main.paragraph(identifier)?.text.split(separator: " ").dropFirst(3).map(String.init)
    guard let word = pick(words?.filter { $0.hasPrefix("w") } ?? []) else { return }
    _ = try round.open().split(ParagraphAddress(address), before: Passage(word), DecisionNote(), act: round.act())
  }

  private mutating func join() throws {
    _ = try round.open().join(
      ParagraphAddress(try address()), with: ParagraphAddress(try address()), DecisionNote(), act: round.act())
  }
}
