internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// Another's proposal with what the delegation already wants on the paragraph, as far as both can stand.
  func withOwnWishes(
    _ own: Paragraph?, on theirs: Paragraph, of amending: Delegation, _ place: DraftOrder.Place, in edit: BranchEdit
  ) throws -> Paragraph {
    let identifier = place.entry.identifier
    let base = try main.paragraph(identifier)
    guard let own, own.text != base?.text, own.text != theirs.text else { return theirs }
    var old = base
    if let amended = own.amended, amended.code == amending.code, let commit = ObjectID(amended.commit) {
      old = try main.at(commit).paragraph(identifier)
    } else if let amended = theirs.amended, amended.code == edit.delegation.code, let commit = ObjectID(amended.commit)
    {
      // Theirs is built on the delegation's own proposal, as it was then.
      old = try main.at(commit).paragraph(identifier)
    }
    let merged = own.carried(from: old, to: theirs)
    guard merged.outcome != .inConflict else {
      throw NegotiationError(
        .refused,
        "\(edit.delegation.names[0]) has a proposal of its own on \(place.address) that \(amending.names[0])'s contradicts",
        hint: "Withdraw it first: 'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)'.")
    }
    return merged.paragraph
  }

  /// Whether a delegation's proposal amends another's, by way of whatever number of others.
  func leads(
    from delegation: Delegation, to code: DelegationCode, on identifier: ParagraphIdentifier
  ) throws -> Bool {
    let all = try allStandingChanges(only: [identifier])
    var seen: Set<DelegationCode> = []
    var next: DelegationCode? = delegation.code
    while let current = next, seen.insert(current).inserted {
      let changes = all.first { $0.delegation.code == current }
      next = try changes.flatMap { try $0.files[identifier] == nil ? nil : $0.paragraph(identifier) }?.amended?.code
      if next == code { return true }
    }
    return false
  }
}
