internal import Drafting
internal import Git

extension Negotiation {
  /// The orders of place of which nothing is left, as a later one of the same delegation, or what it took back, brought the
  /// paragraph to where it was or says the same of another paragraph: their positions in the record.
  ///
  /// An order that brings a paragraph back itself is one of them. What the chair's text meets is none.
  ///
  /// - Cost: reads two small files for each act of a delegation.
  func ordersThatWent(in record: [RecordedAct]) throws -> Set<Int> {
    var gone: Set<Int> = []
    var standing: [DelegationCode: [ParagraphIdentifier: Int]] = [:]
    for (index, act) in record.enumerated() {
      guard let code = act.deed.delegation?.code, let parent = act.parents.first, act.parents.count == 1,
        let action = act.action, [Action.propose, .support, .withdraw].contains(action)
      else { continue }
      let (old, new) = (
        try Snapshot(repository, commit: parent), try Snapshot(repository, commit: act.deed.commit)
      )
      let (before, after) = (try old.movedParagraphs(), try new.movedParagraphs())
      for identifier in before.subtracting(after) {
        if let known = standing[code]?.removeValue(forKey: identifier) { gone.insert(known) }
      }
      guard action != .withdraw, !(before.isEmpty && after.isEmpty), act.identifiers.count == 1,
        let identifier = act.identifiers.first,
        try old.file(of: identifier) == new.file(of: identifier)
      else { continue }
      if after.contains(identifier) {
        standing[code, default: [:]][identifier] = index
      } else if !before.isSubset(of: after) {
        gone.insert(index)
      }
    }
    return gone
  }
}
