import Exchange
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A document in which Venezuela and Brazil tracked random edits, and what `import-changes` made of it.
private struct TwoAuthors {
  let room: Room
  let edits: TrackedEdits
  let errors: String
  let base: String

  /// Each delegation's author.
  static let authors = ["VEN": "Ana", "BRA": "Bia"]

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    room = try Room()
    try room.write(Self.draft, to: "draft.txt")
    room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
    room.amend("consolidate", "--output", "ROOM/draft.docx")
    base = room.amend("reading", "--country", "PER").output
    var document = try WordReader.read(bytes(ofFile: room.folder("draft.docx")))
    let paragraphs = document.body.flatMap(\.paragraphs)
    let first = paragraphs.firstIndex { $0.runs.first?.text.hasPrefix("1.") ?? false } ?? 0
    var edits = TrackedEdits(Array(paragraphs[first...]), random: random)
    for _ in 0..<Int.random(in: 2...10, using: &random) {
      edits.edit(by: Bool.random(using: &random) ? "Ana" : "Bia")
    }
    self.edits = edits
    document.body = (paragraphs[..<first] + edits.paragraphs).map { .paragraph($0) }
    try room.write(WordWriter().write(document), to: "all.docx")
    let answer = room.amend(
      "import-changes", "ROOM/all.docx", "--author", "Ana=VEN", "--author", "Bia=BRA")
    errors = answer.errors
  }

  func reading(of code: String) -> String { room.amend("reading", "--country", code).output }

  static let draft: String = {
    var (lines, count) = ([String](), 0)
    for number in 1...5 {
      let words = (0..<(5 + number * 3 % 7)).map { _ in
        count += 1
        return TrackedEdits.word("k", count)
      }
      lines.append("\(number). \(words.joined(separator: " "))\(number == 5 ? "." : ";")")
    }
    return "DRAFT RESOLUTION\n\nRESOLVES:\n\n" + lines.joined(separator: "\n\n") + "\n"
  }()

  /// `AMEND_AUTHORS=1-3000`, else a few that have found faults.
  static let seeds: [UInt64] = {
    let range = unsafe getenv("AMEND_AUTHORS").map { unsafe String(cString: $0) } ?? ""
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2
      ? Array(ends[0]...ends[1]) : [132, 164, 234, 289, 374, 937, 1455, 1611, 2281, 2972, 3079, 3232, 3368]
  }()
}

/// What an author put in stands in its reading or is named, and nothing else changes in anybody's reading.
@Test(arguments: TwoAuthors.seeds)
func wordsOfSeveralAuthorsInOneDocumentAreReadOrNamed(seed: UInt64) throws {
  let document = try TwoAuthors(seed: seed)
  let (edits, told) = (document.edits, Set(document.errors.words))
  var faults: [String] = []
  if document.reading(of: "PER") != document.base { faults.append("the draft changed") }
  for (code, author) in TwoAuthors.authors {
    let other = author == "Ana" ? "Bia" : "Ana"
    let words = document.reading(of: code).words
    let read = Set(words)
    let own = edits.inserted[author] ?? []
    let struck = edits.struck[author] ?? []
    let passedOver = edits.passedOver[author] ?? []
    let twice = Dictionary(grouping: words, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    if !twice.isEmpty { faults.append("\(code) reads twice: \(twice)") }
    let lost = own.subtracting(read).subtracting(told).sorted()
    if !lost.isEmpty { faults.append("\(code) lost: \(lost)") }
    // Who amends or supports another's proposal reads that.
    let amends = document.errors.split(separator: "\n").contains { line in
      line.hasPrefix("\(code) ") && (line.contains(", on ") || line.contains(" supports "))
    }
    let base = Set(document.base.words)
    let gone = base.subtracting(read).subtracting(struck).subtracting(passedOver).subtracting(
      amends ? edits.struck[other] ?? [] : [])
    if !gone.isEmpty { faults.append("\(code) reads no more: \(gone.sorted())") }
    let strange = read.subtracting(base).subtracting(own).subtracting(amends ? edits.inserted[other] ?? [] : [])
    if !strange.isEmpty { faults.append("\(code) reads besides: \(strange.sorted())") }
    let standing = struck.intersection(read)
    let remarks = document.errors.split(separator: "\n").filter {
      $0.hasPrefix("ROOM/") && !$0.contains(" were split off from ") && !$0.contains(" were joined to ")
    }
    if !standing.isEmpty, remarks.isEmpty { faults.append("\(code) still reads: \(standing.sorted())") }
    let paragraphs = document.reading(of: code).split(separator: "\n").map { String($0).words }
    let wanted = edits.reading(of: author)
    let texts = [paragraphs, wanted].map { texts in
      texts.map { $0.filter { !passedOver.contains($0) } }.filter { !$0.isEmpty }
    }
    if !amends, remarks.isEmpty, texts[0] != texts[1] {
      let differing = texts[0].filter { !wanted.contains($0) }.map { $0.joined(separator: " ") }
      faults.append("\(code) reads otherwise than its author: \(differing)")
    }
  }
  #expect(faults == [], "seed \(seed): \(document.errors)")
}
