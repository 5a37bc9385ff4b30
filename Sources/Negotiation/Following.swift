internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// A delegation's branch brought up to main: the branch itself where main has not moved, else a merge commit (not yet
  /// on any branch) in which every standing change is carried over to main's text.
  func followed(_ delegation: Delegation, tip: ObjectID, _ act: Act) throws -> Snapshot {
    guard let changes = try standingChanges(of: delegation, tip: tip), changes.base.commit != main.commit else {
      return try Snapshot(repository, commit: tip)
    }
    var files: [String: ObjectID?] = [:]
    for (identifier, file) in changes.files {
      guard let own = file.own else {
        if try main.file(of: identifier) != nil { files[identifier.path] = .some(nil) }
        continue
      }
      let current = try main.file(of: identifier)
      guard current != file.base else {
        files[identifier.path] = own
        continue
      }
      let new = try main.paragraph(identifier)
      var paragraph = try repository.paragraph(own, path: identifier.path, commit: tip)
        .carried(from: changes.base.paragraph(identifier), to: new).paragraph
      if let new { (paragraph.status, paragraph.notes) = (new.status, new.notes) }
      files[identifier.path] = .some(try repository.writeBlob(paragraph.fileText))
    }
    if let order = try orderOnMain(changes) {
      for outline in order.own.outlines where !order.base.outlines.contains(outline) {
        files[outline.path] = .some(outline.entries.isEmpty ? nil : try repository.writeBlob(outline.fileText))
      }
    }
    let message = CommitMessage(
      subject: "\(delegation.code) follows main", trailers: [.init(.action, Action.follow.rawValue)])
    let commit = try repository.writeCommit(
      tree: try repository.tree(from: main.tree, changing: files), parents: [tip, main.commit],
      author: delegation.signature(act), committer: act.signature, message: message.text)
    return try Snapshot(repository, commit: commit)
  }

  /// Main's order and the delegation's, where it would have another: the changes that led from the branch's base to its
  /// own order, made again in main's. A paragraph that main took away and the delegation has in other words stays.
  func orderOnMain(_ changes: StandingChanges) throws -> (base: DraftOrder, own: DraftOrder)? {
    guard changes.base.commit != main.commit else { return changes.order }
    let order = try main.order()
    let own = try changes.order?.own ?? changes.snapshot.order()
    var result = order
    let difference = own.changes(since: changes.order?.base ?? own)
    for case .paragraph(let identifier) in difference.deleted { result.remove(identifier) }
    for change in difference.moved + difference.inserted {
      guard case .paragraph(let identifier) = change.identifier, let place = own.place(of: identifier) else { continue }
      try insert(place.entry, asIn: own, into: &result)
    }
    for place in own.places
    where changes.files[place.entry.identifier]?.own != nil && result.place(of: place.entry.identifier) == nil {
      try insert(place.entry, asIn: own, into: &result)
    }
    return result == order ? nil : (order, result)
  }
}
