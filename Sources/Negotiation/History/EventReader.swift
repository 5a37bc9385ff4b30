internal import Drafting
internal import Git
internal import Merging

/// Makes whole events out of what the history keeps, with the words read from the paragraphs' files.
struct EventReader {
  let negotiation: Negotiation
  private var repository: Repository { negotiation.repository }
  private let delegations: [String: Delegation]
  private let comparesWords: Bool
  private var paragraphs: [ObjectID: Paragraph] = [:]

  /// The index where it is being read; asked for anew where it is not.
  var index: HistoryIndex?

  /// The events of the paragraphs that were asked for.
  var known: [ParagraphIdentifier: ToldEvents] = [:]

  /// The order that was read last: a commit may move many paragraphs.
  private var lastState: Snapshot?

  /// - Parameter comparesWords: where it does not, the words of an event are those after it, without a bracket.
  init(_ negotiation: Negotiation, comparesWords: Bool = true) {
    self.comparesWords = comparesWords
    self.negotiation = negotiation
    delegations = Dictionary(
      negotiation.registry.delegations.map { ($0.signatureEmail, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Cost: reads two files, each once, and compares their words.
  mutating func event(_ commit: CommitRecord, _ event: EventRecord, revision: String?) throws -> ParagraphEvent {
    let delegation = delegations[commit.authorEmail]
    let own = (
      old: try paragraph(event.oldFile, event.identifier, commit.id),
      new: try paragraph(event.newFile, event.identifier, commit.id)
    )
    let (old, new) = comparesWords && delegation != nil ? try told(own, commit, event) : own
    let isFollowing = delegation != nil && commit.action == .follow && commit.parents.count == 2
    // What stands against a text of the chair's that has no such paragraph any more is a paragraph of its own.
    let isAnswered = isFollowing && commit.message.identifiersAnswered.contains(event.identifier)
    let base = comparesWords && isFollowing ? try followed(by: new, commit, event) : nil
    let words: BracketedText =
      if let base {
        changed(from: base, to: new?.countingNotes(as: base), by: delegation)
      } else if !comparesWords || (delegation == nil && old == nil) {
        BracketedText(text: new?.text ?? "")
      } else if isAnswered {
        changed(from: nil, to: new, by: delegation)
      } else {
        changed(from: old?.countingNotes(as: new), to: new, by: delegation)
      }
    let related = commit.pair.contains(event.identifier) ? commit.pair.first { $0 != event.identifier } : nil
    let relatedPlace = try related.flatMap { other in
      try order(at: commit.action == .join ? commit.parents.first ?? commit.id : commit.id).place(of: other)
    }
    var place = delegation == nil ? event.place : commit.printed(event.place)
    var formerPlace = event.formerPlace
    let isAcross = formerPlace != nil && (event.place?.section != formerPlace?.section)
    if formerPlace != nil, delegation != nil, !commit.message.names(event.identifier) {
      place = try chairsOrder(seenBy: commit).place(of: event.identifier) ?? place
    }
    // What a delegation would have in another section, or no more, is printed where the chair has it.
    if formerPlace != nil, delegation != nil, isAcross || place?.section != event.place?.section { formerPlace = place }
    let isMoved = formerPlace != nil && (isAcross || formerPlace?.address == place?.address)
    let landing = isMoved ? try self.landing(of: event.identifier, by: commit, delegation) : nil
    return ParagraphEvent(
      commit: commit.id, parents: commit.parents, generation: commit.generation, decisions: commit.decisions,
      time: commit.time,
      offsetMinutes: commit.offsetMinutes, delegation: delegation,
      author: commit.author, committer: commit.committer, action: commit.action, message: commit.message,
      identifier: event.identifier, place: place, formerPlace: formerPlace, landing: landing,
      related: related, relatedPlace: relatedPlace,
      presence: (old == nil) == (new == nil) ? .stayed : old == nil ? .came : .went, oldFile: event.oldFile,
      newFile: event.newFile, before: isAnswered && comparesWords ? base : old, after: new, words: words,
      statusBefore: own.old?.status, statusAfter: own.new?.status,
      on: commit.on ?? (commit.action == .importing ? own.new?.amended?.code.description : nil), reason: commit.reason,
      meeting: commit.meeting, adopted: commit.adopted, revision: revision)
  }

  /// The words of one state and those that another has instead, with the notes and remarks that differ.
  private func changed(from old: Paragraph?, to new: Paragraph?, by delegation: Delegation?) -> BracketedText {
    if let old, old.text == new?.text, old.footnotes == new?.footnotes, old.notes == new?.notes {
      return BracketedText(text: old.text)
    }
    return consolidated(
      base: old?.textWithNotes(unlike: new) ?? "",
      versions: [Version(label: delegation?.label ?? "Chair", text: new?.textWithNotes(unlike: old) ?? "")])
  }

  /// What the chair has of a paragraph at a commit of main.
  mutating func chairsParagraph(
    _ identifier: ParagraphIdentifier, _ commit: ObjectID
  ) throws -> Paragraph? {
    try paragraph(Snapshot(repository, commit: commit).file(of: identifier), identifier, commit)
  }

  /// Where a paragraph stands after an act, as that is printed: what it stands behind may have been moved by the same
  /// delegation.
  private mutating func landing(
    of identifier: ParagraphIdentifier, by commit: CommitRecord, _ delegation: Delegation?
  ) throws -> Landing? {
    let landing = try order(at: commit.id).landing(of: identifier)
    return delegation == nil ? landing : try landing?.printed(as: chairsOrder(seenBy: commit))
  }

  /// The order of the chair's text that a delegation's branch had followed.
  private mutating func chairsOrder(seenBy commit: CommitRecord) throws -> DraftOrder {
    try order(at: repository.chairsCommit(followedAt: commit.id, by: commit.authorEmail))
  }

  private mutating func order(at commit: ObjectID) throws -> DraftOrder {
    if let last = lastState, last.commit == commit { return try last.order() }
    let state = try Snapshot(repository, commit: commit)
    lastState = state
    return try state.order()
  }

  mutating func paragraph(
    _ file: ObjectID?, _ identifier: ParagraphIdentifier, _ commit: ObjectID
  ) throws -> Paragraph? {
    guard let file else { return nil }
    if let known = paragraphs[file] { return known }
    let paragraph = try repository.paragraph(file, path: identifier.path, commit: commit)
    if paragraphs.count >= 512 { paragraphs = [:] }
    paragraphs[file] = paragraph
    return paragraph
  }
}

extension CommitRecord {
  /// The place of a paragraph as it is printed, which the commit of a delegation names; the delegation itself may have the
  /// paragraph in another section.
  fileprivate func printed(_ place: DraftOrder.Place?) -> DraftOrder.Place? {
    guard let place, place.entry.number != nil,
      let index = message.values(.identifier).firstIndex(of: place.entry.identifier.description),
      message.values(.paragraph).indices.contains(index),
      let address = try? ParagraphAddress(message.values(.paragraph)[index]),
      case .number(let name?, let number) = address.target, let section = try? SectionName(name),
      section != place.section
    else { return place }
    var printed = DraftOrder.Place(section: section, entry: place.entry)
    if case .counted = place.entry.kind {
      printed.entry.kind = .counted(number)
    } else {
      printed.entry.kind = .numbered(number)
    }
    return printed
  }
}
