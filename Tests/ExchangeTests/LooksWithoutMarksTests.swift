import Drafting
import Exchange
import Notation
import Testing

private let draft = identifiedDraft(
  "DECLARATION\n\nRESOLVE:\n\n1. To report in March.\n\n2. To thank the [Chile: kind ~~host~~] country.\n")

private func remarks(_ first: String, _ marks: ObservationMarks?) throws -> [String] {
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let second =
    run("2. To thank the [Chile: ") + run("kind", "<w:b/><w:u w:val=\"single\"/>") + run(" ")
    + run("host", "<w:b/><w:strike/>") + run("] country.")
  let body = [first, second].map { "<w:p>\($0)</w:p>" }.joined()
  return reader.read(try WordFiles.read(body), marks: marks).remarks.map(\.message)
}

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

@Test func struckWordsAreToldWhereTheWordsAloneAreCompared() throws {
  let struck =
    run("1. To report in ") + run("May", "<w:b/><w:u w:val=\"single\"/>") + run("March", "<w:b/><w:strike/>") + run(".")
  #expect(
    try remarks(struck, ObservationMarks.none) == [
      "words are struck through, or bold and underlined, and were taken as words like any others; --marks formatting takes"
        + " them for deletions and additions"
    ])
  // The looks of words in brackets say what the brackets say.
  #expect(try remarks(run("1. To report in May."), ObservationMarks.none) == [])
  #expect(try remarks(struck, .formatting) == [])
  // Nor do tracked changes look so.
  let tracked =
    run("1. To report in March") + "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(" and May"))</w:ins>" + run(".")
  #expect(try remarks(tracked, ObservationMarks.none) == [])
}
