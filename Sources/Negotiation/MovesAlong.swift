internal import Drafting

/// An order of place names the paragraph to stand behind: where the delegation itself places that elsewhere, or back, what
/// it has placed behind it goes along.
extension DraftOrder {
  /// The paragraphs that are to stand behind some, or behind each other behind those, as they stand here.
  func followers(of identifiers: Set<ParagraphIdentifier>) -> [ParagraphIdentifier] {
    if anchors.isEmpty { return [] }
    var found: Set<ParagraphIdentifier> = []
    var last = identifiers
    while !last.isEmpty {
      let next = anchors.compactMap { identifier, anchor in
        if case .paragraph(let before) = anchor, last.contains(before) { identifier } else { nil }
      }
      last = Set(next).subtracting(found).subtracting(identifiers)
      found.formUnion(last)
    }
    return outlines.flatMap(\.entries).map(\.identifier).filter(found.contains)
  }

  /// Puts paragraphs behind one another right behind another paragraph; their orders stand.
  mutating func bringAlong(_ followers: [ParagraphIdentifier], behind identifier: ParagraphIdentifier) {
    guard !followers.isEmpty, place(of: identifier) != nil else { return }
    let (moved, anchors) = (moved, anchors)
    var previous = identifier
    for follower in followers {
      guard let entry = place(of: follower)?.entry else { continue }
      remove(follower)
      _ = insert(entry, after: .paragraph(previous))
      previous = follower
    }
    self.moved = moved
    self.anchors = anchors
  }

  /// Names a paragraph as moved that has been put in another place, and brings along what is to stand behind it.
  ///
  /// - Parameters:
  ///   - anchor: what it is to stand behind. Where that is one of those itself, they stay where they are, and their
  ///     orders are told of what they stand behind now.
  ///   - followers: what was to stand behind it before.
  /// - Returns: the paragraphs that went along.
  mutating func nameMove(
    of identifier: ParagraphIdentifier, behind anchor: Predecessor?, bringing followers: [ParagraphIdentifier],
    since base: DraftOrder
  ) -> [ParagraphIdentifier] {
    var others = followers
    if case .paragraph(let before) = lasting(predecessor(of: identifier), since: base), followers.contains(before) {
      for follower in followers where anchors[follower] == .paragraph(identifier) { anchors[follower] = nil }
      others = []
    }
    bringAlong(others, behind: identifier)
    nameMove(of: identifier, behind: anchor, since: base)
    return others
  }

  /// What an order of place is kept by: the nearest paragraph of the chair's up to the one that it names, since a new one
  /// may go, or come in between; the beginning of the section behind the words that open it, and `nil` behind a heading.
  func lasting(_ anchor: Predecessor?, since base: DraftOrder) -> Predecessor? {
    var anchor = anchor
    while case .paragraph(let identifier) = anchor, base.place(of: identifier) == nil {
      anchor = predecessor(of: identifier)
    }
    guard case .paragraph(let identifier) = anchor, let place = base.place(of: identifier), place.entry.number == nil
    else { return anchor }
    let opens = base.opening(of: place.section, in: self) == .paragraph(identifier)
    return opens ? .start(of: place.section.description) : nil
  }

  /// Those of the named paragraphs that stand behind another one of them, as is said: their orders go on from that, whatever
  /// else would explain their places.
  func goingOn(from names: Set<Predecessor>, since base: DraftOrder) -> Set<Predecessor> {
    Set(
      anchors.compactMap { identifier, anchor in
        guard names.contains(anchor), names.contains(.paragraph(identifier)),
          lasting(predecessor(of: identifier), since: base) == anchor
        else { return nil }
        return .paragraph(identifier)
      })
  }

  /// Lets what was to stand behind one paragraph stand behind another, whose words are those of the first now; where that
  /// is not so, what it is to stand behind is forgotten.
  ///
  /// - Parameter said: what paragraphs were to stand behind.
  mutating func retarget(
    _ old: ParagraphIdentifier, to new: ParagraphIdentifier, _ said: [ParagraphIdentifier: Predecessor]
  ) {
    for (identifier, anchor) in said where anchor == .paragraph(old) && moved.contains(identifier) && identifier != new
    {
      anchors[identifier] = predecessor(of: identifier) == .paragraph(new) ? .paragraph(new) : nil
    }
  }

  /// The numbered paragraph that one stands right behind; `nil` behind a heading and at the beginning of a section.
  func anchor(of identifier: ParagraphIdentifier) -> Predecessor? {
    guard case .paragraph(let before) = predecessor(of: identifier), place(of: before)?.entry.number != nil else {
      return nil
    }
    return .paragraph(before)
  }
}
