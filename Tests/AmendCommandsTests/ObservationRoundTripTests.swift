import Drafting
import Merging
import Notation
import TestSupport
import Testing

/// Random proposals of several delegations, in the order in which a document tells them.
private struct RandomProposals {
  private var random: SeededGenerator
  private(set) var draft = ""

  /// The command lines of each delegation.
  private(set) var acts: [(country: String, words: [[String]])] = []

  /// The delegations that move a paragraph: a document tells that elsewhere.
  private var moves: Set<String> = []
  let hasMoves: Bool
  private var texts: [String: String] = [:]
  private var paragraphs: [(address: String, text: String, isApproved: Bool)] = []

  private static let words = [
    "the", "States", "shall", "shall", "not", "cooperate,", "and", "others;", "“voluntary”", "12/04", "measures", "of",
    "A&B", "<x>", "ñandú", "report", "every", "year",
  ]

  /// Words that stand in a text as they are and look like the notation, besides the others.
  private static let signs = ["[Mex:", "individuals]", "~~", "[Bra: x]", "\\", "[sic]", "Ven:", "–", "/"]
  private let all: [String]

  init(seed: UInt64, hasSigns: Bool = false) {
    random = SeededGenerator(seed: seed)
    all = Self.words + (hasSigns ? Self.signs + Self.signs : [])
    // A document tells moves in an order of its own: then commits, and what amends them, have other names.
    hasMoves = Bool.random(using: &random)
    draft = "DRAFT DECLARATION\n\n"
    for (section, heading) in [("preamble", "THE ASSEMBLY,"), ("operative", "RESOLVES:")] {
      draft += "\(heading)\n\n"
      for number in 1...Int.random(in: 3...5, using: &random) {
        // Words of its own, so that a paragraph is known without its identifier too.
        let text = words(6...12).joined(separator: " ") + " (paragraph \(section) \(number))"
        let isApproved = Int.random(in: 0..<8, using: &random) == 0
        let written = BracketWriter(labels: LabelTable(registry: .standard)).write(BracketedText(text: text))
        draft += "\(number). \(written)\(isApproved ? " APPROVED" : "")\n\n"
        paragraphs.append(("\(section)/\(number)", text, isApproved))
      }
    }
    for country in ["VEN", "MEX"] { acts.append((country, proposals(country))) }
  }

  /// What one delegation proposes; where it amends another's proposal, the texts of that.
  private mutating func proposals(_ country: String) -> [[String]] {
    var acts: [[String]] = []
    var deletions: [[String]] = []
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isApproved {
      let reason = Bool.random(using: &random) ? ["--reason", words(2...4).joined(separator: " ")] : []
      if country == "MEX", !hasMoves, let theirs = texts[paragraph.address], Bool.random(using: &random) {
        let text = edited(theirs)
        // What amends a proposal back to the draft's own words shows in no document.
        if text != paragraph.text, text != theirs {
          acts.append(["--paragraph", paragraph.address, "--on", "VEN", "--text", text] + reason)
        }
        continue
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1:
        let text = edited(paragraph.text)
        if text == paragraph.text { continue }
        if country == "VEN" { texts[paragraph.address] = text }
        acts.append(["--paragraph", paragraph.address, "--text", text] + reason)
      case 2:
        let text = words(5...9).joined(separator: " ") + " (new)"
        acts.append(["--new-after", paragraph.address, "--text", text] + reason)
      case 3: deletions.append(["--paragraph", paragraph.address, "--delete-paragraph"] + reason)
      case 4 where hasMoves && !moves.contains(country):
        // Far enough that no other paragraph could be said to have moved instead.
        let places = paragraphs.indices.filter { abs($0 - index) > 2 }
        guard let place = places.randomElement(using: &random) else { continue }
        moves.insert(country)
        acts.append(["--paragraph", paragraph.address, "--move-after", paragraphs[place].address])
      default: break
      }
    }
    return acts + deletions
  }

  private mutating func words(_ count: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: count, using: &random)).map { _ in all.randomElement(using: &random) ?? "x" }
  }

  private mutating func edited(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<(words.count - 3), using: &random)
      if words.count > 6, Bool.random(using: &random) {
        words.remove(at: place)
      } else {
        words.insert(all.randomElement(using: &random) ?? "x", at: place)
      }
    }
    return words.joined(separator: " ")
  }
}

/// The commits of a delegation, the oldest first, each its message and the tree that it made.
private func commits(_ room: Room, _ repository: String, _ country: String, _ format: String) throws -> [String] {
  let outcome = try run(
    "git", ["log", "--reverse", "--format=\(format)%x00", "main..delegations/\(country)"],
    environment: TemporaryRepository.environment(home: room.folder.path), in: room.folder(repository),
    scratch: room.folder.path)
  return outcome.output.split(separator: "\0").map { String($0.drop(while: \.isNewline)) }.filter { !$0.isEmpty }
}

@Test(arguments: [1, 2, 3, 5, 6, 8, 9, 10, 15, 47])
func observationsComeBackFromWordAsTheSameCommits(seed: UInt64) throws {
  try expectSameCommits(RandomProposals(seed: seed), seed)
}

@Test(arguments: 101...104)
func wordsThatLookLikeTheNotationComeBackFromWordAsWords(seed: UInt64) throws {
  try expectSameCommits(RandomProposals(seed: seed, hasSigns: true), seed)
}

private func expectSameCommits(_ random: RandomProposals, _ seed: UInt64) throws {
  let room = try Room()
  let clock = ["AMEND_DATE": "2026-03-15T10:00:00Z"]
  func amend(_ repository: String, _ words: [String]) {
    let answer = room.amend(
      words, environment: clock.merging(["AMEND_REPO": room.folder(repository)]) { _, new in new })
    #expect(answer.status == 0, "seed \(seed): \(words)\n\(answer.errors)")
  }
  func copy(_ old: String, _ new: String) throws {
    _ = try run("cp", ["-r", old, new], in: room.folder.path, scratch: room.folder.path)
  }
  try room.write(random.draft, to: "draft.txt")
  amend("talks", ["import", "ROOM/draft.txt", "--repo", "ROOM/talks"])
  try copy("talks", "plain")
  for (country, acts) in random.acts {
    for act in acts { amend("talks", ["propose", "--country", country] + act) }
  }
  let senders = random.acts.filter { !$0.words.isEmpty }.map(\.country)
  for look in ["marks", "tracked"] {
    try copy("plain", look)
    for country in senders {
      let file = "ROOM/\(country)-\(look).docx"
      amend(
        "talks",
        ["observations", "--country", country, "--output", file] + (look == "tracked" ? ["--tracked"] : []))
      amend(look, look == "tracked" ? ["import-changes", file] : ["propose", "--country", country, "--from", file])
    }
    for country in senders {
      let format = !random.hasMoves ? "%H%n%B" : "%B"
      var (theirs, ours) = (try commits(room, "talks", country, format), try commits(room, look, country, format))
      if random.hasMoves { (theirs, ours) = (theirs.sorted(), ours.sorted()) }
      #expect(ours.count == theirs.count, "seed \(seed), \(look)")
      for (own, their) in zip(ours, theirs) { #expect(own == their, "seed \(seed), \(look)") }
      let branch = "refs/heads/delegations/\(country)"
      let trees = try ["talks", look].map { repository in
        try run(
          "sh", ["-c", "git cat-file --batch --buffer; git rev-parse \(branch)^{tree}"],
          input: Array("\(branch):outline/preamble\n\(branch):outline/operative\n".utf8), in: room.folder(repository),
          scratch: room.folder.path
        ).output
      }
      #expect(trees[0] == trees[1], "seed \(seed), \(look), \(country)")
    }
  }
}

/// New paragraphs that stand otherwise than they were numbered keep their numbers on the way through a document.
@Test(arguments: [[], ["--tracked"]])
func numbersOfNewParagraphsComeBackFromObservations(form: [String]) throws {
  let room = try Room()
  try room.write("RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "VEN", "--new-after", "OP1", "--text", "To dance with none.")
  room.amend("propose", "--country", "VEN", "--new-after", "OP1", "--text", "To sing with all.")
  let draft = room.amend("consolidate").output
  #expect(draft.contains("1 ter. [Ven: To sing with all.]\n\n1 bis. [Ven: To dance with none.]"))
  room.amend(["observations", "--country", "VEN", "--output", "ROOM/ven.docx"] + form)
  try room.git("update-ref", "-d", "refs/heads/delegations/VEN")
  #expect(room.amend("propose", "--country", "VEN", "--from", "ROOM/ven.docx").status == 0)
  #expect(room.amend("consolidate").output == draft)
}
