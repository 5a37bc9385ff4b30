package import Drafting
internal import Git
internal import Merging
package import Notation

/// What an import made.
package struct ImportSummary: Hashable, Sendable {
  package var paragraphs: Int
  package var headings: Int
  /// The number of paragraphs that each delegation has a proposal on, in the order of the codes.
  package var proposals: [(code: DelegationCode, count: Int)]

  package static func == (first: ImportSummary, second: ImportSummary) -> Bool {
    first.paragraphs == second.paragraphs && first.headings == second.headings
      && first.proposals.elementsEqual(second.proposals, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(paragraphs)
    hasher.combine(headings)
  }
}

extension Negotiation {
  /// Makes a new negotiation from a draft that was read: the base on main, and each delegation's bracketed text as one
  /// commit on its branch. All of it is written in one pack, or nothing.
  ///
  /// - Parameters:
  ///   - path: where the repository shall stand; nothing, or an empty folder, may be there.
  ///   - source: the name of the file, for the commit's message.
  ///   - progress: called with the number of paragraphs done and of all.
  package static func importing(
    _ draft: ConsolidatedDraft, registry: DelegationRegistry, to path: String, source: String, act: Act,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> ImportSummary {
    var separation = DraftSeparation(draft, registry: registry)
    try separation.separate(progress)
    let title = draft.settings.titleBlock.first ?? source
    var summary = ImportSummary(paragraphs: separation.paragraphCount, headings: separation.headingCount, proposals: [])
    _ = try Repository.create(at: path, description: title) { repository in
      let tips = try repository.inOnePack {
        let message = CommitMessage(
          subject: "Import \(source)", trailers: [.init(.action, Action.importing.rawValue)])
        var files: [String: ObjectID?] = [
          DraftSettings.path: try repository.writeBlob(draft.settings.fileText),
          DelegationRegistry.path: try repository.writeBlob(registry.fileText),
        ]
        for outline in separation.base.order.outlines where !outline.entries.isEmpty {
          files[outline.path] = .some(try repository.writeBlob(outline.fileText))
        }
        for (identifier, paragraph) in separation.base.paragraphs {
          files[identifier.path] = .some(try repository.writeBlob(paragraph.fileText))
        }
        let main = try repository.writeCommit(
          tree: try repository.tree(from: nil, changing: files), parents: [], author: act.chairSignature,
          committer: act.signature, message: message.text)
        let snapshot = try Snapshot(repository, commit: main)
        var moves = [ReferenceMove(ReferenceNames.main, from: nil, to: main)]
        var tips: [DelegationCode: ObjectID] = [:]
        for own in separation.delegationsInOrder {
          guard let changes = separation.own[own.code] else { continue }
          var edit = try BranchEdit(
            delegation: own, oldTip: nil, snapshot: snapshot, base: separation.base.order)
          for (identifier, paragraph) in changes.paragraphs {
            var paragraph = paragraph
            if let other = changes.amends[identifier], let tip = tips[other] {
              paragraph?.amended = .init(code: other, commit: tip.description)
            }
            edit.set(identifier, to: paragraph)
          }
          for (identifier, position) in changes.positions {
            edit.others[Position.path(of: identifier)] = .some(position.fileText)
          }
          edit.order = changes.order
          let places = separation.places(of: own.code)
          let message = CommitMessage(.importing, own, places)
          let commit = try edit.commit(message, act, in: repository)
          tips[own.code] = commit
          moves.append(ReferenceMove(ReferenceNames.delegation(own.code), from: nil, to: commit))
          summary.proposals.append((own.code, places.count))
        }
        return moves
      }
      try repository.move(tips, message: "import")
    }
    summary.proposals.sort { $0.code < $1.code }
    return summary
  }

  /// Makes a new negotiation without any paragraph.
  package static func beginning(
    _ settings: DraftSettings, registry: DelegationRegistry, at path: String, act: Act
  ) throws {
    _ = try Repository.create(at: path, description: settings.titleBlock.first ?? "") { repository in
      let message = CommitMessage(
        subject: "Begin the negotiation", trailers: [.init(.action, Action.initialize.rawValue)])
      let files: [String: ObjectID?] = [
        DraftSettings.path: try repository.writeBlob(settings.fileText),
        DelegationRegistry.path: try repository.writeBlob(registry.fileText),
      ]
      let main = try repository.writeCommit(
        tree: try repository.tree(from: nil, changing: files), parents: [], author: act.chairSignature,
        committer: act.signature, message: message.text)
      try repository.move(ReferenceNames.main, from: nil, to: main, message: message.subject)
    }
  }
}
