internal import Drafting
internal import Git

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

  /// The proposals that an amendment amends, one behind the other, as they were when it was written; as they are now for one
  /// that follows them.
  mutating func amendedWordings(of wording: IndexedWording) throws -> [IndexedWording] {
    guard wording.amended != nil else { return [] }
    var found: [IndexedWording] = []
    if wording.isFollowing {
      var next = wording
      while let other = next.amended, !found.contains(where: { $0.line == other }),
        let last = try index.last(on: other, of: next.paragraph), last.stands
      {
        next = try following(last) ?? last
        found.append(next)
      }
      return found
    }
    let identifier = try ParagraphIdentifier(wording.paragraph)
    var words = try Snapshot(negotiation.repository, commit: wording.commit).paragraph(identifier)
    while let amendment = words, let amended = try negotiation.main.amendedWords(of: amendment, identifier) {
      words = amended
      var base = wording
      base.text = amended.textWithNotes
      found.append(base)
    }
    return found
  }
}
