internal import Drafting
internal import Git

/// The paragraphs whose acts a paragraph's history holds beside its own, each from one of the chair's decisions to another:
/// the one that it was split from before the split, those that were joined to it before the join; the second part of a
/// split that was undone, between both; and what was joined to it or to which it was joined while a join that is undone
/// held.
///
/// What came before a decision and what after it is told by what each commit has seen of main, never by the clock.
struct ParagraphFamily {
  private(set) var stays: [Stay] = []

  /// The splits and joins, and their undoing, that connect the family.
  private(set) var borders: Set<ObjectID> = []

  struct Stay {
    var identifier: ParagraphIdentifier
    var kind: Kind

    /// The decisions that a commit has seen which belongs to it, by their count.
    var seen: Range<Int>
  }

  enum Kind {
    /// The whole before the paragraph was split from it.
    case whole
    /// What is now part of the paragraph: joined to it, or split from it where that is undone.
    case part
    /// What it was one with by a join that is undone.
    case companion
  }

  /// - Parameter commits: those that did something to a paragraph.
  init(
    of identifier: ParagraphIdentifier, _ commits: (ParagraphIdentifier) throws -> [CommitRecord]
  ) rethrows {
    var waiting = [Stay(identifier: identifier, kind: .part, seen: 0..<Int.max)]
    while let next = waiting.popLast() {
      let known = try commits(next.identifier)
      for change in known where change.pair.contains(next.identifier) && change.pair[0] != change.pair[1] {
        guard change.decisionsSeen >= next.seen.lowerBound, change.decisions < next.seen.upperBound else { continue }
        let isFirst = change.pair[0] == next.identifier
        let other = change.pair[isFirst ? 1 : 0]
        let undoing = known.first { $0.message.first(.undoes) == change.id.hex }
        let came = 0..<change.decisions
        let stay: Stay
        switch (change.action == .split, isFirst, undoing) {
        case (true, false, _): stay = Stay(identifier: other, kind: next.kind == .part ? .whole : next.kind, seen: came)
        case (false, true, nil): stay = Stay(identifier: other, kind: next.kind, seen: came)
        case (let isSplit, _, let undoing?) where change.decisions < undoing.decisions && isSplit == isFirst:
          stay = Stay(
            identifier: other, kind: isSplit ? next.kind : .companion, seen: change.decisions..<undoing.decisions)
        default: continue
        }
        borders.formUnion([change.id] + (undoing.map { [$0.id] } ?? []))
        let isKnown = stays.contains {
          $0.identifier == other && $0.seen.lowerBound <= stay.seen.lowerBound
            && $0.seen.upperBound >= stay.seen.upperBound
        }
        if other == identifier || isKnown { continue }
        stays.append(stay)
        waiting.append(stay)
      }
    }
  }
}

extension CommitRecord {
  /// How many of the chair's decisions it was made after.
  var decisionsSeen: Int { delegationEmail.isEmpty ? decisions - 1 : decisions }
}
