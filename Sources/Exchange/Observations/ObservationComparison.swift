internal import Drafting

/// Compares a document's paragraphs, before and after its sender's changes, with the draft's.
struct ObservationComparison {
  let draft: [Paragraph]
  var before: [ObservedDraft.Item]?
  var after: [ObservedDraft.Item]

  let codes: [String: DelegationCode]

  /// Whether ``before`` is not what the document shows, but what it said when it was written.
  var isFormer = false

  /// The new paragraphs of the sender that nothing but this document has brought, when it was sent before.
  var addedBefore: Set<ParagraphIdentifier> = []

  /// The paragraphs whose words the sender took from this document, and may read otherwise by now; those whose place is from it.
  var followedBefore: Set<ParagraphIdentifier> = []
  var movedBefore: Set<ParagraphIdentifier> = []

  var sender: DelegationCode?

  /// Whether the document had all that its sender proposes when it was written: what it has no more was taken out of it.
  var hadSendersProposals = false

  /// Whether the document was made with the statuses that the draft has now.
  var hasStatuses = false

  /// What the paragraphs of a document of an earlier state said when it was written: the draft's text and the sender's, and
  /// what the brackets in them said to each other delegation.
  var textsThen: [ParagraphIdentifier: [String]] = [:]
  var bracketsThen: [ParagraphIdentifier: [String: [String]]] = [:]

  /// Whether it is known what others propose.
  var knowsBrackets = false

  /// For each paragraph of the document that a tracked move brought there, where it was.
  var moves: [Int: Int] = [:]

  /// The paragraphs that stand in the document under each number, by their controls.
  var numbered: [PlacedNumber: ParagraphIdentifier] = [:]

  /// The paragraphs of the document in which the sender changes an insertion of another, with the other's label.
  var insertions: [Int: String?] = [:]

  /// Of those, each two between which the other split one paragraph.
  var othersSplits: [(Int, Int)] = []

  /// The paragraphs that only others propose; their items in the document, before (`nil` as there) and after the changes.
  var others: [OthersParagraph] = []
  var othersBefore: [ObservedDraft.Item]?
  var othersAfter: [ObservedDraft.Item] = []

  /// For each paragraph of the draft that took others in: those.
  var joins: [Int: [Int]] = [:]

  /// The paragraphs that took others in without any mark of it, in a document with marks.
  var typedJoins: Set<Int> = []

  /// The paragraphs that were joined to one which only others propose.
  var leftWithOthers: Set<Int> = []

  /// What was said of joins with headings, and of paragraphs whose words differ without any mark; those of new ones.
  var headingJoins: [WordRemark] = []
  var toldUnmarked: Set<ParagraphIdentifier> = []
  var toldWords: Set<String> = []

  /// The paragraphs of the document in which a bracket is broken.
  var broken: Set<Int> = []

  var observations: [Observation] = []
  var remarks: [WordRemark] = []

  /// - Parameters:
  ///   - before: `nil` where nothing in the document shows what was changed.
  ///   - codes: the delegations by their labels.
  init(
    _ draft: [Paragraph], before: [ObservedDraft.Item]?, after: [ObservedDraft.Item], codes: [String: DelegationCode]
  ) {
    self.draft = draft
    self.before = before
    self.after = after
    self.codes = codes
  }

  /// - Parameter reasons: what is said beside each paragraph of the document.
  mutating func compare(reasons: [Int: String]) {
    let pairs = pairs()
    partJoinedLines(pairs)
    takeTypedStatusesOut(pairs)
    orderTypedJoins(pairs)
    leftWithOthers = leaveJoinsWithOthers(pairs)
    joins = joins(pairs)
    let moved = movedItems(pairs)
    let parted = leaveHeadingsWhole(pairs)
    var places = Places()
    var moves: [(index: Int, place: Int, anchor: Observation.Anchor)] = []
    for (index, item) in after.enumerated() where !isInOthersParagraph(item) {
      let reason = reasons[item.paragraph]
      let place = pairs.after[index]
      let section = section(index, pairs, moved, after: places.section)
      if isBroken(item) || parted.contains(index) {
        if let place, !moved.contains(index) {
          places.pass(
            .paragraph(draft[place].identifier), section, hasMoved: false,
            number: PlacedNumber(section: section, number: draft[place].number))
        }
        continue
      }
      if isElsewhereNow(item, place), let place {
        change(place, item, pairs, reason)
        continue
      }
      if let place {
        let paragraph = draft[place]
        // What was split off since goes along with it, and what is new comes behind all of it.
        let parts = parts(of: place, pairs.before[place].flatMap { before?[$0] }, pairs)
        if moved.contains(index) {
          moves.append((index, place, places.last(in: section)))
          for (last, part) in zip(parts, parts.dropFirst()) {
            moves.append((index, part, .paragraph(draft[last].identifier)))
          }
        }
        change(place, item, pairs, reason)
        let hasMoved = moved.contains(index)
        let origin = paragraph.origin ?? paragraph.section
        let anchor = Observation.Anchor.paragraph(draft[parts.last ?? place].identifier)
        let number = PlacedNumber(
          section: origin,
          number: hasMoved || item.section != origin ? paragraph.number : item.number ?? paragraph.number)
        if item.placement != nil, paragraph.isOrdered {
          places.passOrdered(anchor, from: origin, number: number)
        } else {
          places.pass(anchor, section, hasMoved: hasMoved, number: number)
        }
      } else if let label = insertions[item.paragraph] {
        _ = insertionAmendment(item, nil, of: label, before: nil, reason: reason)
      } else if item.isHeading, splitSource(index, pairs) == nil {
        remarks.append(
          WordRemark(paragraph: item.paragraph, "a new heading was left out: only the chair sets headings"))
      } else if !isOthers(item), !changeGone(item, reason),
        let new = new(index, after: places.lastFixed(in: section), pairs, reason)
      {
        observations.append(new)
        places.pass(
          .new(observations.count - 1), section, hasMoved: false,
          number: PlacedNumber(section: section, number: item.number))
      }
    }
    supportAmendedSplits(pairs)
    compareOthersParagraphs(reasons)
    var order = standingOrder()
    for (index, place, anchor) in moves { move(place, after[index], after: anchor, in: &order, reasons) }
    placeAsOrdered(pairs, places, in: &order, reasons)
    deleteMissing(pairs, reasons)
    let unsaid = takeBackUnsaid(pairs, moved)
    let whole = whole(pairs)
    reportUnmarked(whole)
    reportTakenBack(whole, besides: unsaid)
    reportUnmarkedBrackets(whole)
    reportUnmarkedStatuses(whole)
    reportMissingBrackets(whole)
  }
}
