internal import Drafting
internal import Git

/// An adoption's text is what the proposals that it takes whole give: it is done again, from what they were then. What a
/// delegation does in the same moment may stand on its branch before the decision, which has not seen it. Whoever it names
/// besides wrote what these amend or support, or asks for something that it takes.
struct AdoptionCheck: RepositoryCheck {
  private var adoptions: [Int] = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    if commit.message.action == .adopt, case .main(let place) = commit.line, place > 0 { adoptions.append(place) }
    return []
  }

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    try adoptions.flatMap { try check($0, history) }
  }

  private func check(_ place: Int, _ history: VerifiedHistory) throws -> [Finding] {
    let commit = try VerifiedCommit(history.objects, history.main[place], .main(place))
    let named = commit.named()
    guard named.count == 1 else { return [commit.finding(.trailers, "an adoption names one paragraph")] }
    if commit.message.values(.adopted).isEmpty { return try ownWords(commit, named[0]) }
    let whole = commit.message.takenWhole
    let now = try Snapshot(history.repository, commit: commit.id)
    var path = MainPath(history.repository)
    var seen: [(code: DelegationCode, states: [StandingChanges])] = []
    var amended: [Paragraph.AmendedProposal] = []
    var followed: [DelegationCode: StandingChanges] = [:]
    for value in commit.message.values(.adopted) {
      let parts = value.split(separator: " ").map(String.init)
      guard parts.count == 2, let code = try? DelegationCode(parts[0]) else {
        return [commit.finding(.trailers, "its trailer 'Adopted' names no proposal: '\(value)'")]
      }
      // Whose proposal was amended is named behind the amender: as it was then, or as it was when the amendment was taken.
      let isAsAmended = try amended.contains { other in
        // Commits of before named the state of the branch.
        try other.code == code
          && (other.commit.hasPrefix(parts[1])
            || history.negotiation.amendedOrigins(other, on: named[0]).contains { $0.hex.hasPrefix(parts[1]) })
      }
      // What is not there any more is told by the check of named commits.
      guard let line = history.branches[code], let position = line.positions(of: parts[1]).first,
        let last = line.position(whenMainWasAt: place - 1)
      else {
        if isAsAmended { continue }
        return []
      }
      let states = try line.states(seen: position, of: named[0], whenMainWasAt: place - 1)
        .map { ($0, try history.changes(of: line, at: $0, whenMainWasAt: place - 1, along: &path)) }
        .filter { state, changes in
          // A move is no commit's words.
          try isAsAmended || changes.files[named[0]] == nil
            || line.words(of: named[0], at: state).map { $0 == line.commits[position] } ?? true
            || history.negotiation.proposalOrigins(
              of: named[0], line.delegation, at: line.commits[state], upTo: history.main[place - 1]
            ).contains(line.commits[position])
        }.map(\.1)
      if isAsAmended {
        let then = try Snapshot(history.repository, commit: line.commits[position]).paragraph(named[0])
        if let other = then?.amended { amended.append(other) }
        if states.isEmpty { continue }
      }
      func isAsSupported() throws -> Bool {
        if whole.isEmpty || whole.contains(parts[0]) { return false }
        return try history.supports(of: line, at: position).contains { other, support in
          try history.changes(of: other, at: support, whenMainWasAt: place - 1, along: &path)
            .shares(named[0], with: now.paragraph(named[0]), in: now.order())
        }
      }
      if states.isEmpty, try isAsSupported() { continue }
      guard let first = states.first else {
        let words = line.words(of: named[0], at: last)?.short ?? ""
        return [
          commit.finding(.trailers, "it adopts the words of \(code)'s commit \(words), and names \(parts[1].prefix(7))")
        ]
      }
      followed[code] = first
      // Who is named whole beside an amendment of its proposal is taken whole.
      let isAmended = amended.contains { $0.code == code }
      if whole.contains(parts[0]) || whole.isEmpty && !isAmended {
        if !seen.contains(where: { $0.code == code }) { seen.append((code, states)) }
      } else if try !isAmended
        && !states.contains(where: { try $0.shares(named[0], with: now.paragraph(named[0]), in: now.order()) })
        && !isAsSupported()
      {
        return [commit.finding(.trailers, "it names \(code) \(parts[1].prefix(7)), and takes nothing of that")]
      }
      if let other = try first.paragraph(named[0])?.amended { amended.append(other) }
    }
    if seen.isEmpty { return [] }
    let all: [[StandingChanges]] = seen.map(\.states).reduce([[]]) { known, states in
      known.flatMap { known in states.map { known + [$0] } }
    }
    return try all.contains { try isGiven(commit, by: $0, followed, named[0], history) }
      ? [] : [commit.finding(.adoption, path: named[0].path, "not what the proposals that it names give")]
  }

  /// The chair's own words are nobody's, and change words alone.
  private func ownWords(_ commit: VerifiedCommit, _ identifier: ParagraphIdentifier) throws -> [Finding] {
    try commit.isReordered && commit.order().places(identifier, otherThan: commit.oldOrder())
      ? [commit.finding(.decision, path: identifier.path, "the chair's own words leave its place and its number alone")]
      : []
  }

  /// - Parameter followed: what those named have: amendments follow what was changed since.
  private func isGiven(
    _ commit: VerifiedCommit, by changes: [StandingChanges], _ followed: [DelegationCode: StandingChanges],
    _ identifier: ParagraphIdentifier, _ history: VerifiedHistory
  ) throws -> Bool {
    guard let parent = commit.parent else { return true }
    let negotiation = try Negotiation(history.repository, mainAt: parent.id)
    let order = try negotiation.main.order()
    guard
      let place = try order.place(of: identifier)
        ?? changes.lazy.compactMap({ try $0.ownOrder().place(of: identifier) }).first
    else { return false }
    var edit = try ChairEdit(negotiation)
    do {
      let changes = try changes.map { try negotiation.followingAmended($0) { code, _ in followed[code] } }
      try negotiation.take(changes, at: place, into: &edit)
    } catch let error as NegotiationError where error.code == .refused {
      return false
    }
    if let file = commit.files[identifier], try commit.paragraphs(file).new?.status == .approved,
      var paragraph = try edit.paragraph(identifier)
    {
      paragraph.status = .approved
      edit.set(identifier, to: paragraph)
    }
    // A number that is free depends on what others proposed then: any will do that the outline's check lets stand.
    if let now = try commit.order().place(of: identifier), now.section != place.section {
      edit.order.setKind(of: identifier, to: now.entry.kind)
    }
    let files = try edit.changedFiles { try history.repository.name(of: $0) }
    return try history.objects.difference(of: commit.stored.tree, from: parent.tree, changedBy: files) == nil
  }
}

extension BranchLine {
  /// The commit in which the delegation itself last wrote a paragraph by then; `nil` where it never did.
  fileprivate func words(of identifier: ParagraphIdentifier, at position: Int) -> ObjectID? {
    (touches[identifier] ?? []).last { $0.position <= position && !$0.isMerge }.map { commits[$0.position] }
  }
}

extension VerifiedHistory {
  /// The supports and the amendments that may be of what a commit proposes or supports.
  fileprivate func supports(
    of line: BranchLine, at position: Int
  ) throws -> [(line: BranchLine, position: Int)] {
    func message(_ commit: ObjectID) throws -> CommitMessage {
      CommitMessage(text: try repository.commit(commit).message)
    }
    let act = try message(line.commits[position])
    guard [.propose, .importing, .support].contains(act.action) else { return [] }
    return try branches.values.flatMap { other in
      try act.legibleIdentifiers.flatMap { other.acts[$0] ?? [] }.filter { place in
        let support = try message(other.commits[place])
        return (support.action == .support || support.action == .propose)
          && support.first(.on) == line.delegation.code.description
      }.map { (other, $0) }
    }
  }
}
