import Drafting
import Foundation
import Git
@testable import Negotiation
import Testing

/// Whatever is split, joined and undone: who wrote a word, in which act, is the same to all that tell it.
///
/// Every word that is looked at was written once, so that the commit which brought it is known.
@Suite("What splits, joins and their undoing leave")
struct FamilyLawTests {
  @Test(arguments: FamilyLawTests.seeds) func isToldAlike(_ seed: UInt64) throws {
    var talks = try RandomTalks(seed: seed, restructures: true)
    for _ in 0..<26 { try talks.act() }
    let (negotiation, comment) = (try talks.round.open(), talks.comment)
    try talks.round.expectVerified(comment)
    let rows = try negotiation.sources().rows
    let standing = try negotiation.allStandingChanges()
    let authors = try talks.brought.mapValues { commit in
      try negotiation.recordedAct(negotiation.repository.commit(commit)).deed.delegation?.code
    }
    for place in try negotiation.main.order().places where place.entry.number != nil {
      let told = Set(try negotiation.events(of: place.entry.identifier, withRelated: true).map(\.commit))
      let row = try #require(rows.first { $0.identifier == place.entry.identifier })
      let others = row.acts.map(\.deed.commit).filter { !told.contains($0) }
      #expect(others.isEmpty, "\(comment) \(place.address): \(others)")
      for words in try negotiation.blame(place, isConsolidated: true).words {
        for word in Self.marks(in: words.text) {
          let commit = try #require(talks.brought[word])
          let at: Comment = "\(comment) \(place.address) \(word)"
          #expect(words.credit.broughtIn.commit == commit, at)
          #expect(told.contains(commit), at)
          let author = authors[word] ?? nil
          #expect(author.map { code in row.contributors.contains { $0.delegation.code == code } } ?? true, at)
        }
      }
    }
    for (word, commit) in talks.brought {
      guard let author = authors[word] ?? nil else { continue }
      let hits = try negotiation.search(SearchQuery([word]), program: "test").hits
      let own = hits.filter { $0.delegation?.code == author }
      #expect(own.contains { $0.commit == commit }, "\(comment) \(word): \(own)")
      for hit in hits where hit.delegation != nil {
        let act = try negotiation.recordedAct(negotiation.repository.commit(hit.commit))
        #expect(act.action != .follow, "\(comment) \(word)")
      }
      for change in standing {
        let isWanted = try change.files.keys.contains { identifier in
          try Self.marks(in: change.paragraph(identifier)?.text ?? "").contains(word)
            && !Self.marks(in: negotiation.main.paragraph(identifier)?.text ?? "").contains(word)
        }
        let isFound = hits.contains { $0.delegation?.code == change.delegation.code && $0.state == .standing }
        #expect(isFound == isWanted, "\(comment) \(word) \(change.delegation.code)")
      }
    }
  }

  private static func marks(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { $0.hasPrefix("new") && $0.count > 3 }.map(String.init)
  }

  /// `AMEND_FAMILIES=1-300`, else a few.
  static let seeds: [UInt64] = {
    let range = unsafe getenv("AMEND_FAMILIES").map { unsafe String(cString: $0) } ?? ""
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 ? Array(ends[0]...ends[1]) : [1, 2, 3]
  }()
}

extension ParagraphBlame {
  /// Every run of words with its credit, in brackets and out of them, also those that are struck.
  fileprivate var words: [CreditedWords] { pieces.flatMap(\.words) }
}

extension BlamePiece {
  fileprivate var words: [CreditedWords] {
    switch self {
    case .words(let words), .former(let words): [words]
    case .bracket(let bracket):
      (bracket.alternatives.flatMap(\.pieces) + (bracket.struck ?? [])).flatMap(\.words)
    }
  }
}
