internal import Git

/// No reference is locked: a process that was killed leaves its lock behind, and the next to move that reference is
/// refused.
struct LockCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] { findings(in: history.repository) }

  func findings(in repository: Repository) -> [Finding] {
    let locks = repository.lastingLocks()
    let abandoned = locks.isEmpty ? [] : repository.abandonedLocks()
    return locks.map { file in
      let isReference = file.hasPrefix("refs/")
      return Finding(
        .lock, reference: isReference ? String(file.dropLast(".lock".count)) : nil, path: isReference ? nil : file,
        abandoned.contains(file)
          ? "a command of amend that was killed left it locked; the next one that moves it takes the lock away, and nothing "
            + "else need be done"
          : "it is locked, by a program that writes or that died while it did; if no other amend or git runs, type: "
            + "rm '\(repository.path)\(file)'")
    }
  }
}
