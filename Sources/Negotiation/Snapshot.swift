package import Drafting
package import Git

/// One branch's state of the draft at one commit, read from the repository piece by piece as it is asked for.
package struct Snapshot {
  package let commit: ObjectID
  package let tree: ObjectID
  let repository: Repository
  private let known = KnownOrder()

  init(_ repository: Repository, commit: ObjectID) throws {
    self.repository = repository
    self.commit = commit
    tree = try repository.commit(commit).tree
  }

  /// The same where the commit's tree is known already.
  init(_ repository: Repository, commit: ObjectID, tree: ObjectID) {
    self.repository = repository
    self.commit = commit
    self.tree = tree
  }

  package func settings() throws -> DraftSettings {
    try parsed(DraftSettings.path) { text throws(DraftingError) in try DraftSettings(fileText: text) }
  }

  package func registry() throws -> DelegationRegistry {
    try parsed(DelegationRegistry.path) { text throws(DraftingError) in try DelegationRegistry(fileText: text) }
  }

  /// The outlines of all sections, in the order of the draft, and what the branch says of paragraphs that were moved.
  ///
  /// - Cost: reads them once, however often it is asked.
  package func order() throws -> DraftOrder {
    if let order = known.order { return order }
    var order = DraftOrder(
      try settings().sections.map { section in
        let path = Outline(section: section).path
        guard try repository.entry(at: path, in: tree) != nil else { return Outline(section: section) }
        return try parsed(path) { text throws(DraftingError) in try Outline(section: section, fileText: text) }
      })
    (order.moved, order.anchors) = try movedFile()
    known.order = order
    return order
  }

  /// The paragraphs that the branch says it has moved.
  func movedParagraphs() throws -> Set<ParagraphIdentifier> { try movedFile().moved }

  private func movedFile() throws -> MovedParagraphsFile.Content {
    let path = MovedParagraphsFile.path
    guard try repository.entry(at: path, in: tree) != nil else { return ([], [:]) }
    return try parsed(path) { text throws(DraftingError) in try MovedParagraphsFile.read(text) }
  }

  /// The file of a paragraph; `nil` where this branch does not have it.
  package func file(of identifier: ParagraphIdentifier) throws -> ObjectID? {
    try repository.entry(at: identifier.path, in: tree)?.id
  }

  package func paragraph(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    guard let file = try file(of: identifier) else { return nil }
    return try repository.paragraph(file, path: identifier.path, commit: commit)
  }

  /// The files of all paragraphs, or of those in some folders (`00`, `ven-00`).
  ///
  /// - Cost: one tree read for each folder of 256 paragraphs.
  package func paragraphFiles(in folders: Set<String>? = nil) throws -> [ParagraphIdentifier: ObjectID] {
    var files: [ParagraphIdentifier: ObjectID] = [:]
    for (name, folder) in try paragraphFolders() where folders?.contains(name) ?? true {
      for file in try repository.tree(folder) {
        guard let identifier = try? ParagraphIdentifier(file.name) else {
          throw NegotiationError(
            .damaged, "paragraphs/\(name)/\(file.name) in commit \(commit.short) is not a paragraph's file")
        }
        files[identifier] = file.id
      }
    }
    return files
  }

  /// The folders of paragraphs by name, each with the tree that says all about the files in it.
  func paragraphFolders() throws -> [String: ObjectID] {
    guard let root = try repository.entry(at: "paragraphs", in: tree) else { return [:] }
    var folders: [String: ObjectID] = [:]
    for entry in try repository.tree(root.id) where entry.isFolder { folders[entry.name] = entry.id }
    return folders
  }

  /// The error for a file that should be there.
  func missing(_ path: String) -> NegotiationError {
    NegotiationError(
      .damaged, "the file '\(path)' is missing in commit \(commit.short)", hint: "'amend verify' checks everything.")
  }

  private func parsed<Value>(_ path: String, _ read: (String) throws(DraftingError) -> Value) throws -> Value {
    guard let entry = try repository.entry(at: path, in: tree) else {
      throw missing(path)
    }
    return try repository.parsed(entry.id, path: path, commit: commit, read)
  }
}

/// What a snapshot has read of its order.
private final class KnownOrder {
  var order: DraftOrder?
}

extension DelegationRegistry {
  /// Where the registry stands in the repository.
  package static let path = "delegations"
}

extension Repository {
  /// Reads a paragraph's file.
  func paragraph(_ file: ObjectID, path: String, commit: ObjectID) throws -> Paragraph {
    try parsed(file, path: path, commit: commit) { text throws(DraftingError) in try Paragraph(fileText: text) }
  }

  /// Reads a file with one of the drafting values; a damaged one is named with its place.
  func parsed<Value>(
    _ file: ObjectID, path: String, commit: ObjectID, _ read: (String) throws(DraftingError) -> Value
  ) throws -> Value {
    let text: String
    do throws(GitError) {
      text = try self.text(file)
    } catch {
      guard error.code == .damaged else { throw error }
      throw NegotiationError(
        .damaged, "\(path) in commit \(commit.short) is damaged: \(error.message)",
        hint: "'amend verify' checks everything.")
    }
    do throws(DraftingError) {
      return try read(text)
    } catch {
      throw NegotiationError(
        .damaged, "\(path) in commit \(commit.short) is damaged: \(error.message)",
        hint: error.hint.isEmpty ? "'amend verify' checks everything." : error.hint)
    }
  }
}
