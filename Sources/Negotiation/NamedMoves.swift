internal import Drafting
internal import Merging

extension DraftOrder {
  /// The paragraphs of ``moved`` that still stand elsewhere than in the base: what a branch that has followed it keeps.
  ///
  /// - Parameter latest: the one that was moved last: of two that explain the same it is the other that goes.
  /// - Cost: that of ``changes(since:)``; nothing where no paragraph is named.
  func namedMoves(since base: DraftOrder, latest: ParagraphIdentifier? = nil) -> Set<ParagraphIdentifier> {
    if moved.isEmpty { return [] }
    return moved.intersection(changes(since: base, naming: placeable(since: base), latest: latest).movedParagraphs)
  }

  /// Notes that a delegation has moved a paragraph; those of which that leaves nothing to tell are forgotten.
  ///
  /// - Parameter anchor: what it is to stand behind; `nil` where that cannot be named.
  mutating func nameMove(of identifier: ParagraphIdentifier, behind anchor: Predecessor?, since base: DraftOrder) {
    moved.insert(identifier)
    anchors[identifier] = lasting(anchor, since: base)
    moved = namedMoves(since: base, latest: identifier)
  }

  /// Forgets the names of moves that tell nothing any more; what was to stand behind a paragraph that is not here any more
  /// is to stand behind what it stands behind now.
  mutating func keepNamedMoves(since base: DraftOrder) {
    moved = namedMoves(since: base)
    for (identifier, anchor) in anchors {
      guard case .paragraph(let before) = anchor, place(of: before) == nil else { continue }
      anchors[identifier] = lasting(predecessor(of: identifier), since: base)
    }
  }

  /// Gives a paragraph the place that the base has it in, among those that the delegation has not moved; what it has placed
  /// there stays where its order says, and what it has placed behind the paragraph goes along. A paragraph that stands there
  /// is left alone, and one that the base does not have goes.
  mutating func putBack(_ identifier: ParagraphIdentifier, asIn base: DraftOrder) {
    guard let home = base.place(of: identifier) else { return remove(identifier) }
    var others = Set(changes(since: base).movedParagraphs)
    if place(of: identifier) != nil, others.remove(identifier) == nil { return }
    let followers = followers(of: [identifier])
    defer { bringAlong(followers, behind: identifier) }
    remove(identifier)
    var predecessor = base.predecessor(of: identifier)
    while case .paragraph(let before) = predecessor, others.contains(before) || place(of: before) == nil {
      predecessor = base.predecessor(of: before)
    }
    for index in outlines.indices {
      let entries = outlines[index].entries
      var position: Int
      switch predecessor {
      case .start(let section) where outlines[index].section.description == section: position = 0
      case .paragraph(let before):
        guard let there = entries.firstIndex(where: { $0.identifier == before }) else { continue }
        position = there + 1
      default: continue
      }
      position += entries[position...].prefix { others.contains($0.identifier) }.count
      outlines[index].entries.insert(home.entry, at: position)
      return
    }
    outlines.append(Outline(section: home.section, entries: [home.entry]))
  }

  /// The order as what a delegation wants beside the base; `nil` where that is nothing.
  func wanted(beside base: DraftOrder) -> (base: DraftOrder, own: DraftOrder)? {
    if outlines == base.outlines { return nil }
    var own = self
    own.keepNamedMoves(since: base)
    return (base, own)
  }

  /// The paragraphs that stand elsewhere than in another order of the same delegation, or of main: what either of them
  /// names is known to have been moved. Where paragraphs only come and go, as in nearly every change of an order, the
  /// others have stayed, whatever is named.
  ///
  /// - Parameter named: others that are known to have been moved.
  func moves(between other: DraftOrder, besides named: Set<ParagraphIdentifier> = []) -> [ParagraphIdentifier] {
    let (old, new) = (other.tokens, tokens)
    if old == new { return [] }
    let (before, after) = (Set(old), Set(new))
    if old.filter(after.contains) == new.filter(before.contains) { return [] }
    return changes(since: other, naming: moved.union(other.moved).union(named)).movedParagraphs
  }

  /// The named paragraphs that a placement order can be written for: none that stands right behind a heading, unless that
  /// opens its section.
  func placeable(since base: DraftOrder) -> Set<ParagraphIdentifier> {
    if moved.isEmpty { return [] }
    let openings = Set(base.outlines.map { base.opening(of: $0.section, in: self) })
    var found: Set<ParagraphIdentifier> = []
    for outline in outlines {
      var heading: ParagraphIdentifier?
      for entry in outline.entries {
        if moved.contains(entry.identifier), heading.map({ openings.contains(.paragraph($0)) }) ?? true {
          found.insert(entry.identifier)
        }
        heading = entry.kind == .heading ? entry.identifier : nil
      }
    }
    return found
  }
}

extension Action {
  /// Whether a decision may place a paragraph elsewhere.
  var mayPlace: Bool { self == .place || self == .adopt }
}
