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
    let displaced = Set(orderChanges(from: fixed, to: new.filter(landmarks.contains)).moved.map(\.identifier))
    let standing = landmarks.subtracting(displaced)
    let before = Stretches(old, cutAt: standing)
    let after = Stretches(new, cutAt: standing)
    var moved = displaced
    for (landmark, own) in after.stretches {
      let there = before.stretches[landmark] ?? []
      let common = Set(own).intersection(there)
      moved.formUnion(own.filter { before.homes[$0] != nil && !common.contains($0) })
      var kept = there.filter(common.contains)
      if case .paragraph = landmark, let first = own.first, let place = kept.firstIndex(of: first) {
        // A placement order names no heading, so what stands right after one has stayed, and others went behind it.
        moved.formUnion(kept[..<place])
        kept = Array(kept[place...])
      }
      let standing = Set(kept)
      let inside = orderChanges(from: kept, to: own.filter(standing.contains)).moved.map(\.identifier)
      moved.formUnion(movedAsSaid(kept, own, inside, landmark) ?? inside)
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

  /// What the delegation said it moves, and whatever else must have moved; `nil` where that is more than the smallest set.
  private func movedAsSaid(
    _ kept: [Predecessor], _ own: [Predecessor], _ smallest: [Predecessor], _ landmark: Predecessor
  ) -> [Predecessor]? {
    if smallest.isEmpty || said.identifiers.isEmpty { return nil }
    let told = kept.filter { token in
      guard case .paragraph(let identifier) = token, said.identifiers.contains(identifier) else { return false }
      // Nothing goes right after a heading.
      if case .paragraph = landmark, token == own.first { return false }
      return true
    }
    guard !told.isEmpty, told.count <= smallest.count else { return nil }
    let rest = Set(kept).subtracting(told)
    let others = orderChanges(from: kept.filter(rest.contains), to: own.filter(rest.contains)).moved
    return told.count + others.count <= smallest.count ? told + others.map(\.identifier) : nil
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
