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
        .subtracting(goingOn(from: names, since: base))
      if idle.isEmpty { break }
      names.subtract(idle)
      moved = moves(since: base, old, new, besides: names)
    }
    return Self.changes(from: old, known, to: new, moved)
  }

  /// Those of the named paragraphs whose moves explain nothing: they stand behind the same one as in the base, of all that
  /// stay, and among each other as there.
  ///
  /// One that stands there only since others are moved too still has its move: the base alone would not have it there. Of
  /// several whose places follow from each other all have theirs, unless one of them was moved last and explains them.
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
    if let latest, back == [latest] { return [latest] }
    var others = back.filter { $0 != latest }
    if latest.map({ !back.contains($0) }) ?? true {
      let (all, listed) = (Set(back), Set(new))
      func behindMoved(_ tokens: [Predecessor]) -> Set<Predecessor> {
        var found: Set<Predecessor> = []
        var isBehind = false
        for token in tokens {
          if all.contains(token) {
            if isBehind { found.insert(token) }
          } else {
            isBehind = names.contains(token) || !listed.contains(token)
          }
        }
        return found
      }
      let kept = behindMoved(old).union(latest == nil ? behindMoved(new) : [])
      others.removeAll(where: kept.contains)
    }
    let asBefore = Set(others)
    let there = old.filter(asBefore.contains)
    guard latest == nil else {
      return asBefore.subtracting(orderChanges(from: there, to: others).moved.map(\.identifier))
    }
    // Those that stand on the same side of all the others, here and there.
    let places = Dictionary(there.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var highest = -1
    return Set(
      others.enumerated().compactMap { index, token in
        guard let place = places[token] else { return nil }
        defer { highest = max(highest, place) }
        return place == index && highest < index ? token : nil
      })
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
