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
      var paragraph = try repository.paragraph(own, path: identifier.path, commit: tip)
      let old = try changes.base.paragraph(identifier)
      let new = try main.paragraph(identifier)
      paragraph.text = carried(paragraph.text, from: old?.text ?? "", to: new?.text ?? "").text
      if let new { (paragraph.status, paragraph.notes) = (new.status, new.notes) }
      files[identifier.path] = .some(try repository.writeBlob(paragraph.fileText))
    }
    if let order = changes.order {
      for outline in try self.order(order.own, carriedFrom: order.base).outlines {
        files[outline.path] = .some(try repository.writeBlob(outline.fileText))
      }
    }
    let message = CommitMessage(
      subject: "\(delegation.code) follows main", trailers: [.init(.action, Action.follow.rawValue)])
    let commit = try repository.writeCommit(
      tree: try repository.tree(from: main.tree, changing: files), parents: [tip, main.commit],
      author: delegation.signature(act), committer: act.signature, message: message.text)
    return try Snapshot(repository, commit: commit)
  }

  /// Main's order with the changes that led from `base` to `own` made again.
  private func order(_ own: DraftOrder, carriedFrom base: DraftOrder) throws -> DraftOrder {
    var result = try main.order()
    let changes = orderChanges(from: base.tokens, to: own.tokens)
    for case .paragraph(let identifier) in changes.deleted { result.remove(identifier) }
    for change in changes.moved + changes.inserted {
      guard case .paragraph(let identifier) = change.identifier, let place = own.place(of: identifier) else { continue }
      result.remove(identifier)
      var predecessor = own.predecessor(of: identifier)
      while let before = predecessor, !result.insert(place.entry, after: before) {
        guard case .paragraph(let gone) = before else { break }
        predecessor = own.predecessor(of: gone)
      }
    }
    return result
  }
}
