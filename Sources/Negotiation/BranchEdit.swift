internal import Drafting
internal import Git
internal import Merging

/// A delegation's branch that is about to get one more commit. Nothing is moved before ``Negotiation/finish(_:)``.
struct BranchEdit {
  let delegation: Delegation

  /// The tip that the branch had when the edit began; `nil` where it had none.
  let oldTip: ObjectID?

  /// What the branch holds, brought up to main.
  var snapshot: Snapshot
  var order: DraftOrder
  private(set) var files: [ParagraphIdentifier: Paragraph?] = [:]
  /// Files that are no paragraphs, by their paths.
  var others: [String: String?] = [:]
  /// What a person should know besides.
  var remarks: [String] = []
  private var oldOrder: DraftOrder

  /// The chair's order.
  let base: DraftOrder

  init(delegation: Delegation, oldTip: ObjectID?, snapshot: Snapshot, base: DraftOrder) throws {
    self.delegation = delegation
    self.oldTip = oldTip
    self.snapshot = snapshot
    self.base = base
    order = try snapshot.order()
    oldOrder = order
  }

  /// The paragraph as the branch has it; `nil` where it does not.
  func paragraph(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    if let changed = files[identifier] { return changed }
    return try snapshot.paragraph(identifier)
  }

  mutating func set(_ identifier: ParagraphIdentifier, to paragraph: Paragraph?) {
    files[identifier] = .some(paragraph)
  }

  /// Whether nothing that was set differs from what the branch holds.
  func isUnchanged() throws -> Bool {
    guard order.outlines == oldOrder.outlines, order.namedMoves(since: base) == oldOrder.moved else { return false }
    guard others.isEmpty else { return false }
    for (identifier, paragraph) in files where try snapshot.paragraph(identifier) != paragraph { return false }
    return true
  }

  /// Writes the new files and the commit.
  func commit(_ message: CommitMessage, _ act: Act, in repository: Repository) throws -> ObjectID {
    var changes: [String: ObjectID?] = [:]
    for (path, text) in others { changes[path] = .some(try text.map { try repository.writeBlob($0) }) }
    for (identifier, paragraph) in files {
      changes[identifier.path] = .some(try paragraph.map { try repository.writeBlob($0.fileText) })
    }
    for (index, outline) in order.outlines.enumerated()
    where !oldOrder.outlines.indices.contains(index)
      || oldOrder.outlines[index] != outline
    {
      changes[outline.path] = .some(outline.entries.isEmpty ? nil : try repository.writeBlob(outline.fileText))
    }
    var named = order
    if order != oldOrder { named.keepNamedMoves(since: base) }
    if named.moved != oldOrder.moved || named.anchors != oldOrder.anchors {
      changes[MovedParagraphsFile.path] = .some(
        named.moved.isEmpty
          ? nil : try repository.writeBlob(MovedParagraphsFile.text((named.moved, named.anchors))))
    }
    var message = message
    if let document = act.document { message.trailers.append(.init(.document, document)) }
    return try repository.writeCommit(
      tree: try repository.tree(from: snapshot.tree, changing: changes), parents: [snapshot.commit],
      author: delegation.signature(act), committer: act.signature, message: message.text)
  }
}

extension Negotiation {
  /// Begins an edit of a delegation's branch, after bringing it up to main where main has moved on.
  func edit(_ delegation: Delegation, _ act: Act) throws -> BranchEdit {
    let tip = try repository.reference(ReferenceNames.delegation(delegation.code))
    guard let tip else {
      return try BranchEdit(delegation: delegation, oldTip: nil, snapshot: main, base: main.order())
    }
    try refuseBranchAhead(delegation, tip)
    return try BranchEdit(
      delegation: delegation, oldTip: tip, snapshot: try followed(delegation, tip: tip, act), base: main.order())
  }

  /// Refuses where the branch has followed a decision already that is later than the chair's text which is read here.
  private func refuseBranchAhead(_ delegation: Delegation, _ tip: ObjectID) throws {
    guard let now = try repository.reference(ReferenceNames.main), now != main.commit,
      let base = try repository.mergeBase(now, tip), try !repository.isAncestor(base, of: main.commit)
    else { return }
    throw NegotiationError(
      .moved, "somebody else has changed the branch of \(delegation.names[0]) at this moment; nothing was written",
      hint: "Type the command again.")
  }

  /// Moves the delegation's branch to `commit`.
  ///
  /// - Throws: `NegotiationError.moved` where somebody else has moved it since the edit began.
  func finish(_ edit: BranchEdit, at commit: ObjectID, _ message: CommitMessage) throws {
    try move(
      ReferenceNames.delegation(edit.delegation.code), from: edit.oldTip, to: commit, message,
      happening: "has changed the branch of \(edit.delegation.names[0])")
  }
}

extension Delegation {
  /// The author of the delegation's commits.
  func signature(_ act: Act) -> Signature {
    Signature(
      name: names.first ?? label, email: signatureEmail, seconds: Int64(act.time),
      offsetMinutes: act.offsetMinutes)
  }
}

extension Act {
  var signature: Signature { Signature(name: name, email: email, seconds: Int64(time), offsetMinutes: offsetMinutes) }

  /// The author of the chair's commits.
  var chairSignature: Signature {
    Signature(name: "Chair", email: "chair@delegations.invalid", seconds: Int64(time), offsetMinutes: offsetMinutes)
  }
}
