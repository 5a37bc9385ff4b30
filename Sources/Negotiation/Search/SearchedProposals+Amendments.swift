internal import Drafting

extension SearchedProposals {
  /// The last wording of an amendment as the consolidated draft has it, where its proposer has changed the proposal since;
  /// `nil` where it is as it was written.
  ///
  /// - Cost: nothing for what amends nobody.
  mutating func following(_ wording: IndexedWording) throws -> IndexedWording? {
    guard wording.amended != nil else { return nil }
    if let known = amendments[wording] { return known }
    let identifier = try ParagraphIdentifier(wording.paragraph)
    var found: IndexedWording?
    if let changes = try behind[wording.line] ?? negotiation.standing(DelegationCode(wording.line), on: identifier),
      changes.files[identifier] != nil,
      let now = try negotiation.followingAmended(changes, only: identifier).paragraph(identifier)?.textWithNotes,
      now != wording.text
    {
      var following = wording
      let chairs = try negotiation.main.paragraph(identifier)?.textWithNotes ?? ""
      (following.text, following.brought) = (now, brought(in: now, to: chairs))
      (following.position, following.isFollowing) = (wording.position + 1, true)
      found = following
    }
    amendments[wording] = .some(found)
    return found
  }
}
