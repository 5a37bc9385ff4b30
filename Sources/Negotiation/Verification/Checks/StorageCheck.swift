internal import Git

/// Git shows the objects that are stored, and stores nothing else among them: no `git replace`, no grafts, no file that is
/// no object.
struct StorageCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let repository = history.repository
    let prefix = "refs/replace/"
    var findings = try repository.references(under: prefix).map { reference in
      let name = String(reference.name.dropFirst(prefix.count))
      return Finding(
        .replacedObject, reference: reference.name,
        "git shows the object \(reference.id.short) in the place of \(name.prefix(7)); "
          + "'git replace --delete \(name)' ends that")
    }
    if repository.hasGrafts {
      findings.append(
        Finding(
          .replacedObject, path: "info/grafts", "git tells other parents of commits than they have; remove the file"))
    }
    findings += repository.strayFiles().map { file in
      Finding(.strayFile, path: file, "no object of git's; if no git runs that is writing it, remove it")
    }
    return findings
  }
}
