internal import Drafting
internal import Git
internal import Merging

/// Who answered a proposal: those who support it, and those who amend it.
///
/// An amendment names the branch that it was made from, and is of the proposal which that came out of. A support names the
/// delegation alone: it is of the proposal with the words that it took; where it has words of its own beside them, of what
/// the delegation had proposed last by the clock. Who stands with the very words when they are proposed again supports that
/// proposal too, and who has asked for others instead supports none any more.
struct ProposalAnswers {
  private let negotiation: Negotiation
  private let act: RecordedAct
  private var events: [ParagraphEvent]

  /// What the delegation did that ended the proposal.
  var end: Deed?

  /// The same of each paragraph that had words of it, where it was cut or joined to another.
  private var ends: [ParagraphIdentifier: Deed] = [:]

  /// The paragraphs that its words came to later, and by which decisions: who supported it before supports it there.
  private var arrivals: [(identifier: ParagraphIdentifier, by: ObjectID)] = []

  /// The paragraphs that have no words of it any more: they went elsewhere, and with them who supports them.
  private var left: Set<ParagraphIdentifier> = []

  /// - Parameter events: all that happened to the paragraph.
  init(to act: RecordedAct, _ events: [ParagraphEvent], _ negotiation: Negotiation) {
    (self.act, self.events, self.negotiation) = (act, events, negotiation)
  }

  /// Adds what happened in the other paragraphs that have words of the proposal, since they have them.
  mutating func add(_ parts: ProposalParts) throws {
    for part in parts.parts {
      switch part.state {
      case .withdrawn(let deed), .superseded(let deed): ends[part.identifier] = deed
      default: break
      }
    }
    for stay in parts.stays {
      if stay.until == nil { left.remove(stay.identifier) } else { left.insert(stay.identifier) }
      guard let since = stay.since else { continue }
      arrivals.append((stay.identifier, since))
      guard stay.identifier != parts.identifier else { continue }
      events += try negotiation.events(of: stay.identifier).filter { event in
        try negotiation.repository.isAncestor(since, of: event.commit)
          && !(stay.until.map { try negotiation.repository.isAncestor($0, of: event.commit) } ?? false)
      }
    }
    events.sort { ($0.time, $0.generation) < ($1.time, $1.generation) }
  }

  /// Who supports the proposal, or did when it was decided on, and who amended it, the first ones first.
  ///
  /// - Parameter decision: the one that ended it.
  func told(until decision: Deed?) throws -> (supporters: [Deed], amendedBy: [Deed]) {
    var supporters: [ParagraphIdentifier: [DelegationCode: ParagraphEvent]] = [:]
    var amendedBy: [Deed] = []
    // What a delegation takes back it asked for before on its branch, whatever the clock says.
    for event in events.sorted(by: { $0.generation < $1.generation }) where event.commit != act.deed.commit {
      guard let other = event.delegation else { continue }
      if event.action == .support, try concerns(event) || isRenewed(event) {
        for paragraph in try homes(of: event) { supporters[paragraph, default: [:]][other.code] = event }
        continue
      }
      if let support = supporters[event.identifier]?[other.code], event.ends(support),
        try !(decision.map { try negotiation.repository.isAncestor($0.commit, of: event.commit) } ?? false)
      {
        supporters[event.identifier]?[other.code] = nil
      }
      if event.action == .propose || event.action == .importing, try concerns(event) { amendedBy.append(Deed(event)) }
    }
    for paragraph in left { supporters[paragraph] = nil }
    let first = supporters.values.reduce(into: [:]) { $0.merge($1) { $0.time <= $1.time ? $0 : $1 } }
    return (
      first.values.map { Deed($0) }.sorted { ($0.time, $0.commit) < ($1.time, $1.commit) },
      amendedBy.sorted { ($0.time, $0.commit) < ($1.time, $1.commit) }
    )
  }

  /// The paragraphs in which a support stands: where it was given, and where the words went afterwards.
  private func homes(of support: ParagraphEvent) throws -> Set<ParagraphIdentifier> {
    Set(
      try arrivals.filter { try !negotiation.repository.isAncestor($0.by, of: support.commit) }.map(\.identifier)
        + [support.identifier])
  }

  /// Whether who gave a support stood with the very words of this proposal when it was made.
  private func isRenewed(_ support: ParagraphEvent) -> Bool {
    guard let code = act.deed.delegation?.code, support.on == code.description,
      let own = events.first(where: { $0.commit == act.deed.commit && $0.identifier == support.identifier })
    else { return false }
    let line = events.filter {
      $0.delegation?.code == support.delegation?.code && $0.identifier == own.identifier
        && $0.decisions <= own.decisions && $0.time <= own.time
    }.sorted { $0.generation < $1.generation }
    return line.last { $0.action != .follow }?.commit == support.commit && line.last?.newFile == own.newFile
  }

  /// Whether another delegation's act speaks of this proposal, and not of one that came before or after it.
  private func concerns(_ event: ParagraphEvent) throws -> Bool {
    guard let code = act.deed.delegation?.code, event.on == code.description else { return false }
    let end = ends[event.identifier] ?? end
    let amended = event.after?.amended.flatMap { $0.code == code ? ObjectID($0.commit) : nil }
    if let seen = amended ?? event.supported(among: events)?.commit {
      return try negotiation.repository.isAncestor(act.deed.commit, of: seen)
        && !(end.map { try negotiation.repository.isAncestor($0.commit, of: seen) } ?? false)
    }
    guard event.time >= act.deed.time, event.time <= end?.time ?? .max else { return false }
    guard event.time == act.deed.time || event.time == end?.time else { return true }
    let rivals = events.filter {
      $0.delegation?.code == code && $0.identifier == event.identifier && $0.time == event.time && $0.action != .follow
    }
    // Beside words of its own nothing but what it cannot have taken tells what it took.
    let (before, after) = (
      rivals.first { $0.commit == act.deed.commit }?.oldFile, rivals.first { $0.commit == end?.commit }?.newFile
    )
    return event.newFile != before && event.newFile != after
  }
}

extension ParagraphEvent {
  /// Whether nothing is left after it of the words that its delegation had taken over with a support before.
  fileprivate func ends(_ support: ParagraphEvent) -> Bool {
    guard action == .propose || action == .support || action == .importing else { return action == .withdraw }
    // In another paragraph, which has the words since a join or a split, only a withdrawal tells.
    guard identifier == support.identifier else { return false }
    guard let asked = support.after, let left = after else { return (support.after == nil) != (after == nil) }
    guard let before = support.before, before.text != asked.text else { return false }
    let both = consolidated(
      base: before.text,
      versions: [Version(label: "1", text: asked.text), Version(label: "2", text: left.text)])
    return !both.isAsked(byAll: ["1", "2"])
  }
}
