package import Drafting
internal import Git

/// A number of the chair's text that no paragraph has any more.
package struct GoneNumber: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var section: SectionName
  package var old: ParagraphNumber

  /// The paragraph that its words are part of now; `nil` where it was deleted.
  package var joined: ParagraphIdentifier?
}

extension Negotiation {
  /// The numbers that paragraphs had which are deleted, or joined with others, since the draft was last numbered through.
  ///
  /// - Cost: reads the messages of main's commits since then, and an order for each such decision.
  func goneNumbers() throws -> [GoneNumber] {
    let standing = Set(try main.order().places.map(\.entry.identifier))
    var undone: Set<String> = []
    var found: [ParagraphIdentifier: GoneNumber] = [:]
    for id in try repository.commits(from: [main.commit], order: .newestFirst) {
      let commit = try repository.commit(id)
      let message = CommitMessage(text: commit.message)
      undone.formUnion(message.values(.undoes))
      guard !undone.contains(id.hex), let parent = commit.parents.first else { continue }
      if message.action == .renumber { break }
      guard message.action == .adopt || message.action == .join else { continue }
      let names = try message.values(.identifier).map { try ParagraphIdentifier($0) }
      let gone = names.filter { !standing.contains($0) && found[$0] == nil }
      if gone.isEmpty { continue }
      let order = try Snapshot(repository, commit: parent).order()
      for identifier in gone {
        guard let place = order.place(of: identifier), let number = place.entry.number else { continue }
        found[identifier] = GoneNumber(
          identifier: identifier, section: place.section, old: number,
          joined: message.action == .join && identifier == names.last ? names.first : nil)
      }
    }
    return found.values.map { number in
      var number = number
      while let whole = number.joined, !standing.contains(whole) { number.joined = found[whole]?.joined }
      return number
    }.sorted { ($0.old, $0.identifier) < ($1.old, $1.identifier) }
  }

  /// Whether the chair's text ever had a paragraph in another section than now: a number in it may mean that one.
  ///
  /// - Cost: reads the messages of main's commits, and an order for each that names the paragraph.
  func isMovedBetweenSections(_ identifier: ParagraphIdentifier) throws -> Bool {
    guard let section = try main.order().place(of: identifier)?.section else { return false }
    for id in try repository.commits(from: [main.commit], order: .newestFirst) {
      let commit = try repository.commit(id)
      guard CommitMessage(text: commit.message).values(.identifier).contains(identifier.description),
        let parent = commit.parents.first,
        let before = try Snapshot(repository, commit: parent).order().place(of: identifier)
      else { continue }
      if before.section != section { return true }
    }
    return false
  }
}
