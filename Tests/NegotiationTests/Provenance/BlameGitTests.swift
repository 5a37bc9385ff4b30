import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Where git's blame of lines can be asked, it agrees")
struct BlameGitTests {
  @Test(arguments: 1...5 as ClosedRange<UInt64>) func oneWordALine(_ seed: UInt64) throws {
    var history = try LineHistory(seed: seed, wordsALine: 1)
    for _ in 1...25 { try history.change(deletes: true) }
    try #expect(history.wordCommits().compactMap { $0.max() } == history.gitCommits(), "seed \(seed)")
  }

  /// Git credits a line to its last change: the newest of its words.
  @Test(arguments: 1...5 as ClosedRange<UInt64>) func oneSentenceALine(_ seed: UInt64) throws {
    var history = try LineHistory(seed: seed, wordsALine: 8)
    for _ in 1...25 { try history.change(deletes: false) }
    try #expect(history.wordCommits().compactMap { $0.max() } == history.gitCommits(), "seed \(seed)")
  }
}

/// One paragraph that another program changes on main, line by line.
private struct LineHistory {
  private let meeting: Meeting
  private var random: SeededGenerator
  private var lines: [[String]]
  private var count = 0
  private let identifier: ParagraphIdentifier
  private var order: [String: Int] = [:]

  init(seed: UInt64, wordsALine: Int) throws {
    meeting = try Meeting()
    random = SeededGenerator(seed: seed)
    identifier = try meeting.open().place(at: ParagraphAddress("operative/1")).entry.identifier
    lines = []
    for _ in 0..<(wordsALine == 1 ? 40 : 8) { lines.append((0..<wordsALine).map { _ in fresh() }) }
    try commit()
  }

  private mutating func fresh() -> String {
    count += 1
    return "word\(count)"
  }

  /// Changes a few words of the paragraph; sentences lose none, for git credits a line to who took a word out of it.
  mutating func change(deletes: Bool) throws {
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where deletes && lines.count > 20: lines.remove(at: line)
      case 1: lines.insert(lines[line].map { _ in fresh() }, at: line)
      default: lines[line][Int.random(in: 0..<lines[line].count, using: &random)] = fresh()
      }
    }
    try commit()
  }

  private mutating func commit() throws {
    var paragraph = try #require(try meeting.open().main.paragraph(identifier))
    paragraph.text = lines.map { $0.joined(separator: " ") }.joined(separator: "\n")
    try meeting.write([identifier.path: paragraph.fileText], to: ReferenceNames.main)
    order[try meeting.open().main.commit.description] = order.count
  }

  /// The place in the history of the commit that each word of each line is credited to.
  func wordCommits() throws -> [[Int]] {
    let negotiation = try meeting.open()
    var places: [String: Int] = [:]
    for piece in try negotiation.blame(negotiation.place(at: ParagraphAddress("@\(identifier)"))).pieces {
      guard case .words(let words) = piece else { continue }
      for word in words.text.split(whereSeparator: \.isWhitespace) {
        places[String(word)] = order[words.credit.broughtIn.commit.description]
      }
    }
    return lines.map { line in line.map { places[$0] ?? -1 } }
  }

  func gitCommits() throws -> [Int] {
    let output = try meeting.temporary.git("blame", "-l", "-s", "main", "--", identifier.path)
    return output.split(separator: "\n").compactMap { line in
      guard line.contains(") word") || line.contains(")  word") else { return nil }
      return order[String(line.prefix(40))]
    }
  }
}
