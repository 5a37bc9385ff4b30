import Drafting
import Foundation
import Git
import Merging
@testable import Negotiation
import TestSupport
import Testing

/// Histories in which every word is written once only: who wrote it, when it came into the chair's text and when it left
/// it can then be found by looking at every file of every commit, and nothing else.
@Suite("Blame equals a plain walk over every commit")
struct BlameOracleTests {
  @Test(arguments: BlameOracleTests.seeds) func onRandomHistories(_ seed: UInt64) throws {
    var walk = try ProvenanceWalk(seed: seed, amends: seed.isMultiple(of: 9))
    for _ in 1...22 { try walk.step() }
    let negotiation = try walk.round.open()
    let oracle = try EveryFile(negotiation)
    for place in try negotiation.main.order().places where place.entry.number != nil {
      let blame = try negotiation.blame(place, isConsolidated: true)
      let chairs = try Set(EveryFile.words(in: negotiation.main.paragraph(place.entry.identifier)?.text ?? ""))
      check(blame.pieces, oracle, "seed \(seed), \(place.address)", chairs)
      let current = try negotiation.blame(place)
      let text = current.pieces.map { if case .words(let words) = $0 { words.text } else { "" } }.joined()
      try #expect(text == negotiation.main.paragraph(place.entry.identifier)?.text, "seed \(seed), \(place.address)")
      check(current.pieces, oracle, "seed \(seed), \(place.address)")
    }
    var former: Set<String> = []
    for place in try negotiation.main.order().places {
      for case .former(let words) in try negotiation.blame(place).pieces {
        former.formUnion(
          words.text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.hasPrefix("w") })
      }
    }
    #expect(former.isSubset(of: oracle.gone.keys), "seed \(seed)")
    #expect(oracle.goneFromStanding.isSubset(of: former), "seed \(seed)")
  }

  /// `AMEND_BLAMES=1-300`, else a few.
  static let seeds: [UInt64] = {
    let range = unsafe getenv("AMEND_BLAMES").map { unsafe String(cString: $0) } ?? ""
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 ? Array(ends[0]...ends[1]) : Array(1...9)
  }()

  /// - Parameter chairs: words of the chair's that a delegation may have as well, since it had them when the chair took them
  ///   back: there they are not adopted.
  private func check(
    _ pieces: [BlamePiece], _ oracle: EveryFile, _ comment: String, _ chairs: Set<String> = [], isAside: Bool = false
  ) {
    for piece in pieces {
      switch piece {
      case .words(let words), .former(let words):
        for word in EveryFile.words(in: words.text) {
          let credit = words.credit
          #expect(credit.broughtIn.commit == oracle.born[word], "\(comment): \(word)")
          if let entered = oracle.entered[word], entered != oracle.born[word], !isAside || !chairs.contains(word) {
            #expect(credit.adopted?.commit == entered, "\(comment): \(word)")
          }
          // Who only carries words along has neither brought them in nor struck them.
          for deed in [credit.broughtIn] + credit.struck {
            let carries: [Action?] = [.follow, .split, .join, .undo]
            #expect(!carries.contains(deed.action), "\(comment): \(word) by \(deed.commit)")
          }
          if case .former = piece {
            #expect((credit.struckBy ?? credit.struck.first)?.commit == oracle.gone[word], "\(comment): \(word)")
          }
        }
      case .bracket(let bracket):
        for side in bracket.alternatives { check(side.pieces, oracle, comment, chairs, isAside: true) }
        if let struck = bracket.struck { check(struck, oracle, comment, chairs, isAside: isAside) }
      }
    }
  }
}

/// What looking at every commit says of each word.
private struct EveryFile {
  /// The first commit that has it; the first commit of main that is not undone; the last such commit that took it away.
  var born: [String: ObjectID] = [:]
  var entered: [String: ObjectID] = [:]
  var gone: [String: ObjectID] = [:]

  /// The words that are gone from paragraphs that stand.
  var goneFromStanding: Set<String> = []

  init(_ negotiation: Negotiation) throws {
    let repository = negotiation.repository
    let branches = try [negotiation.main.commit] + negotiation.delegationTips().map(\.tip)
    let main = try standingDecisions(of: negotiation.main.commit, in: repository)
    var lastHome: [String: ParagraphIdentifier] = [:]
    var all: [Commit] = try repository.commits(from: branches, order: .oldestFirst).map { try repository.commit($0) }
    all.sort { ($0.committer.seconds, $0.parents.count) < ($1.committer.seconds, $1.parents.count) }
    for commit in all {
      let now = try Self.words(Snapshot(repository, commit: commit.id))
      for word in now.keys where born[word] == nil { born[word] = commit.id }
      guard main.contains(commit.id) else { continue }
      for (word, home) in now {
        if entered[word] == nil { entered[word] = commit.id }
        lastHome[word] = home
        gone[word] = nil
      }
      for word in entered.keys where now[word] == nil && gone[word] == nil { gone[word] = commit.id }
      // What was struck in a paragraph goes where its words go.
      let message = CommitMessage(text: commit.message)
      let pair = message.values(.identifier).compactMap { try? ParagraphIdentifier($0) }
      guard message.action == .join, pair.count == 2 else { continue }
      for word in gone.keys where lastHome[word] == pair[1] { lastHome[word] = pair[0] }
    }
    let standing = Set(try negotiation.main.order().places.map(\.entry.identifier))
    goneFromStanding = Set(gone.keys.filter { lastHome[$0].map(standing.contains) ?? false })
  }

  static func words(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.hasPrefix("w") }
  }

  private static func words(_ snapshot: Snapshot) throws -> [String: ParagraphIdentifier] {
    var words: [String: ParagraphIdentifier] = [:]
    for identifier in try snapshot.paragraphFiles().keys {
      for word in Self.words(in: try snapshot.paragraph(identifier)?.text ?? "") { words[word] = identifier }
    }
    return words
  }
}

/// The commits of main without what was undone, and without the undoing: the chair's text came to be by these alone.
private func standingDecisions(of commit: ObjectID, in repository: Repository) throws -> Set<ObjectID> {
  var standing: [ObjectID] = []
  for id in try firstParents(of: commit, in: repository).reversed() {
    let message = CommitMessage(text: try repository.commit(id).message)
    if message.action == .undo, let undone = message.first(.undoes) {
      standing.removeSubrange((standing.firstIndex { $0.hex == undone } ?? standing.count)...)
    } else {
      standing.append(id)
    }
  }
  return Set(standing)
}

/// A commit with all that came before it by first parents.
private func firstParents(of commit: ObjectID, in repository: Repository) throws -> [ObjectID] {
  var found = [commit]
  while let parent = try repository.commit(found[found.count - 1]).parents.first { found.append(parent) }
  return found
}
