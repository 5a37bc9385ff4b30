internal import Git

/// The index of words that is kept is whole, and brought up to date it holds what one made anew holds.
struct SearchIndexCheck: RepositoryCheck {
  let program: String

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let (negotiation, name) = (history.negotiation, Negotiation.searchIndexName)
    guard negotiation.repository.hasDerived(name) else { return [] }
    guard let image = negotiation.repository.derived(name) else {
      return [Finding(derived: name)]
    }
    // What another program keeps is not used, whatever it holds.
    guard SearchIndex(image: image, program: program) != nil else { return [] }
    let known = try negotiation.searchIndex(program: program, keeps: false)
    let fresh = try negotiation.freshSearchIndex(program: program)
    for line in try known.lines().union(fresh.lines()).sorted() {
      let condition = "WHERE line = ? ORDER BY position, paragraph"
      if try known.wordings(condition, line) != fresh.wordings(condition, line) {
        return [Finding(derived: name, "holds other wordings of \(line) than the history; remove the file")]
      }
    }
    return []
  }
}
