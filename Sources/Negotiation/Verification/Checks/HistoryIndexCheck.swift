internal import Git

/// The index of the history that is kept is whole, and brought up to date it tells what the commits tell; and
/// the branches still have what it knows.
struct HistoryIndexCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let repository = history.negotiation.repository
    let complaint = try HistoryIndex.complaint(in: repository)
    return try HistoryIndex.losses(in: repository)
      + (complaint.map { [Finding(derived: HistoryIndex.name, $0)] } ?? [])
  }
}
