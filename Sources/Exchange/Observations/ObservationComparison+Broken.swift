internal import Drafting
internal import Merging
internal import Notation

/// What a document says where a bracket is broken.
extension ObservationComparison {
  /// Whether a bracket is broken in what an item of the document is made of: nothing is taken from it.
  func isBroken(_ item: ObservedDraft.Item) -> Bool { broken.contains(item.paragraph) }

  /// The same pairs without what is broken: nothing more is said of that.
  func whole(_ pairs: Pairs) -> Pairs {
    guard let before, !broken.isEmpty else { return pairs }
    var pairs = pairs
    pairs.before = pairs.before.filter { !isBroken(before[$0.value]) }
    return pairs
  }

  /// The paragraphs of the draft that stand in what is broken.
  func brokenPlaces(_ pairs: Pairs) -> Set<Int> {
    if broken.isEmpty { return [] }
    let now = zip(after, pairs.after).compactMap { item, place in isBroken(item) ? place : nil }
    let then = pairs.before.compactMap { place, item in before.map { isBroken($0[item]) } ?? false ? place : nil }
    return Set(now + then)
  }

  /// Says of each place that a bracket is broken there, but for those where more can be said.
  ///
  /// - Returns: how many it was said of.
  mutating func reportBroken(_ places: [BrokenBrackets.Place]) -> Int {
    let pairs = places.contains(where: \.hasOnlyWords) ? pairs() : nil
    let places = places.filter { place in
      guard place.hasOnlyWords, let pairs else { return true }
      return !zip(after, pairs.after).contains { item, paragraph in
        place.paragraphs.contains(item.paragraph) && paragraph.map { isTakenApart(item, $0, pairs) } ?? false
      }
    }
    for place in places {
      broken.formUnion(place.paragraphs)
      if !place.cut.isEmpty {
        remarks.append(
          WordRemark(
            paragraph: place.paragraphs.lowerBound,
            "a bracket of \(place.cut.sorted().joined(separator: ", ")) was cut in two by a split, and the paragraph was left"
              + " as it is, with all its changes: split it outside of brackets, and send the document again"))
        continue
      }
      let labels = place.open.sorted().joined(separator: ", ")
      remarks.append(
        WordRemark(
          paragraph: place.paragraphs.lowerBound,
          (labels.isEmpty ? "a bracket has lost one of its signs" : "a bracket of \(labels) has lost its “]”")
            + ", and nobody can tell any more whose its words are: the paragraph was left as it is, with all its changes;"
            + " put the sign back and send the document again"))
    }
    return places.count
  }
}

extension ObservationReader {
  /// The signs of brackets in a paragraph of the draft that the document was written from.
  func bracketCounts(of identifier: ParagraphIdentifier) -> BrokenBrackets.Counts? {
    let item = written?.sections.flatMap(\.items).first { $0.identifier == identifier }
    let labels = LabelTable(registry: registry)
    return item.map { item in
      let written = Array(BracketWriter(labels: labels).write(item.body).utf8)
      var counts = BrokenBrackets.Counts(written, labels: labels)
      // One delegation's observations have the chair's words without the brackets that others put round them.
      let plain = BrokenBrackets.Counts(Array(item.body.reading(of: nil).utf8), labels: labels)
      counts.close = max(counts.close, plain.close)
      return counts
    }
  }

  /// Whether letters stand one after the other in a paragraph of that draft, its brackets included.
  func isInOneParagraph(_ letters: String) -> Bool {
    let writer = BracketWriter(labels: LabelTable(registry: registry))
    return written?.sections.flatMap(\.items).contains { item in
      writer.write(item.body).filter(\.isLetter).contains(letters)
    } ?? false
  }
}
