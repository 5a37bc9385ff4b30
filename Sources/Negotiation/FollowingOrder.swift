internal import Drafting
internal import Merging

extension StandingChanges {
  /// Main's order after a step with everything that the delegation wants otherwise made again.
  ///
  /// - Parameter before: the changes against the order before the step.
  mutating func carryOrder(from before: StandingChanges, over step: MainPath.Step) throws {
    let (old, new) = (step.oldOrder, step.order)
    let own = before.order?.own ?? old
    let changes = own.changes(since: old)
    let entries = Dictionary(
      new.places.map { ($0.entry.identifier, $0.entry) }, uniquingKeysWith: { first, _ in first })
    var result = new
    for case .paragraph(let identifier) in changes.deleted { result.remove(identifier) }
    var placed: [ParagraphIdentifier: Bool] = [:]
    let known = outcomes
    let chairMoved = step.placed
    for identifier in changes.movedParagraphs {
      placed[identifier] = true
      if entries[identifier] == nil, files[identifier] == nil {
        try keep(identifier, gone: step)
      } else if chairMoved.contains(identifier) {
        note(FollowedChange(identifier: identifier, outcome: .inConflict))
      }
    }
    for case .paragraph(let identifier) in changes.inserted.map(\.identifier)
    where entries[identifier] == nil && files[identifier]?.own != nil {
      placed[identifier] = false
    }
    for place in own.places where entries[place.entry.identifier] == nil {
      if files[place.entry.identifier]?.own != nil, placed[place.entry.identifier] == nil {
        placed[place.entry.identifier] = false
      }
    }
    for identifier in placed.keys { result.remove(identifier) }
    for place in own.places {
      let identifier = place.entry.identifier
      guard let isMoved = placed[identifier] else { continue }
      result.insert(entries[identifier] ?? place.entry, asIn: own, afterHeadings: !isMoved)
      if isMoved { continue }
      let before = result.followNumbers(
        of: identifier, in: own, from: old, to: new, isNumberedThrough: step.message.action == .renumber)
      if let before {
        note(FollowedChange(identifier: identifier, outcome: .unchanged))
        outcomes[identifier]?.formerAddress = before.address
      }
      result.freeNumber(of: identifier, besides: new, own)
      result.passLowerNumbers(identifier, unknownTo: own)
    }
    result.moved = own.moved.intersection(changes.movedParagraphs)
    result.anchors = own.anchors.filter { result.moved.contains($0.key) }
    order = result.wanted(beside: new)
    // What stands behind the same one may be on its way with that.
    let moving = movedParagraphs
    for identifier in changes.movedParagraphs
    where order == nil || result.hasPlace(identifier, asIn: new) && !moving.contains(identifier) {
      if chairMoved.contains(identifier) {
        if files[identifier] == nil {
          outcomes[identifier]?.outcome = .satisfied
        } else {
          outcomes[identifier] = known[identifier] ?? FollowedChange(identifier: identifier, outcome: .unchanged)
          outcomes[identifier]?.isPlaced = true
        }
      } else if outcomes[identifier] == nil, files[identifier] == nil, entries[identifier] != nil {
        note(FollowedChange(identifier: identifier, outcome: .satisfied))
      }
    }
    for identifier in changes.movedParagraphs
    where !chairMoved.contains(identifier) && !result.hasPlace(identifier, asIn: new) {
      noteGoing(of: identifier, from: own, to: result)
      noteAnchorGone(of: identifier, from: own, to: result)
    }
  }

  /// Notes that the order of a paragraph is printed otherwise, as the chair took away what it stood right after.
  mutating func noteAnchorGone(of identifier: ParagraphIdentifier, from own: DraftOrder, to result: DraftOrder) {
    guard case .paragraph(let before) = own.predecessor(of: identifier), own.place(of: before)?.entry.number != nil,
      result.place(of: before) == nil, let neighbour = result.paragraph(before: identifier),
      outcomes[identifier]?.goesAlongWith == nil
    else { return }
    var change = outcomes[identifier] ?? FollowedChange(identifier: identifier, outcome: .unchanged)
    change.standsAfter = neighbour
    outcomes[identifier] = change
  }

  /// Notes that a paragraph which the delegation has moved goes to another section, as the chair placed there what it is to
  /// stand after.
  mutating func noteGoing(of identifier: ParagraphIdentifier, from own: DraftOrder, to result: DraftOrder) {
    guard let old = own.place(of: identifier), let new = result.place(of: identifier), old.section != new.section,
      let neighbour = result.paragraph(before: identifier)
    else { return }
    var change = outcomes[identifier] ?? FollowedChange(identifier: identifier, outcome: .carried)
    change.goesAlongWith = neighbour
    outcomes[identifier] = change
  }

  /// Keeps a paragraph that the delegation would place elsewhere, and that the chair took away, as one of its own.
  private mutating func keep(_ identifier: ParagraphIdentifier, gone step: MainPath.Step) throws {
    guard var paragraph = try step.parent.paragraph(identifier), let file = step.files[identifier]?.old else { return }
    note(
      FollowedChange(
        identifier: identifier, outcome: .inConflict,
        conflicts: [.init(was: paragraph.text, wanted: paragraph.text, now: "")]))
    paragraph.status = .open
    files[identifier] = (nil, file)
    carried[identifier] = paragraph
  }
}

extension DraftOrder {
  /// Puts an entry where another order has it, or after the nearest place before it that both have.
  ///
  /// - Parameter afterHeadings: whether it may come to stand right after any heading; a move can only name the beginning of
  ///   a section, behind the words that open it. What is not moved stays in its section, whatever goes from there.
  mutating func insert(_ entry: Outline.Entry, asIn other: DraftOrder, afterHeadings: Bool) {
    remove(entry.identifier)
    var predecessor = other.predecessor(of: entry.identifier)
    let home = afterHeadings ? other.place(of: entry.identifier)?.section : nil
    while let before = predecessor {
      if case .paragraph(let identifier) = before, let home, let there = place(of: identifier), there.section != home {
        predecessor = other.predecessor(of: identifier)
        continue
      }
      if case .paragraph(let identifier) = before {
        let isHeading = other.place(of: identifier)?.entry.kind == .heading
        if afterHeadings || !isHeading || opens(identifier), insert(entry, after: before) { return }
        predecessor = other.predecessor(of: identifier)
      } else if case .start(let name) = before, let section = try? SectionName(name) {
        if insert(entry, after: afterHeadings ? before : opening(of: section)) { return }
        outlines.append(Outline(section: section, entries: [entry]))
        return
      } else {
        return
      }
    }
  }

  /// Whether a heading is one of those that open a section.
  private func opens(_ identifier: ParagraphIdentifier) -> Bool {
    outlines.contains { $0.entries.prefix { $0.number == nil }.contains { $0.identifier == identifier } }
  }

  /// Gives a new paragraph another number where the chair's text has its own for another: one that came back, or that was
  /// numbered so since.
  fileprivate mutating func freeNumber(
    of identifier: ParagraphIdentifier, besides base: DraftOrder, _ own: DraftOrder
  ) {
    guard let place = place(of: identifier), let number = place.entry.number else { return }
    func others(in order: DraftOrder) -> [ParagraphNumber] {
      order.outlines.filter { $0.section == place.section }.flatMap(\.entries)
        .filter { $0.identifier != identifier }.compactMap(\.number)
    }
    guard others(in: base).contains(number) else { return }
    self.number(identifier, in: place.section, besides: Set(others(in: self) + others(in: own)))
  }

  /// Puts a new paragraph behind those that have come to stand after it with lower numbers, so that `2 bis`, which the
  /// chair took, stands before the `2 ter` that is proposed.
  fileprivate mutating func passLowerNumbers(_ identifier: ParagraphIdentifier, unknownTo own: DraftOrder) {
    guard
      let section = outlines.firstIndex(where: { $0.entries.contains { $0.identifier == identifier } }),
      var index = outlines[section].entries.firstIndex(where: { $0.identifier == identifier }),
      let number = outlines[section].entries[index].number
    else { return }
    while index + 1 < outlines[section].entries.count, let next = outlines[section].entries[index + 1].number,
      next.value == number.value, next < number,
      own.place(of: outlines[section].entries[index + 1].identifier) == nil
    {
      outlines[section].entries.swapAt(index, index + 1)
      index += 1
    }
  }

  fileprivate func hasPlace(_ identifier: ParagraphIdentifier, asIn other: DraftOrder) -> Bool {
    predecessor(of: identifier) == other.predecessor(of: identifier)
  }
}
