internal import Drafting
internal import Git
internal import SQLite

/// What is kept of the credits of words is whole, and what would be given again is what the commits give.
struct KeptBlameCheck: RepositoryCheck {
  let program: String

  /// Writes the table of credits; tables are not looked at where there is none.
  let writer: BlameForm.Writer?

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let repository = history.negotiation.repository
    let names = repository.derivedNames(in: BlameShelf.folder)
    guard !names.isEmpty, repository.hasDerived(HistoryIndex.name) else { return [] }
    let negotiation = try Negotiation(at: repository.path)
    do {
      // What is kept counts only beside the index that is kept; that one is not written here.
      let index = try HistoryIndex(repository, Database(at: HistoryIndex.path(in: repository), .reading))
      try index.read { _ in }
      negotiation.history = index
      return try names.compactMap { try finding(in: $0, negotiation) }
    } catch  where HistoryIndex.isDamage(error) {
      return []
    }
  }

  private func finding(in name: String, _ negotiation: Negotiation) throws -> Finding? {
    guard let (identifier, isConsolidated, isTable) = BlameShelf.paragraph(ofFile: name) else { return nil }
    let path = BlameShelf.folder + "/" + name
    guard negotiation.repository.derived(path) != nil else {
      return Finding(derived: path)
    }
    let shelf = try BlameShelf(negotiation, identifier, isConsolidated: isConsolidated, program: program)
    let table = isTable ? try shelf.keptTable(renews: false) : nil
    let kept = isTable ? nil : try shelf.kept(renews: false)
    guard table != nil || kept != nil,
      let place = try negotiation.paragraph(everNamed: ParagraphAddress("@\(identifier)")).place
    else { return nil }
    let blame = try negotiation.blame(place, isConsolidated: isConsolidated)
    if let kept, kept.credits != ParagraphCredits(pieces: blame.pieces, notes: blame.notes) {
      return Finding(derived: path, "credits other words than the commits; remove the file")
    }
    if let table, let writer, writer(blame, table.form) != table.text {
      return Finding(derived: path, "tells other credits than the commits; remove the file")
    }
    return nil
  }
}
