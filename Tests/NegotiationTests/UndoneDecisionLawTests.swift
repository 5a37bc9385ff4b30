import Foundation
import Testing

/// The law of undoing: what delegations have after a decision is undone is what they would have had it never been taken.
///
/// A negotiation with the decision and its undoing is compared with one that has the delegations' acts alone.
@Suite("An undone decision leaves what there would be without it")
struct UndoneDecisionLawTests {
  @Test(arguments: UndoneDecisionLawTests.seeds) func delegationsReadWhatTheyAskedFor(_ seed: UInt64) throws {
    var walk = try RandomUndoing(seed: seed)
    try walk.run()
  }

  /// `AMEND_UNDOINGS=1-3000`, else a few that have found faults.
  static let seeds: [UInt64] = {
    let range = unsafe getenv("AMEND_UNDOINGS").map { unsafe String(cString: $0) } ?? ""
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    return ends.count == 2 ? Array(ends[0]...ends[1]) : [109, 136, 182, 193, 864, 2155, 2156, 2173, 3494]
  }()
}
