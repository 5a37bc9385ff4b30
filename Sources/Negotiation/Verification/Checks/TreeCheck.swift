internal import Git

/// Every folder is read, so that its hash is known to be right, and holds files and folders only.
struct TreeCheck: RepositoryCheck {
  private var seen: Set<ObjectID> = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    var findings: [Finding] = []
    look(at: commit.stored.tree, path: "", commit, history.repository, &findings)
    return findings
  }

  private mutating func look(
    at tree: ObjectID, path: String, _ commit: VerifiedCommit, _ repository: Repository, _ findings: inout [Finding]
  ) {
    guard seen.insert(tree).inserted else { return }
    let entries: [TreeEntry]
    do throws(GitError) {
      entries = try repository.tree(tree)
    } catch {
      findings.append(commit.finding(.damagedObject, path: path, error.description))
      return
    }
    for entry in entries {
      let place = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.isFolder {
        look(at: entry.id, path: place, commit, repository, &findings)
      } else if let complaint = complaint(entry.kind), commit.line != .other {
        findings.append(commit.finding(.oddEntry, path: place, complaint))
      }
    }
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
