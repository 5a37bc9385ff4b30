import Drafting
import Exchange
import Merging
import Notation
import TestSupport
import Testing

private let labels = LabelTable(registry: .standard)

/// A draft with a list in its first paragraph.
private func draft(_ items: [String]) -> ConsolidatedDraft {
  identifiedDraft(
    "DECLARATION\n\nRESOLVE:\n\n1. To ask for:\n\(items.joined(separator: "\n"))\n\n2. To close the work.\n")
}

/// What each reads in the document of tracked changes that leads from the one list to the other, when it is read as a draft.
private func readBack(_ old: [String], _ new: [String]) throws -> (base: [String], own: [String], remarks: [String]) {
  let file = try TrackedDocument(author: "Venezuela", registry: .standard, date: nil).file(
    from: draft(old), to: draft(new))
  let word = WordDraft(try WordReader.read(file), labels: labels)
  let read = DraftReader(registry: .standard, format: .text).read(word.text).draft
  func texts(_ label: String?) -> [String] {
    read.sections.flatMap(\.items).map { Paragraph.canonical($0.body.reading(of: label)) }.filter { !$0.isEmpty }
  }
  return (texts(nil), texts("Ven"), word.remarks.map(\.message))
}

private func expectReadBack(_ old: [String], _ new: [String], _ comment: Comment = "") throws {
  let found = try readBack(old, new)
  let texts = { (items: [String]) in
    draft(items).sections.flatMap(\.items).map { Paragraph.canonical($0.body.reading(of: nil)) }
  }
  #expect(found.base == texts(old), comment)
  #expect(found.own == texts(new), comment)
  #expect(found.remarks == [], comment)
}

/// The same for the delegation's document with bold and underlined words, read as observations on the first list.
///
/// - Parameter properties: whether the file still has its properties; without them an end of a line with the look of a change
///   is believed only where the next line begins with it.
private func expectFormattedBack(
  _ old: [String], _ new: [String], properties: [Bool] = [true], _ comment: Comment = ""
) throws {
  let base = draft(old)
  let place = try #require(base.sections[0].items.firstIndex { $0.kind != .heading })
  let texts = [old, new].map { Paragraph.canonical(draft($0).sections[0].items[place].body.reading(of: nil)) }
  var own = base
  own.sections[0].items[place].body = consolidated(
    base: texts[0], versions: [Version(label: "Ven", text: texts[1])])
  let venezuela = try #require(DelegationRegistry.standard.delegations.first { $0.label == "Ven" })
  let file = try ObservationsDocument(delegation: venezuela, registry: .standard, date: nil).file(of: own)
  for hasProperties in properties {
    var document = try WordReader.read(file)
    document.properties.hasLinesApart = hasProperties
    let reader = ObservationReader(
      registry: .standard, label: "Ven", base: base, present: base, isTheirs: { _ in true })
    let list = reader.read(document)
    let found = list.observations.map { observation in
      if case .text(_, let text) = observation.change { text } else { "\(observation.change)" }
    }
    #expect(found == (texts[0] == texts[1] ? [] : [texts[1]]), comment)
    #expect(list.remarks.isEmpty, comment)
  }
}

@Test(arguments: [
  ["a) a report on floods;", "b) a budget;", "c) a list of experts;", "d) a map of all rivers."],
  ["a) a budget;", "b) a report on floods;", "c) a list of experts;", "d) a map of all rivers."],
  ["a) a report on floods;", "b) a list of experts;", "c) a map of all rivers; and", "d) a budget."],
  ["a) a report on floods;", "b) a map of all rivers."],
  ["a) a map of all rivers."],
  ["a) a list of experts;", "b) a report on floods;", "c) a map of all rivers."],
  ["a report, a list, and a map of all rivers."],
])
func itemsThatComeOrGoWithTheirLettersAreReadAsTheyWereWritten(items: [String]) throws {
  let old = ["a) a report on floods;", "b) a list of experts;", "c) a map of all rivers."]
  try expectReadBack(old, items)
  try expectFormattedBack(old, items, properties: [true, false])
}

@Test(arguments: 0..<60)
func randomListsAreReadAsTheyWereWritten(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let words = ["a", "map", "list", "of", "rivers", "and", "the", "experts"]
  func item() -> String {
    (0..<Int.random(in: 2...5, using: &random)).map { _ in words.randomElement(using: &random) ?? "x" }
      .joined(separator: " ")
  }
  func lettered(_ items: [String]) -> [String] { zip("abcdefghij", items).map { "\($0)) \($1);" } }
  let old = (0..<Int.random(in: 2...4, using: &random)).map { _ in item() }
  var new = old
  for _ in 0..<Int.random(in: 1...3, using: &random) {
    let place = Int.random(in: 0...new.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where new.count > 2 && place < new.count: new.remove(at: place)
    case 1 where place < new.count: new[place] = item()
    default: new.insert(item(), at: place)
    }
  }
  try expectReadBack(lettered(old), lettered(new), "seed \(seed)")
  try expectFormattedBack(lettered(old), lettered(new), "seed \(seed)")
}
