internal import Drafting
internal import Git

/// Who answered a proposal: those who support it, and those who amend it.
///
/// An amendment names the branch that it was made from, and is of the proposal which that came out of. A support names the
/// delegation alone: it is of the proposal with the words that it took; where it has words of its own beside them, of what
/// the delegation had proposed last by the clock.
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

  /// Who supports the proposal, and who amended it, the first ones first.
  func told() throws -> (supporters: [Deed], amendedBy: [Deed]) {
    var supporters: [ParagraphIdentifier: [DelegationCode: Deed]] = [:]
    var amendedBy: [Deed] = []
    // What a delegation takes back it asked for before on its branch, whatever the clock says.
    for event in events.sorted(by: { $0.generation < $1.generation }) where event.commit != act.deed.commit {
      guard let other = event.delegation else { continue }
      switch event.action {
      case .support where try concerns(event):
        for paragraph in try homes(of: event) { supporters[paragraph, default: [:]][other.code] = Deed(event) }
      case .withdraw: supporters[event.identifier]?[other.code] = nil
      case .propose where try concerns(event), .importing where try concerns(event): amendedBy.append(Deed(event))
      default: break
      }
    }
    for paragraph in left { supporters[paragraph] = nil }
    let first = supporters.values.reduce(into: [:]) { $0.merge($1) { $0.time <= $1.time ? $0 : $1 } }
    return (
      first.values.sorted { ($0.time, $0.commit) < ($1.time, $1.commit) },
      amendedBy.sorted { ($0.time, $0.commit) < ($1.time, $1.commit) }
    )
  }

  /// The paragraphs in which a support stands: where it was given, and where the words went afterwards.
  private func homes(of support: ParagraphEvent) throws -> Set<ParagraphIdentifier> {
    Set(
      try arrivals.filter { try !negotiation.repository.isAncestor($0.by, of: support.commit) }.map(\.identifier)
        + [support.identifier])
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
