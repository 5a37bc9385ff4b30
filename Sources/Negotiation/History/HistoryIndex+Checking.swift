internal import Drafting
internal import Git
internal import SQLite

extension HistoryIndex {
  /// What is wrong with the index that is kept, for a finding; `nil` where nothing is, or none is kept.
  ///
  /// What it knows and no branch has is told by itself (``losses(in:)``). It is brought up to date in memory and compared, event by event, with one made from the commits alone.
  static func complaint(in repository: Repository) throws -> String? {
    guard repository.hasDerived(name) else { return nil }
    do {
      let kept = try HistoryIndex(repository, Database(at: path(in: repository), .reading))
      let fresh = try inMemory(repository)
      var checked: Set<ParagraphIdentifier> = []
      return try kept.read { kept in
        try fresh.read { fresh in
          var complaint: String?
          if try kept.commits().map(\.commit) != fresh.commits().map(\.commit) {
            return "tells other commits than the branches have; remove the file"
          }
          if try kept.outline() != fresh.outline() {
            return "tells other paragraphs of a commit than it changed; remove the file"
          }
          try fresh.eachEvent(newestFirst: false) { event in
            let identifier = event.event.identifier
            guard checked.insert(identifier).inserted else { return true }
            let (told, found) = (try kept.events(of: identifier), try fresh.events(of: identifier))
            if told.map(\.commit) != found.map(\.commit) || told.map(\.event) != found.map(\.event) {
              complaint = "tells another history of \(identifier) than the commits; remove the file"
            }
            return complaint == nil
          }
          return complaint
        }
      }
    } catch is HistoryState.OtherFormat {
      // Told by itself: it is whole.
      return nil
    } catch is Outlived {
      return try losses(in: repository).isEmpty ? Finding.madeAgain : nil
    } catch  where isDamage(error) {
      return Finding.madeAgain
    }
  }

  /// Whether the index that is kept is of another version of the program: it is made again when it is needed.
  static func isOfAnotherVersion(in repository: Repository) throws -> Bool {
    guard repository.hasDerived(name) else { return false }
    do {
      _ = try HistoryIndex(repository, Database(at: path(in: repository), .reading))
      return false
    } catch is HistoryState.OtherFormat {
      return true
    } catch  where isDamage(error) {
      return false
    }
  }

  /// Each commit with the paragraphs that it touched, in the order in which a history is told.
  private func outline() throws -> [String] {
    var lines: [String] = []
    try eachEvent(newestFirst: false, tellsActs: true) { event in
      lines.append("\(event.commit.id) " + (event.isAct ? "" : event.event.identifier.description))
      return true
    }
    return lines
  }
}
