import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

extension DecisionRound {
  /// What is found, a line an answer; what is found in the text stands between asterisks.
  func found(_ words: String..., filter: SearchFilter = SearchFilter()) throws -> [String] {
    try open().search(SearchQuery(words), filter, program: "test").hits.map { hit in
      let bytes = Array(hit.text.utf8)
      var (text, done) = ("", 0)
      for place in hit.places where place.lowerBound >= done {
        text += String(decoding: bytes[done..<place.lowerBound], as: UTF8.self)
        text += "*" + String(decoding: bytes[place], as: UTF8.self) + "*"
        done = place.upperBound
      }
      text += String(decoding: bytes[done...], as: UTF8.self)
      return "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue): \(text)"
    }
  }
}

@Suite("Searching")
struct SearchTests {
  /// An amendment brings no more in what was adopted of the proposal that it amends.
  @Test func adoptedWordsAreNotTheAmendments() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "on ponds")
    try round.propose("ARG", "operative/2", .text(.insertBefore("deep", before: Passage("ponds"))), on: "MEX")
    try round.adopt("operative/2", "MEX")
    try expectLines(
      round.found("ponds"),
      [
        "operative/2 - current: To urge the member states to act on *ponds*.",
        "operative/2 ARG satisfied: To urge the member states to act on deep *ponds*.",
        "operative/2 MEX adopted: To urge the member states to act on *ponds*.",
      ])
    try expectLines(
      round.found("deep"), ["operative/2 ARG standing: To urge the member states to act on *deep* ponds."])
  }

  @Test func ligaturesAreTheirLetters() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/3", "To have at heart (cœur) the œuvre of each curriculum vitæ.")
    for words in ["coeur", "cœur", "Œuvre", "oeuvre", "vitae"] {
      #expect(try round.found(words).count == 1, "\(words)")
    }
  }

  @Test func chairsWordsAreOfTheDayOnWhichTheyCame() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/3", "To thank the host country warmly for its welcome.")
    let came = try round.open().main.commit
    try round.adoptText("operative/3", "To thank the host country warmly for its hospitality.")
    let hits = try round.open().search(SearchQuery(["warmly"]), SearchFilter(), program: "test").hits
    #expect(hits.map(\.commit) == [came])
    #expect(hits.first?.text.contains("hospitality") ?? false)
  }

  /// Its words went along into the paragraph that the other was joined to, and were adopted there.
  /// Words that a proposal had from the chair's text are its own once they are gone from there.
  @Test func wordsThatTheChairTakesBackStandWhereTheyAreKept() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/3", "To thank the zebra of the land for its welcome.")
    try round.replace("ARG", "operative/3", "the land", "the wide land")
    try expect(
      round.found("zebra"), is: ["operative/3 - current: To thank the *zebra* of the land for its welcome."])
    try round.undo()
    try expect(
      round.found("zebra"),
      is: [
        "operative/3 ARG standing: To thank the *zebra* of the wide land for its welcome.",
        "operative/3 - former: To thank the *zebra* of the land for its welcome.",
      ])
    try round.expectSound()
  }

  @Test func proposalThatWentAlongIsToldOnce() throws {
    let round = try DecisionRound()
    try round.replace("HND", "operative/2", "the member states", "experts")
    let proposal = try #require(try round.open().delegationTips().first?.tip)
    try round.join("operative/1", "operative/2")
    let standing = try round.open().search(SearchQuery(["experts"]), SearchFilter(), program: "test").hits
    #expect(standing.map(\.state) == [.standing])
    #expect(standing.map(\.commit) == [proposal])
    try round.adopt("operative/1", "HND")
    let hits = try round.open().search(SearchQuery(["experts"]), SearchFilter(), program: "test").hits
    #expect(hits.map(\.state) == [.current, .adopted])
    #expect(hits.last?.commit == proposal)
  }

  /// Whose words were taken the decision names, for this report as for the story of one proposal.
  @Test func whatTheTextSaysWithoutItIsSatisfiedAndNotAdopted() throws {
    let round = try DecisionRound()
    for code in ["VEN", "MEX"] { try round.replace(code, "OP1", "others", "individuals") }
    try round.replace("BRA", "OP2", "without delay", "individually")
    try round.support("CHL", "OP1", of: "VEN")
    try round.adopt("OP1", "VEN")
    try round.adoptText("OP2", "To urge the member states to act individually.")
    let negotiation = try round.open()
    let hits = try negotiation.search(SearchQuery(["individual*"]), SearchFilter(), program: "test").hits
      .filter { $0.delegation != nil }
    expectLines(
      hits.map { "\($0.delegation?.code.description ?? "") \($0.state)" }.sorted(),
      ["BRA satisfied", "CHL satisfied", "MEX satisfied", "VEN adopted"])
    for hit in hits {
      let told = try #require(try negotiation.story(of: hit.commit).proposals[hit.identifier]?.state)
      let isAdopted = if case .adopted = told { true } else { false }
      #expect(isAdopted == (hit.state == .adopted), "\(hit.commit)")
    }
  }

  @Test func whoEverProposedIt() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals with due diligence")
    try round.replace("MEX", "OP2", "without delay", "with due diligence")
    try round.support("CHL", "OP2", of: "MEX")
    try round.replace("BRA", "OP2", "act", "act fast")
    _ = try round.open().withdraw(ParagraphAddress("OP2"), by: named("CHL"), act: round.act())
    try round.replace("BRA", "OP2", "fast", "slowly")
    try round.adopt("OP1", "VEN")
    try round.reject("OP2", "MEX")
    try expectLines(
      round.found("due diligence"),
      [
        "operative/1 - current: To protect all witnesses and individuals with *due diligence*.",
        "operative/2 CHL withdrawn: To urge the member states to act with *due diligence*.",
        "operative/2 MEX rejected: To urge the member states to act with *due diligence*.",
        "operative/1 VEN adopted: To protect all witnesses and individuals with *due diligence*.",
      ])
    try expectLines(
      round.found("fast"), ["operative/2 BRA superseded: To urge the member states to act *fast* without delay."])
    try expectLines(
      round.found("slowly"), ["operative/2 BRA standing: To urge the member states to act *slowly* without delay."])
    try expectLines(round.found("others"), ["operative/1 - former: To protect all witnesses and *others*."])
    try round.undo()
    var standing = SearchFilter()
    standing.states = [.standing]
    try expectLines(
      round.found("dilig*", filter: standing),
      [
        "operative/2 MEX standing: To urge the member states to act with due *diligence*."
      ])
    try round.undo()
    try expectLines(
      round.found("individuals"),
      [
        "operative/1 VEN standing: To protect all witnesses and *individuals* with due diligence.",
        "operative/1 - former: To protect all witnesses and *individuals* with due diligence.",
      ])
    try round.expectVerified()
  }

  @Test func whatIsNarrowedDown() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "water")
    let between = round.act().time
    try round.replace("MEX", "OP2", "without delay", "by water")
    try round.replace("MEX", "PP2", "report", "water")
    var filter = SearchFilter()
    filter.delegation = try named("MEX").code
    try expectLines(round.found("water", filter: filter).map { String($0.prefix(11)) }, ["preamble/2 ", "operative/2"])
    filter.section = try SectionName("operative")
    try expectLines(round.found("water", filter: filter).map { String($0.prefix(11)) }, ["operative/2"])
    filter = SearchFilter()
    filter.times.until = .moment(between)
    try expectLines(round.found("water", filter: filter).map { String($0.prefix(11)) }, ["operative/1"])
    filter = SearchFilter()
    filter.times.since = .moment(between)
    filter.paragraph = try ParagraphIdentifier("p0006")
    try expectLines(round.found("water", filter: filter).map { String($0.prefix(11)) }, ["operative/2"])
    filter.states = [.withdrawn]
    try expectLines(round.found("water", filter: filter), [])
  }

  @Test(arguments: [
    ("leau", []), ("eau", ["L'*eau* coule à l’*eau*."]), ("EAU", ["L'*eau* coule à l’*eau*."]),
    ("a l'eau", ["L'eau coule *à l’eau*."]), ("l'eau", ["*L'eau* coule à *l’eau*."]),
    ("coule a", ["L'eau *coule à* l’eau."]),
    ("nino", ["El *niño* y la ni\u{F1}ez."]), ("ñiño", ["El *niño* y la niñez."]),
    ("NIÑ*", ["El *niño* y la *niñez*."]),
    ("well being", ["The *well-being* of all."]), ("well-being", ["The *well-being* of all."]), ("wellbeing", []),
    ("acao", ["A *ação* do Estado."]), ("1", []), ("estado", ["A ação do *Estado*."]),
    ("\"OR\" NEAR(", []), ("' OR 1=1 --", []), ("коль", ["Слово *Коль* тут."]), ("^all", ["The well-being of *all*."]),
    ("all*", ["The well-being of *all*."]), ("text:all", []), ("-all", ["The well-being of *all*."]),
  ])
  func accentsArticlesHyphensAndSigns(words: String, expected: [String]) throws {
    let round = try DecisionRound(
      """
      TITLE

      THE GENERAL ASSEMBLY,

      RESOLVE:

      1. L'eau coule à l’eau.

      2. El niño y la niñez.

      3. The well-being of all.

      4. A ação do Estado.

      5. Слово Коль тут.
      """)
    try expectLines(round.found(words).map { String($0.split(separator: ": ", maxSplits: 1)[1]) }, expected)
  }

  @Test func severalWordsAreAllOfThem() throws {
    let round = try DecisionRound()
    try expectLines(
      round.found("host", "welcome"), ["operative/3 - current: To thank the *host* country for its *welcome*."])
    try expectLines(round.found("welcome", "witnesses"), [])
    #expect(try round.found("\"host country\" thank").count == 1)
    try expectLines(round.found("\"country host\""), [])
    #expect(throws: NegotiationError.self) { try round.found("*", "\"-\"") }
  }

  @Test func nearWordIsSuggested() throws {
    let round = try DecisionRound()
    let answer = try round.open().search(SearchQuery(["witneses"]), program: "test")
    #expect(answer.suggestion == "witnesses")
    #expect(try round.open().search(SearchQuery(["xylophone"]), program: "test").suggestion == nil)
  }
}
