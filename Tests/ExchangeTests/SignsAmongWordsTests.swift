import Drafting
import Exchange
import Notation
import TestSupport
import Testing

private let paragraph =
  "1. To ask [Mex: individuals ~~others~~] to take part in [Ven: all ~~the~~] work of [Mex: ~~this~~] year [Ven: 2027], and to report [Arg: each May / Bra: soon / Ven: – ~~at once~~]."

private let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(paragraph)\n")

private func run(_ text: some StringProtocol) -> String {
  text.isEmpty ? "" : "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}
private func typed(_ text: String) -> String { "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(text))</w:ins>" }
private func struck(_ text: some StringProtocol) -> String {
  text.isEmpty
    ? ""
    : "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private func read(_ content: String, by label: String) throws -> ObservationList {
  var reader = ObservationReader(
    registry: .standard, label: label, base: draft.reading(of: nil), present: draft.reading(of: label),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  return try reader.read(WordFiles.read(WordFiles.paragraph("RESOLVE:") + "<w:p>\(content)</w:p>"))
}

private func text(_ observation: Observation) -> String {
  switch observation.change {
  case .text(_, let text): text
  case .new(let text, _): text
  default: ""
  }
}

/// The paragraph in which words are struck, and others typed behind them.
private func changed(_ old: String, _ new: String = "") throws -> String {
  let range = try #require(paragraph.firstRange(of: old))
  return run(paragraph[..<range.lowerBound]) + struck(old) + (new.isEmpty ? "" : typed(new))
    + run(paragraph[range.upperBound...])
}

/// A bracket of the sender's own that has lost a sign is broken like any other.
@Test(arguments: ["[Mex: ", "ask [Mex: individuals", "individuals ~~", "~~]", "]", "others~~", "~~others", "~~] to"])
func ownBracketThatLostASignIsToldAndNothingIsMadeOfIt(words: String) throws {
  let list = try read(changed(words), by: "Mex")
  #expect(list.observations == [], "\(list.observations.map(text))")
  #expect(list.brokenCount == 1)
  #expect(list.remarks.count == 1, "\(list.remarks.map(\.message))")
  #expect(list.remarks.first?.message.hasPrefix("a bracket ") ?? false, "\(list.remarks.map(\.message))")
}

/// Nobody reads what its own bracket strikes: what changes in there is told, and all else is taken.
@Test(arguments: [("others", ""), ("others", "people"), ("other", "")])
func changeInsideOwnStruckWordsIsTold(words: String, new: String) throws {
  let content = try changed(words, new)
  let list = try read(content.replacing("report", with: "report</w:t></w:r>\(typed(" back"))<w:r><w:t>"), by: "Mex")
  #expect(
    list.observations.map(text) == ["To ask individuals to take part in the work of year, and to report back at once."])
  let said = "“\(words)” struck" + (new.isEmpty ? "" : ", “\(new)” typed")
  #expect(
    list.remarks.map(\.message) == [
      "inside words that Mex strikes and does not read a change was left out (\(said)): strike the whole bracket to take the"
        + " deletion back"
    ])
}

/// Who strikes the draft's own words which another strikes too reads them no more.
@Test func wordsThatAnotherStrikesTooCanBeStruck() throws {
  let list = try read(changed("this"), by: "Peru")
  #expect(list.observations.map(text) == ["To ask others to take part in the work of year, and to report at once."])
  #expect(list.remarks.isEmpty, "\(list.remarks.map(\.message))")
}

/// One of several brackets of another that is struck makes nobody a supporter of the rest.
@Test(arguments: [" [Ven: 2027]", "[Ven: all ~~the~~] "])
func oneStruckBracketOfSeveralStays(bracket: String) throws {
  let list = try read(changed(bracket), by: "Peru")
  #expect(list.observations == [], "\(list.observations.map(text))")
  #expect(
    list.remarks.map(\.message) == [
      "a bracket of Ven was struck, and stays: 'amend oppose' says that the delegation does not want it"
    ])
}

/// Words in front of those of a paragraph that the sender deletes come in their place.
@Test func wordsInOwnDeletedParagraphAreAskedFor() throws {
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n1. [Ven: ~~To thank the host country.~~]\n")
  let reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  let list = try reader.read(
    WordFiles.read(
      WordFiles.paragraph("RESOLVE:")
        + "<w:p>\(run("1. [Ven: "))\(typed("To wait. "))\(run("~~To thank the host country.~~]"))</w:p>"))
  #expect(list.observations.map(text) == ["To wait."], "\(list.remarks.map(\.message))")
}

/// Signs that the sender itself types are words.
@Test func signsThatTheSenderTypesAreItsWords() throws {
  let list = try read(changed(" take part", " use ~~ as a sign"), by: "Mex")
  #expect(list.observations.map(text).first?.contains("use ~~ as a sign") ?? false)
  #expect(list.brokenCount == 0 && list.remarks.isEmpty, "\(list.remarks.map(\.message))")
}

/// Whatever is struck and typed: no sign of the notation becomes a word, and no typed word is lost without a line.
@Test(arguments: ["Mex", "Ven", "Arg", "Peru"])
func anyChangeMakesNoWordsOfSignsAndLosesNoneUntold(label: String) throws {
  let places = Array(paragraph.indices.dropFirst(3))
  for seed in UInt64(0)..<200 {
    var random = SeededGenerator(seed: seed)
    let first = Int.random(in: places.indices, using: &random)
    let last = min(
      places.count - 1,
      first + Int.random(in: [0...0, 0...8, 0...60].randomElement(using: &random) ?? 0...8, using: &random))
    let isTyped = first == last || Bool.random(using: &random)
    let (start, end) = (places[first], places[last])
    let content =
      run(paragraph[..<start]) + struck(paragraph[start..<end]) + (isTyped ? typed("zebra") : "")
      + run(paragraph[end...])
    let list = try read(content, by: label)
    let texts = list.observations.map(text)
    let isLost = isTyped && list.remarks.isEmpty && !texts.contains { $0.contains("zebra") }
    #expect(
      !isLost && !texts.contains { $0.contains("~~") || $0.contains("[") },
      "seed \(seed): <\(paragraph[start..<end])|\(isTyped)>\(paragraph[end...]) \(texts) \(list.remarks.map(\.message))"
    )
  }
}
