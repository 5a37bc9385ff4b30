package import Git
internal import Drafting
internal import Merging
internal import Notation

extension Negotiation {
  /// Keeps a consolidated draft on the branch `consolidated`: a commit whose parents are the chair's text and every
  /// delegation's tip it was made from (and the draft kept before, last, so that none is ever lost).
  ///
  /// The tree is main's, with the brackets in the files of disputed paragraphs, and the whole written draft in
  /// `draft.txt`; the same inputs give the same tree.
  ///
  /// A draft that somebody else keeps in this moment, also that of a revision, comes before it.
  ///
  /// - Returns: the commit; the one that is there already where it was made from the same inputs.
  /// - Throws: `NegotiationError.moved` where others keep drafts and decide without a pause.
  package func keep(_ consolidation: Consolidation, act: Act) throws -> ObjectID {
    for _ in 1...Self.attempts {
      guard let tip = try repository.reference(ReferenceNames.main) else { break }
      let now = tip == main.commit ? self : try Negotiation(repository, mainAt: tip)
      try now.finishRevision()
      if try now.waitingRevision() != nil { continue }
      let (commit, move) = try keptDraft(consolidation, act: act)
      guard let move else { return commit }
      // While main stays, no revision is made.
      let moves = [move, ReferenceMove(staying: ReferenceNames.main, at: tip)]
      if try moved(moves, CommitMessage(text: repository.commit(commit).message)) { return commit }
    }
    throw NegotiationError(
      .moved, "somebody else has kept a draft at this moment; nothing was written", hint: "Type the command again.")
  }

  /// The commit of a consolidated draft, not yet on its branch, and the move that puts it there; `nil` where it is there.
  func keptDraft(_ consolidation: Consolidation, act: Act) throws -> (commit: ObjectID, move: ReferenceMove?) {
    let previous = try repository.reference(ReferenceNames.consolidated)
    if let previous, try isMade(previous, of: consolidation.inputs) { return (previous, nil) }
    let files = try keptFiles(consolidation) { try repository.writeBlob($0) }
    let message = CommitMessage(
      subject: "Keep the consolidated draft", trailers: [.init(.action, Action.keep.rawValue)])
    let commit = try repository.writeCommit(
      tree: try repository.tree(from: main.tree, changing: files),
      parents: consolidation.inputs + (previous.map { [$0] } ?? []), author: act.chairSignature,
      committer: act.signature, message: message.text)
    return (commit, ReferenceMove(ReferenceNames.consolidated, from: previous, to: commit))
  }

  /// The files in which a kept draft differs from main.
  ///
  /// - Parameter blob: stores a file's text, or only names it.
  func keptFiles(
    _ consolidation: Consolidation, _ blob: (String) throws -> ObjectID
  ) throws -> [String: ObjectID?] {
    let notation = BracketNotation(rawValue: settings.notation) ?? .oas
    let labels = BracketWriter(notation: notation, language: settings.language, labels: LabelTable(registry: registry))
    let whole = DraftWriter(format: .text, notation: notation, registry: registry)
    var files: [String: ObjectID?] = [
      "draft.txt": try blob(whole.write(consolidation.draft.annotated(with: consolidation.positions)))
    ]
    for section in consolidation.draft.sections {
      let entries = section.items.compactMap { item in item.identifier.map { Outline.Entry($0, item.kind) } }
      let outline = Outline(section: section.name, entries: entries)
      if !entries.isEmpty { files[outline.path] = try blob(outline.fileText) }
      for item in section.items where item.body.bracketCount > 0 {
        guard let identifier = item.identifier else { continue }
        let paragraph = Paragraph(
          text: labels.write(item.body), footnotes: item.footnotes, status: item.status, notes: item.notes)
        files[identifier.path] = try blob(paragraph.fileText)
      }
    }
    return files
  }

  /// Whether a kept draft was made from just these inputs; its last parent may be the draft kept before.
  private func isMade(_ kept: ObjectID, of inputs: [ObjectID]) throws -> Bool {
    let parents = try repository.commit(kept).parents
    guard parents.starts(with: inputs) else { return false }
    guard let last = parents.dropFirst(inputs.count).first else { return true }
    return try parents.count == inputs.count + 1
      && CommitMessage(text: repository.commit(last).message).action == .keep
  }
}
