import Drafting
import Foundation
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// Histories in which every word is written once only: what the consolidated draft says of a word, and what the audit says,
/// can then be compared word by word.
@Suite("The audit names whom the consolidated draft names")
struct DraftLawTests {
  @Test(arguments: DraftLawTests.seeds) func onRandomHistories(_ seed: UInt64) throws {
    var walk = try ProvenanceWalk(seed: seed, amends: !seed.isMultiple(of: 3))
    for _ in 1...32 { try walk.step() }
    let negotiation = try walk.round.open()
    let draft = try negotiation.consolidation().draft
    var (brought, struck): (Set<Claim>, Set<Claim>) = ([], [])
    for item in draft.sections.flatMap(\.items) {
      guard let identifier = item.identifier else { continue }
      Claim.collect(item.body, identifier, [], [], &brought, &struck)
    }
    let (search, strikes) = try (walk.claims(isStruck: false), walk.claims(isStruck: true))
    // A bracket may repeat a word of those that it strikes.
    let repeated = brought.intersection(struck)
    (brought, struck) = (brought.subtracting(repeated), struck.subtracting(repeated))
    #expect(brought.subtracting(search).isEmpty, "seed \(seed): not found")
    #expect(struck.subtracting(strikes).isEmpty, "seed \(seed): not found as struck")
    // A delegation reads the words of whom it amends too, and strikes what they strike.
    for claim in search.subtracting(brought) {
      let isRead = try walk.reads(claim, draft) && !walk.reads(claim.ofNobody, draft)
      #expect(isRead, "seed \(seed): \(claim) does not stand")
    }
    for claim in strikes.subtracting(struck) {
      #expect(try !walk.reads(claim, draft), "seed \(seed): \(claim) is not struck")
    }
    for place in try negotiation.main.order().places where place.entry.number != nil {
      let pieces = try negotiation.blame(place, isConsolidated: true).pieces
      var blamed: Set<Claim> = []
      Claim.collect(pieces, place.entry.identifier, &blamed)
      let named = struck.filter { $0.identifier == place.entry.identifier }
      #expect(named.subtracting(blamed).isEmpty, "seed \(seed): \(place.address) is not told as struck")
    }
  }

  /// `AMEND_DRAFTS=1-300`, else a few.
  static let seeds: [UInt64] = {
    let range = unsafe getenv("AMEND_DRAFTS").map { unsafe String(cString: $0) } ?? ""
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 ? Array(ends[0]...ends[1]) : [1, 201, 258]
  }()
}

/// That a delegation, by its label, brings a word in, or strikes it.
private struct Claim: Hashable {
  var word: String
  var label: String?
  var identifier: ParagraphIdentifier

  var ofNobody: Claim { Claim(word: word, label: nil, identifier: identifier) }

  /// - Parameters:
  ///   - labels: whose alternative a text is.
  ///   - strikers: who strikes it.
  static func collect(
    _ text: BracketedText, _ identifier: ParagraphIdentifier, _ labels: [String], _ strikers: [String],
    _ brought: inout Set<Claim>, _ struck: inout Set<Claim>
  ) {
    for piece in text.pieces {
      switch piece {
      case .text(let text):
        for word in words(of: text) {
          for label in labels { brought.insert(Claim(word: word, label: label, identifier: identifier)) }
          for label in strikers { struck.insert(Claim(word: word, label: label, identifier: identifier)) }
        }
      case .bracket(let bracket):
        for side in bracket.alternatives {
          collect(side.content, identifier, side.labels, [], &brought, &struck)
        }
        // What is struck inside an alternative is its proposer's.
        if let old = bracket.struck {
          collect(old, identifier, labels, strikers + bracket.alternatives.flatMap(\.labels), &brought, &struck)
        }
      }
    }
  }

  /// What a credited text says is struck, and by whom.
  static func collect(_ pieces: [BlamePiece], _ identifier: ParagraphIdentifier, _ struck: inout Set<Claim>) {
    for piece in pieces {
      switch piece {
      case .former: break
      case .words(let words):
        for word in self.words(of: words.text) {
          for label in words.credit.struck.compactMap(\.delegation?.label) {
            struck.insert(Claim(word: word, label: label, identifier: identifier))
          }
        }
      case .bracket(let bracket):
        for side in bracket.alternatives { collect(side.pieces, identifier, &struck) }
        collect(bracket.struck ?? [], identifier, &struck)
      }
    }
  }

  static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.hasPrefix("w") }
  }
}

extension ProvenanceWalk {
  /// What a search for each word says that stands.
  fileprivate func claims(isStruck: Bool) throws -> Set<Claim> {
    let negotiation = try round.open()
    let index = try negotiation.searchIndex(program: "test")
    var filter = SearchFilter()
    (filter.states, filter.isStruck) = ([.standing], isStruck)
    var found: Set<Claim> = []
    for word in words {
      for hit in try negotiation.search(SearchQuery([word]), filter, limit: .max, index).hits {
        if let delegation = hit.delegation {
          found.insert(Claim(word: word, label: delegation.label, identifier: hit.identifier))
        }
      }
    }
    return found
  }

  /// Whether a delegation, or nobody, reads a word in a paragraph of the draft.
  fileprivate func reads(_ claim: Claim, _ draft: ConsolidatedDraft) throws -> Bool {
    draft.sections.flatMap(\.items).contains { item in
      item.identifier == claim.identifier
        && Claim.words(of: item.body.reading(of: claim.label)).contains(claim.word)
    }
  }
}
