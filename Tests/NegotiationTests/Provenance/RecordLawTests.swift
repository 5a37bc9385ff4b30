import Drafting
import Git
import Merging
@testable import Negotiation
import TestSupport
import Testing

/// The record alone gives every text: nothing changes a word of a paragraph without an event that tells it.
@Suite("What the record of a paragraph tells, replayed")
struct RecordLawTests {
  @Test(arguments: zip([4, 9, 31, 2, 7] as [UInt64], [false, false, false, true, true]))
  func givesEveryText(_ seed: UInt64, restructures: Bool) throws {
    var talks = try RandomTalks(seed: seed, restructures: restructures)
    for _ in 0..<24 { try talks.act() }
    try talks.round.expectVerified(talks.comment)
    let negotiation = try talks.round.open()
    let changes = try negotiation.allStandingChanges()
    for identifier in try talks.identifiers() {
      var replay = Replay(identifier, negotiation, talks.comment)
      for event in try negotiation.events(of: identifier) { try replay.follow(event) }
      try replay.expect(negotiation.main.file(of: identifier), on: nil)
      for change in changes {
        guard let file = change.files[identifier] else { continue }
        #expect(!change.isBehind)
        try replay.expect(file.own, on: change.delegation.code)
      }
    }
  }
}

/// The wordings of a paragraph on each branch as its events tell them, one after the other.
private struct Replay {
  private let identifier: ParagraphIdentifier
  private let negotiation: Negotiation
  private let comment: Comment
  private var now: [DelegationCode?: Words] = [:]
  private var chairs: [Words] = [Words(nil)]

  init(_ identifier: ParagraphIdentifier, _ negotiation: Negotiation, _ comment: Comment) {
    (self.identifier, self.negotiation, self.comment) = (identifier, negotiation, comment)
  }

  mutating func follow(_ event: ParagraphEvent) throws {
    let (old, new) = (try words(event.oldFile), try words(event.newFile))
    let branch = event.delegation?.code
    // A branch has what it had, or what the chair has made of it.
    #expect(
      now[branch].map { old.says(as: $0, besides: chairs) } ?? false || chairs.contains { old.text == $0.text },
      "\(comment) \(identifier) \(event.commit.short): begins with \(old)")
    if let text = event.after?.text {
      let read = event.words.reading(of: event.delegation?.label ?? "Chair")
      #expect(read.hasPrefix(text), "\(comment) \(identifier) \(event.commit.short): \(read)")
    }
    now[branch] = new
    if branch == nil { chairs.append(new) }
  }

  /// - Parameter branch: one with words of its own, or `nil` for main. It may have kept what the chair had before, which
  ///   is told on main, or with the paragraph that this one was cut from or put together with.
  func expect(_ file: ObjectID?, on branch: DelegationCode?) throws {
    let said = try words(file)
    let told = now[branch] ?? Words(nil)
    let isKept = branch != nil && chairs.contains { said.text == $0.text }
    #expect(
      said.says(as: told, besides: chairs) || isKept,
      "\(comment) \(identifier) \(branch?.description ?? "main"): \(told)")
  }

  private func words(_ file: ObjectID?) throws -> Words {
    try Words(
      file.map { try negotiation.repository.paragraph($0, path: identifier.path, commit: negotiation.main.commit) })
  }

  struct Words {
    let text: String?
    let notes: Set<String>

    init(_ paragraph: Paragraph?) {
      text = paragraph?.text
      notes = Set((paragraph?.footnotes.map(\.line) ?? []) + (paragraph?.notes ?? []))
    }

    /// Whether it is the same, but for footnotes and orders of the chair's, which are told on main.
    func says(as other: Words, besides chairs: [Words]) -> Bool {
      text == other.text
        && notes.symmetricDifference(other.notes).isSubset(of: chairs.reduce(into: []) { $0.formUnion($1.notes) })
    }
  }
}
