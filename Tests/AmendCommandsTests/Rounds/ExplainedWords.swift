import JSON
import TestSupport
import Testing

/// Whether the audit of a negotiation that has come to its clean text explains every word of that text, as the program
/// tells it; git is asked whether what it tells is true.
struct ExplainedWords {
  let room: Room
  /// Runs the program with these words and gives what it writes.
  let amend: ([String]) throws -> Outcome
  /// The decisions of the chair, the import among them.
  private let decisions: Set<String>
  /// What was asked of git before: when and by whom a commit was made, and what it put in.
  private var commits: [String: (date: String, author: String, message: String, added: String)] = [:]

  /// How many runs of words were looked at, and how many of them the chair adopted from somebody.
  private(set) var count = (runs: 0, adopted: 0)

  init(in room: Room, _ amend: @escaping ([String]) throws -> Outcome) throws {
    self.room = room
    self.amend = amend
    decisions = Set(try room.git("rev-list", "--first-parent", "main").split(separator: "\n").map(String.init))
  }

  /// Asks `amend blame` about every paragraph and heading of `amend clean`.
  mutating func expectEveryWord() throws {
    let draft = try json(["clean", "--json"])["draft"]
    let items = try #require(draft?["sections"]?.array).flatMap { $0["items"]?.array ?? [] }
    #expect(items.count > 30)
    for item in items {
      let identifier = try #require(item["identifier"]?.string)
      let blame = try json(["blame", "@\(identifier)", "--json"])
      var text = ""
      for piece in try #require(blame["pieces"]?.array) where piece["stands"]?.bool == true {
        let words = try #require(piece["text"]?.string)
        text += words
        try expectExplained(words, piece, "\(identifier): '\(words)'")
      }
      #expect(text == item["text"]?.string, "\(identifier)")
    }
  }

  /// Somebody brought the words in, by a commit that has them; words of a delegation's stand by a decision of the chair.
  private mutating func expectExplained(_ words: String, _ piece: JSONValue, _ comment: Comment) throws {
    count.runs += 1
    let broughtIn = try #require(piece["broughtIn"], comment)
    let commit = try expectTrue(broughtIn, comment)
    for word in words.split(whereSeparator: \.isWhitespace) {
      #expect(commit.added.contains(word), "\(comment): nothing in what \(broughtIn["commit"]?.string ?? "") put in")
    }
    if decisions.contains(broughtIn["commit"]?.string ?? "") {
      #expect(broughtIn["country"] == .null, comment)
      return
    }
    let country = try #require(broughtIn["country"]?.string, comment)
    count.adopted += 1
    let adopted = try #require(piece["adopted"], comment)
    let decision = try expectTrue(adopted, comment)
    #expect(decisions.contains(adopted["commit"]?.string ?? ""), comment)
    #expect(adopted["country"] == .null && adopted["action"]?.string == "adopt", comment)
    #expect(decision.message.contains("\nAdopted: \(country) "), comment)
  }

  /// The commit of an act, which must be as the act tells.
  private mutating func expectTrue(
    _ act: JSONValue, _ comment: Comment
  ) throws -> (date: String, author: String, message: String, added: String) {
    let id = try #require(act["commit"]?.string, comment)
    let commit = try commits[id] ?? asked(id)
    commits[id] = commit
    #expect(act["date"]?.string == commit.date, comment)
    #expect(act["author"]?.string == commit.author, comment)
    return commit
  }

  private func asked(_ id: String) throws -> (date: String, author: String, message: String, added: String) {
    let head = try room.git("log", "-1", "--format=%aI%n%an%n%B", id).split(
      separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    let added = try room.git("show", "--format=", "--unified=0", id, "--", "paragraphs").split(separator: "\n")
      .filter { $0.hasPrefix("+") }.joined(separator: "\n")
    return (String(head[0]).replacing("+00:00", with: "Z"), String(head[1]), String(head[2]), added)
  }

  private func json(_ words: [String]) throws -> JSONValue {
    let outcome = try amend(words)
    try #require(outcome.status == 0, "\(words): \(outcome.errors)")
    return try JSONValue(reading: outcome.output)
  }
}
