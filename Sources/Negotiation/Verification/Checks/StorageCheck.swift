internal import Git

/// Git shows the objects that are stored, and stores nothing else among them: no `git replace`, no grafts, no file that is
/// no object. Its references name something, and its packs end
/// where the lists of what they hold say.
struct StorageCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] { findings(in: history.repository) }

  func findings(in repository: Repository) -> [Finding] {
    let prefix = "refs/replace/"
    // What of them cannot be read is told below.
    var findings = repository.legibleReferences(under: prefix).map { reference in
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
    findings += repository.damagedReferences().map { name, complaint in
      let isFile = name == "packed-refs"
      return Finding(
        .damagedReference, reference: isFile ? nil : name, path: isFile ? name : nil,
        complaint + (name == "HEAD" ? "; type: echo 'ref: refs/heads/main' > '\(repository.path)HEAD'" : ""))
    }
    findings += repository.damagedPacks().map { Finding(.damagedPack, path: $0.path, $0.complaint) }
    return findings
  }
}
