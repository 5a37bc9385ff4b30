internal import Drafting
internal import Git

/// The paragraphs that have, or had, words of a proposal, each with what became of it there. Going along the branch, a part
/// is cut where the chair cuts its paragraph, goes along where that is joined to another, and back where either is undone.
struct ProposalParts {
  private let negotiation: Negotiation
  private let act: RecordedAct
  private let delegation: Delegation

  /// The paragraph that was proposed on.
  let identifier: ParagraphIdentifier
  private(set) var parts: [Part]

  /// The paragraphs that have words of the proposal, or had, since and until when.
  private(set) var stays: [Stay]

  /// The last decision followed that cut or joined a paragraph of a part, or undid that.
  private(set) var lastRestructuring: RecordedAct?

  struct Part {
    var identifier: ParagraphIdentifier
    var state: ProposalStory.State = .standing
    /// What it was in conflict with.
    var conflict = ProposalConflict()
    /// How the paragraph was printed when the part ended.
    var address = ""
    /// What the delegation asked for since a decision ended the part, and did not take back: it takes its place where the
    /// decision is undone.
    var other: Deed?
  }

  init(
    _ act: RecordedAct, on identifier: ParagraphIdentifier, of delegation: Delegation, _ negotiation: Negotiation
  ) {
    self.negotiation = negotiation
    self.act = act
    self.delegation = delegation
    self.identifier = identifier
    parts = [Part(identifier: identifier)]
    stays = [Stay(identifier: identifier)]
  }

  /// What the delegation did on its branch: it takes back what it has words for in a paragraph, or asks for others there.
  mutating func answer(_ next: RecordedAct) throws {
    guard [.withdraw, .propose, .support, .importing].contains(next.action), let parent = next.parents.first else {
      return
    }
    let (before, after) = (
      try Snapshot(negotiation.repository, commit: parent),
      try Snapshot(negotiation.repository, commit: next.deed.commit)
    )
    for index in parts.indices where parts[index].state.isOpen || parts[index].state.decision != nil {
      let identifier = parts[index].identifier
      guard next.identifiers.contains(identifier), try before.file(of: identifier) != after.file(of: identifier) else {
        continue
      }
      if parts[index].state.isOpen {
        end(index, next.action == .withdraw ? .withdrawn(next.deed) : .superseded(next.deed), by: next)
      } else {
        parts[index].other = next.action == .withdraw ? nil : parts[index].other ?? next.deed
      }
    }
  }

  private mutating func end(_ index: Int, _ state: ProposalStory.State, by act: RecordedAct?) {
    let identifier = parts[index].identifier
    parts[index].state = state
    parts[index].address = act?.address(of: identifier) ?? "@\(identifier)"
  }

  /// The chair's decisions on the paragraphs that ever had a part, the oldest first, but those that were undone.
  func decisions() throws -> [RecordedAct] {
    let paragraphs = Set(stays.map(\.identifier)).sorted()
    let events = try paragraphs.flatMap { try negotiation.events(of: $0, withWords: false) }
    let decisions = try events.filter { $0.delegation == nil }.sorted { $0.generation < $1.generation }
      .map { try negotiation.recordedAct(negotiation.repository.commit($0.commit)) }
    let undone = decisions.undoneCommits
    return decisions.filter { !undone.contains($0.deed.commit.hex) }
  }

  /// What became of the parts when the branch followed decisions.
  mutating func follow(_ following: Following) throws {
    let decisions = following.standing
    var isNew: Set<ParagraphIdentifier> = []
    for decision in decisions {
      let done = try decision.message.first(.undoes).flatMap { ObjectID($0) }.map {
        try negotiation.recordedAct(negotiation.repository.commit($0))
      }
      if let done { try reopen(done, following) }
      let change = done ?? decision
      guard change.action == .split || change.action == .join, change.identifiers.count == 2 else { continue }
      isNew.formUnion(try move(by: decision, along: change, following))
    }
    for index in parts.indices where parts[index].state.isOpen && !isNew.contains(parts[index].identifier) {
      try settle(index, following)
    }
  }

  /// What a decision had ended stands again where that is undone, unless the delegation has asked for something else there.
  private mutating func reopen(_ decision: RecordedAct, _ following: Following) throws {
    for index in parts.indices { parts[index].conflict.forget([decision.deed.commit.hex]) }
    for index in parts.indices where parts[index].state.decision?.commit == decision.deed.commit {
      let isAskedFor = try hasWords(in: parts[index].identifier, following)
      parts[index].state =
        parts[index].other.flatMap { isAskedFor ? nil : .superseded($0) } ?? parts[index].conflict.state
    }
  }

  /// Whether a paragraph has words of the proposal when the branch has followed.
  private func hasWords(in identifier: ParagraphIdentifier, _ following: Following) throws -> Bool {
    try following.differs(identifier)
      && negotiation.proposalOrigins(of: identifier, delegation, at: following.branch, upTo: following.chairs)
        .contains(act.deed.commit)
  }

  /// Takes the parts along to where their words are.
  ///
  /// - Parameters:
  ///   - decision: the decision that moved them.
  ///   - change: the split or the join that it is, or undoes.
  /// - Returns: the paragraphs that have words now and had none.
  private mutating func move(
    by decision: RecordedAct, along change: RecordedAct, _ following: Following
  ) throws -> Set<ParagraphIdentifier> {
    let (first, second) = (change.identifiers[0], change.identifiers[1])
    let isUndone = decision.deed.commit != change.deed.commit
    guard parts.contains(where: { ($0.state.isOpen || isUndone) && change.identifiers.contains($0.identifier) }) else {
      return []
    }
    lastRestructuring = decision
    let before = Set(parts.map(\.identifier))
    defer { note(decision.deed.commit, before, Set(parts.map(\.identifier))) }
    let cuts = (change.action == .split) != isUndone
    guard cuts else {
      guard let index = parts.firstIndex(where: { $0.state.isOpen && $0.identifier == second }) else { return [] }
      if parts.contains(where: { $0.state.isOpen && $0.identifier == first }) {
        parts.remove(at: index)
      } else {
        parts[index].identifier = first
      }
      return [first]
    }
    // What was asked for in a paragraph that is joined no more has ended nothing that has its words back.
    guard let index = parts.lastIndex(where: { $0.identifier == first && ($0.state.isOpen || isUndone) })
    else { return [] }
    let homes = try change.identifiers.filter { try hasWords(in: $0, following) }
    guard !homes.isEmpty else { return [] }
    let halves = homes.map { home in
      var half = parts[index]
      half.identifier = home
      if !half.state.isOpen { half.state = .standing }
      return half
    }
    parts.replaceSubrange(index...index, with: halves)
    return Set(homes)
  }

  /// Notes where the words came by a decision, and which paragraphs they left.
  private mutating func note(
    _ decision: ObjectID, _ before: Set<ParagraphIdentifier>, _ after: Set<ParagraphIdentifier>
  ) {
    for index in stays.indices where stays[index].until == nil && !after.contains(stays[index].identifier) {
      stays[index].until = decision
    }
    stays += after.subtracting(before).sorted().map { Stay(identifier: $0, since: decision) }
  }

  /// What decisions on its paragraph, or on others, did to a part.
  private mutating func settle(_ index: Int, _ following: Following) throws {
    let identifier = parts[index].identifier
    let outcome = following.outcome(identifier)
    if try following.differs(identifier) {
      switch outcome {
      case .inConflict:
        parts[index].state = .inConflict
        if let decision = following.standing.last { parts[index].conflict.begin(by: decision.deed.commit) }
      case .reinstated: parts[index].state = parts[index].conflict.state
      default: break
      }
      return
    }
    let decisions = following.standing
    let own = decisions.filter { $0.identifiers.contains(identifier) }
    if outcome == .rejected, let rejection = own.last(where: { $0.rejected.contains { $0.code == delegation.code } }) {
      end(index, .rejected(rejection.deed), by: rejection)
    } else if let adoption = own.adoption(of: delegation.code) {
      let revision = try negotiation.revision(of: adoption.deed.commit)
      end(index, .adopted(adoption.deed, revision: revision), by: adoption)
    } else {
      let decision = own.last ?? decisions.last
      end(index, .satisfied(decision?.deed), by: decision)
    }
  }
}
