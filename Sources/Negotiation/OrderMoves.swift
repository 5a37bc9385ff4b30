internal import Drafting
internal import Merging

extension DraftOrder {
  /// What leads from another order to this one.
  ///
  /// Sections and headings stand still as long as they can: it is the paragraphs that move between them. Among the
  /// paragraphs between two headings it is the smallest set of moves that explains the order.
  ///
  /// - Cost: n log n in the number of paragraphs.
  func changes(since base: DraftOrder) -> OrderChanges<Predecessor> {
    let (old, new) = (base.tokens, tokens)
    guard old != new else { return OrderChanges() }
    let landmarks = base.landmarks.intersection(self.landmarks)
    let fixed = old.filter(landmarks.contains)
    var displaced = Set(orderChanges(from: fixed, to: new.filter(landmarks.contains)).moved.map(\.identifier))
    // The words that open a section have moved where paragraphs have come to stand before them: no order can say that.
    for outline in base.outlines {
      let standing = base.openingWords(of: outline.section, in: self)
      let own = outlines.first { $0.section == outline.section }?.entries.map(\.identifier) ?? []
      displaced.formUnion(
        outline.entries.prefix { $0.number == nil }.map(\.identifier)
          .filter { own.contains($0) && !standing.contains($0) }.map { .paragraph($0) })
    }
    let standing = landmarks.subtracting(displaced)
    let before = Stretches(old, cutAt: standing)
    let after = Stretches(new, cutAt: standing)
    let openings = Set(base.outlines.map { base.opening(of: $0.section, in: self) })
    var moved = displaced
    for (landmark, own) in after.stretches {
      let there = before.stretches[landmark] ?? []
      let common = Set(own).intersection(there)
      moved.formUnion(own.filter { before.homes[$0] != nil && !common.contains($0) })
      let kept = there.filter(common.contains)
      func inside(_ kept: [Predecessor]) -> [Predecessor] {
        orderChanges(from: kept, to: own.filter(Set(kept).contains)).moved.map(\.identifier)
      }
      var fewest = inside(kept)
      if case .paragraph = landmark, let first = own.first, let place = kept.firstIndex(of: first) {
        // A placement order names no heading, so what stands right after one has stayed, and others went behind it;
        // unless it is the one that opens the section, and fewer moves lead there.
        let behind = kept[..<place] + inside(Array(kept[place...]))
        if !openings.contains(landmark) || behind.count <= fewest.count { fewest = Array(behind) }
      }
      moved.formUnion(fewest)
    }
    var result = OrderChanges<Predecessor>()
    let listed = Set(new)
    result.deleted = old.filter { !listed.contains($0) }
    let known = Set(old)
    var previous: Predecessor?
    for token in new {
      let place = OrderChanges.Place(identifier: token, after: previous)
      if !known.contains(token) {
        result.inserted.append(place)
      } else if moved.contains(token) {
        result.moved.append(place)
      }
      previous = token
    }
    return result
  }

  /// The beginnings of the sections, and the headings.
  private var landmarks: Set<Predecessor> {
    var found: Set<Predecessor> = []
    for outline in outlines {
      found.insert(.start(of: outline.section.description))
      for entry in outline.entries where entry.kind == .heading { found.insert(.paragraph(entry.identifier)) }
    }
    return found
  }
}

/// An order cut at its landmarks: what follows each of them.
private struct Stretches {
  var stretches: [DraftOrder.Predecessor: [DraftOrder.Predecessor]] = [:]
  var homes: [DraftOrder.Predecessor: DraftOrder.Predecessor] = [:]

  init(_ tokens: [DraftOrder.Predecessor], cutAt landmarks: Set<DraftOrder.Predecessor>) {
    var landmark = tokens.first
    for token in tokens {
      if landmarks.contains(token) {
        landmark = token
      } else if let landmark {
        stretches[landmark, default: []].append(token)
        homes[token] = landmark
      }
    }
  }
}

extension OrderChanges where Identifier == DraftOrder.Predecessor {
  /// The paragraphs and headings that are moved.
  var movedParagraphs: [ParagraphIdentifier] {
    moved.compactMap { if case .paragraph(let identifier) = $0.identifier { identifier } else { nil } }
  }
}
