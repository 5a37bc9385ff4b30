internal import Drafting

/// A document that is sent again: what its earlier copy proposed, and this one does not.
extension ObservationComparison {
  /// Takes back what an earlier copy of the document proposed in paragraphs that this one leaves as the draft has them.
  ///
  /// A corrected copy shows some of what it changed before, in the same or in other words. One that shows none of it may as well
  /// be another that was made of the same file: then it is said what stands, and how to take it back.
  ///
  /// - Returns: the places of the paragraphs that are taken back or told.
  mutating func takeBackUnsaid(_ pairs: Pairs, _ moved: Set<Int>) -> Set<Int> {
    guard before != nil else { return [] }
    let items = Dictionary(
      pairs.after.enumerated().compactMap { item, place in place.map { ($0, item) } },
      uniquingKeysWith: { first, _ in first })
    let heard = Set(observations.compactMap(\.change.identifier))
    var (unsaid, told): ([(place: Int, change: Observation.Change)], Set<Int>) = ([], [])
    var isCorrected = false
    let broken = brokenPlaces(pairs)
    for (place, paragraph) in draft.enumerated() where !broken.contains(place) {
      let (identifier, amended) = (paragraph.identifier, itemsAmongOthers(place))
      let item = items[place].map { after[$0] } ?? amended.now
      let old = pairs.before[place].flatMap { before?[$0] } ?? amended.old
      // What does not stand in the document at all is told as missing.
      if paragraph.base != nil, item == nil, old == nil { continue }
      let isSame = item.flatMap { item in old.map { item.isSame(as: $0) } } ?? (item == nil && old == nil)
      let isSaid = heard.contains(identifier) || !isSame
      if paragraph.base == nil {
        guard addedBefore.contains(identifier) else { continue }
        if isSaid { isCorrected = true } else { unsaid.append((place, .withdraw(identifier))) }
      } else if let unsent = paragraph.unsent, unsent != paragraph.present {
        if isSaid {
          isCorrected = true
        } else {
          let change: Observation.Change = unsent.isEmpty ? .delete(identifier) : .text(identifier, unsent)
          unsaid.append((place, unsent == paragraph.base ? .withdraw(identifier) : change))
        }
      } else if followedBefore.contains(identifier), paragraph.present != paragraph.base {
        if isSaid { isCorrected = true } else { told.insert(place) }
      } else if movedBefore.contains(identifier), paragraph.isOrdered {
        let isMoved = items[place].map(moved.contains) ?? false || item?.placement != nil
        if isSaid || isMoved { isCorrected = true } else { unsaid.append((place, .moveBack(identifier))) }
      }
    }
    for (place, change) in unsaid {
      if isCorrected {
        observations.append(
          Observation(
            change,
            note: "an earlier copy of the document proposed it for \(address(draft[place])), and this one does not"))
      } else {
        told.insert(place)
      }
    }
    for place in told.sorted() {
      remarks.append(
        WordRemark(
          "what an earlier copy of the document proposed for \(address(draft[place])) does not stand in this one, and was left"
            + " as it is: 'amend withdraw --country \(sender?.description ?? "CODE") --paragraph"
            + " \(commandAddress(draft[place]))' takes it back"))
    }
    return told.union(unsaid.map(\.place))
  }

  /// The address as it is typed in a command.
  private func commandAddress(_ paragraph: Paragraph) -> String {
    guard paragraph.number ?? paragraph.counted != nil else { return "@\(paragraph.identifier)" }
    let address = address(paragraph)
    return address.contains(" ") ? "\"\(address)\"" : address
  }
}

extension ObservedDraft.Item {
  /// Whether nothing is changed in it beside another.
  fileprivate func isSame(as old: ObservedDraft.Item) -> Bool {
    text.withoutMarks == old.text.withoutMarks && footnotes.map(\.text) == old.footnotes.map(\.text)
      && others.mapValues(\.withoutMarks) == old.others.mapValues(\.withoutMarks) && placement == old.placement
  }
}

extension Observation.Change {
  /// The paragraph of the draft that it changes.
  var identifier: ParagraphIdentifier? {
    switch self {
    case .text(let identifier, _), .delete(let identifier), .support(let identifier, _), .withdraw(let identifier),
      .move(let identifier, _), .moveBack(let identifier):
      identifier
    case .new: nil
    }
  }
}
