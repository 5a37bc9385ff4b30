internal import Git

/// Every folder is read, so that its hash is known to be right, and holds files and folders only.
struct TreeCheck: RepositoryCheck {
  private var seen: Set<ObjectID> = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    look(at: commit.stored.tree, of: commit.id, history.repository) { _, _ in [] }
      .filter { $0.code != .oddEntry || commit.line != .other }
  }

  /// Looks at a folder and all in it, as far as it was not seen before.
  ///
  /// - Parameter file: looks at a file, by its path.
  mutating func look(
    at tree: ObjectID, path: String = "", of commit: ObjectID, _ repository: Repository,
    _ file: (String, ObjectID) -> [Finding]
  ) -> [Finding] {
    guard seen.insert(tree).inserted else { return [] }
    let entries: [TreeEntry]
    do throws(GitError) {
      entries = try repository.tree(tree)
    } catch {
      return [Finding(.damagedObject, commit: commit, path: path.isEmpty ? nil : path, error.description)]
    }
    var findings: [Finding] = []
    for entry in entries {
      let place = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.isFolder {
        findings += look(at: entry.id, path: place, of: commit, repository, file)
      } else if let complaint = complaint(entry.kind) {
        findings.append(Finding(.oddEntry, commit: commit, path: place, complaint))
      } else {
        findings += file(place, entry.id)
      }
    }
    return findings
  }

  private func complaint(_ kind: TreeEntry.Kind) -> String? {
    switch kind {
    case .file, .folder: nil
    case .executable: "the file is marked as a program"
    case .link: "it is a link and no file"
    case .submodule: "it is a submodule and no file"
    }
  }
}
