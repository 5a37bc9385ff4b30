internal import Git

/// The index of the history that is kept is whole, and brought up to date it tells what the commits tell.
struct HistoryIndexCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    try HistoryIndex.complaint(in: history.negotiation.repository).map { complaint in
      [Finding(derived: HistoryIndex.name, complaint)]
    } ?? []
  }
}
