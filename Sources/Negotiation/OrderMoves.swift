internal import Drafting
internal import Merging

extension DraftOrder {
  /// What leads from another order to this one.
  ///
  /// Sections and headings stand still as long as they can: it is the paragraphs that move between them. Among the
  /// paragraphs between two headings it is the smallest set of moves that explains the order, beside those that are named
  /// in ``moved``.
  ///
  /// - Cost: n log n in the number of paragraphs.
  func changes(since base: DraftOrder) -> OrderChanges<Predecessor> {
    changes(since: base, naming: placeable(since: base))
  }

  /// The same where it is known of some paragraphs that they were moved: those are taken out of the order first, and only
  /// where the rest is not in the order of the base other moves are added. Names that explain nothing are passed over.
  ///
  /// - Parameter latest: the one of them that was moved last: of two that explain the same it is the one that counts.
  /// - Cost: n log n in the number of paragraphs, once more where there are names to be passed over.
  func changes(
    since base: DraftOrder, naming named: Set<ParagraphIdentifier>, latest: ParagraphIdentifier? = nil
  ) -> OrderChanges<Predecessor> {
    let (old, new) = (base.tokens, tokens)
    guard old != new else { return OrderChanges() }
    let known = Set(old)
    var names = Set(named.map { Predecessor.paragraph($0) }).intersection(known).intersection(new)
    if !names.isEmpty { names = names.subtracting(base.landmarks).subtracting(landmarks) }
    var moved = moves(since: base, old, new, besides: names)
    while !names.isEmpty {
      let staying = known.intersection(new).subtracting(moved)
      let idle = Self.idle(names, old, new, staying, latest.map { .paragraph($0) })
      if idle.isEmpty { break }
      names.subtract(idle)
      moved = moves(since: base, old, new, besides: names)
    }
    return Self.changes(from: old, known, to: new, moved)
  }

  /// Those of the named paragraphs that stand behind the same one as in the base, of all that stay, and among each other
  /// as there.
  private static func idle(
    _ names: Set<Predecessor>, _ old: [Predecessor], _ new: [Predecessor], _ staying: Set<Predecessor>,
    _ latest: Predecessor?
  ) -> Set<Predecessor> {
    func homes(_ tokens: [Predecessor]) -> [Predecessor: Predecessor] {
      var homes: [Predecessor: Predecessor] = [:]
      var home: Predecessor?
      for token in tokens {
        if staying.contains(token) { home = token } else if names.contains(token) { homes[token] = home }
      }
      return homes
    }
    let (before, after) = (homes(old), homes(new))
    let back = new.filter { names.contains($0) && before[$0] == after[$0] }
    let others = back.filter { $0 != latest }
    if others.isEmpty { return Set(back) }
    let asBefore = Set(others)
    return asBefore.subtracting(orderChanges(from: old.filter(asBefore.contains), to: others).moved.map(\.identifier))
  }

  /// - Parameter names: paragraphs that both orders have, and that were moved in any case.
  private func moves(
    since base: DraftOrder, _ old: [Predecessor], _ new: [Predecessor], besides names: Set<Predecessor>
  ) -> Set<Predecessor> {
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
    let before = Stretches(names.isEmpty ? old : old.filter { !names.contains($0) }, cutAt: standing)
    let after = Stretches(names.isEmpty ? new : new.filter { !names.contains($0) }, cutAt: standing)
    let openings = Set(base.outlines.map { base.opening(of: $0.section, in: self) })
    var moved = displaced.union(names)
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
    return moved
  }

  private static func changes(
    from old: [Predecessor], _ known: Set<Predecessor>, to new: [Predecessor], _ moved: Set<Predecessor>
  ) -> OrderChanges<Predecessor> {
    var result = OrderChanges<Predecessor>()
    let listed = Set(new)
    result.deleted = old.filter { !listed.contains($0) }
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
