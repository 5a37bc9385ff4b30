internal import Drafting
internal import Git
internal import Merging

/// A support gives the supporter's branch just what the other delegation proposed at that moment: words, or a place.
struct SupportCheck: RepositoryCheck {
  private var supports: [(code: DelegationCode, position: Int)] = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    if commit.message.action == .support, case .branch(let code, let position) = commit.line {
      supports.append((code, position))
    }
    return []
  }

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    var findings: [Finding] = []
    for support in supports { findings += try check(support.code, support.position, history) }
    return findings
  }

  private func check(_ code: DelegationCode, _ position: Int, _ history: VerifiedHistory) throws -> [Finding] {
    guard let line = history.branches[code] else { return [] }
    let commit = try VerifiedCommit(history.objects, line.commits[position], .branch(code, position))
    guard let on = commit.message.first(.on), let other = try? DelegationCode(on),
      history.negotiation.registry[other] != nil
    else { return [commit.finding(.trailers, "a support that does not say whose proposal it supports")] }
    guard let theirs = history.branches[other] else { return [] }
    var findings: [Finding] = try commit.files.sorted { $0.key < $1.key }.compactMap { identifier, file in
      try isTaken(file, identifier, commit, by: code, from: theirs, whenMainWasAt: line.bases[position], history)
        ? nil : commit.finding(.support, path: file.path, "not what \(other) proposed then")
    }
    for identifier in commit.named() where try isOfPlace(commit, identifier) {
      if try !history.moved(identifier, by: theirs, whenMainWasAt: line.bases[position]) {
        findings.append(commit.finding(.support, path: identifier.path, "\(other) did not propose to move it then"))
      } else if try !isPlaced(identifier, commit, by: line, as: theirs, whenMainWasAt: line.bases[position], history) {
        findings.append(commit.finding(.support, path: identifier.path, "not where \(other) would have it then"))
      }
    }
    return findings
  }

  /// Whether a support gives a paragraph another place, by itself or beside words.
  private func isOfPlace(_ commit: VerifiedCommit, _ identifier: ParagraphIdentifier) throws -> Bool {
    guard commit.isReordered else { return false }
    if commit.files[identifier] == nil { return true }
    let (order, old) = (try commit.order(), try commit.oldOrder())
    return order.place(of: identifier) != nil && old.place(of: identifier) != nil
      && order.stands(identifier, elsewhereThanIn: old)
  }

  /// Whether a supporter has a paragraph where a branch would have it when main stood at a place.
  ///
  /// - Cost: that of one support for each order that the branch had since the first act on the paragraph.
  private func isPlaced(
    _ identifier: ParagraphIdentifier, _ commit: VerifiedCommit, by line: BranchLine, as theirs: BranchLine,
    whenMainWasAt place: Int, _ history: VerifiedHistory
  ) throws -> Bool {
    let order = try commit.order()
    guard let now = order.place(of: identifier), let parent = commit.parent,
      let last = theirs.position(whenMainWasAt: place)
    else { return true }
    let first = max(0, (theirs.acts[identifier]?.first ?? 0) - 1)
    let before = try Snapshot(history.repository, commit: parent.id)
    let base = try Snapshot(history.repository, commit: history.main[place]).order()
    var path = MainPath(history.repository)
    // Each order, with the place on main that the branch stood on.
    var seen: [ObjectID: Int] = [:]
    for position in (min(first, last)...last).reversed() {
      let tree = try history.repository.commit(theirs.commits[position]).tree
      guard let outlines = try history.repository.object(at: "outline", in: tree, history.objects.trees),
        seen.updateValue(theirs.bases[position], forKey: outlines) != theirs.bases[position]
      else { continue }
      let changes = try history.changes(of: theirs, at: position, whenMainWasAt: place, along: &path)
      var edit = try BranchEdit(delegation: line.delegation, oldTip: nil, snapshot: before, base: base)
      try history.negotiation.takePlace(of: now, from: changes.ownOrder(), into: &edit)
      if edit.order.without([]) == order.without([]) { return true }
    }
    return false
  }

  private func isTaken(
    _ file: FileDifference, _ identifier: ParagraphIdentifier, _ commit: VerifiedCommit, by code: DelegationCode,
    from theirs: BranchLine, whenMainWasAt place: Int, _ history: VerifiedHistory
  ) throws -> Bool {
    let main = try Snapshot(history.repository, commit: history.main[place])
    let (own, new) = try commit.paragraphs(file)
    var path = MainPath(history.repository)
    for position in theirs.states(of: identifier, whenMainWasAt: place) {
      let stands = theirs.bases[position] == place
      let known = try Snapshot(history.repository, commit: theirs.commits[position])
      let taken: Paragraph?
      if stands {
        let words = try known.file(of: identifier)
        if try words == main.file(of: identifier) { continue }
        if words == file.new { return true }
        taken = try known.paragraph(identifier)
      } else {
        let changes = try history.changes(of: theirs, at: position, whenMainWasAt: place, along: &path)
        if changes.files[identifier] == nil { continue }
        taken = try changes.paragraph(identifier)
      }
      if case .some(new) = try main.supported(taken, by: code, whoHas: own, identifier) { return true }
    }
    return false
  }
}

extension BranchLine {
  /// The last position of each wording that the branch ever had for a paragraph by the time when main stood at a place,
  /// also of what it had from the beginning; the newest first.
  func states(of identifier: ParagraphIdentifier, whenMainWasAt place: Int) -> [Int] {
    guard let last = position(whenMainWasAt: place) else { return [] }
    var end = last
    var found: [Int] = []
    for touch in (touches[identifier] ?? []).reversed() where touch.position <= last {
      found.append(end)
      end = touch.position - 1
    }
    return end < 0 ? found : found + [end]
  }
}
