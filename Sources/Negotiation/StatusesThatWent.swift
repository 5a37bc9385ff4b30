internal import Drafting
internal import Git

extension Negotiation {
  /// The paragraphs of decisions whose status is over: another decision on it came later, or it brought the paragraph back to
  /// what it was before the first of them. By the positions of the acts in the record.
  ///
  /// A paragraph that was approved and reopened is what it was; one that was left pending and then approved is approved.
  ///
  /// - Cost: reads a paragraph twice where it was decided on more than once.
  func statusesThatWent(in record: [RecordedAct]) throws -> [Int: Set<ParagraphIdentifier>] {
    var decided: [ParagraphIdentifier: [Int]] = [:]
    for (index, act) in record.enumerated() where act.parents.count == 1 && act.undone == nil && act.setsStatus {
      for identifier in act.identifiers { decided[identifier, default: []].append(index) }
    }
    var gone: [Int: Set<ParagraphIdentifier>] = [:]
    for (identifier, indices) in decided where indices.count > 1 {
      guard let first = indices.first, let last = indices.last, let parent = record[first].parents.first else {
        continue
      }
      for index in indices.dropLast() { gone[index, default: []].insert(identifier) }
      let before = try Snapshot(repository, commit: parent).paragraph(identifier)
      let after = try Snapshot(repository, commit: record[last].deed.commit).paragraph(identifier)
      // Approved again with other words is worth telling; who must confirm is not in the paragraph.
      guard let before, let after, before.status == after.status, record[last].action != .agree,
        after.status == .open || before == after
      else { continue }
      gone[last, default: []].insert(identifier)
    }
    return gone
  }
}

extension RecordedAct {
  /// Whether it decides on the status of paragraphs.
  fileprivate var setsStatus: Bool {
    switch action {
    case .approve, .agree, .pend, .reopen: true
    case .adopt: message.approvesAdoption
    default: false
    }
  }
}
