internal import Git

/// No reference is locked: a process that was killed leaves its lock behind, and the next to move that reference is
/// refused.
struct LockCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] { findings(in: history.repository) }

  func findings(in repository: Repository) -> [Finding] {
    repository.lastingLocks().map { file in
      let reference = file.hasPrefix("refs/") ? String(file.dropLast(".lock".count)) : nil
      return Finding(
        .lock, reference: reference,
        "it is locked, by a program that writes or that died while it was; the next command that moves it takes away what "
          + "amend left. If no other amend or git runs, type: rm '\(repository.path)\(file)'")
    }
  }
}
