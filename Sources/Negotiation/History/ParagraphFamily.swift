internal import Drafting
internal import Git

/// The acts that belong to a paragraph's history beside those on itself, and those on itself that belong to another's: what
/// was done to its words while they stood in another paragraph, which it was split from, was joined to while a join held
/// that is undone, or which is part of it now.
///
/// What came before a decision and what after it is told by what each commit has seen of main, never by the clock; whose
/// words an act was about by the words that it changed (``ParagraphPieces``).
struct ParagraphFamily {
  /// The paragraphs that splits and joins connect with the one asked for; that one is the first.
  private(set) var paragraphs: [ParagraphIdentifier]

  /// The splits and joins, and their undoing, that connect the family.
  private(set) var borders: Set<ObjectID> = []

  /// The acts on words that are the paragraph's now, or that it has a part of; by the paragraphs that they were on.
  private var held: [ParagraphIdentifier: Set<ObjectID>] = [:]

  /// Those of them on words that are the paragraph's now and no other's, or of which the paragraph that they were on has
  /// nothing.
  private var moved: [ParagraphIdentifier: Set<ObjectID>] = [:]

  /// - Parameters:
  ///   - events: all that happened to a paragraph.
  ///   - text: reads a paragraph's words from its file.
  /// - Cost: nothing but the paragraph's events where it was never split or joined; else two files are read for each of the
  ///   chair's events, and for those of delegations while paragraphs were joined.
  init(
    of identifier: ParagraphIdentifier, _ events: (ParagraphIdentifier) throws -> [IndexedEvent],
    text: @escaping (IndexedEvent, ObjectID?) throws -> String?
  ) throws {
    paragraphs = [identifier]
    var all: [IndexedEvent] = []
    var next = 0
    while next < paragraphs.count {
      let own = try events(paragraphs[next])
      all += own
      for pair in own.map(\.commit.pair) where pair.contains(paragraphs[next]) {
        for other in pair where !paragraphs.contains(other) { paragraphs.append(other) }
      }
      next += 1
    }
    guard paragraphs.count > 1 else { return }
    let chairs = all.filter(\.commit.delegationEmail.isEmpty)
    let cuts = Set(chairs.filter { !$0.commit.pair.isEmpty }.map(\.commit.id))
    borders = Set(
      chairs.map(\.commit).filter { commit in
        cuts.contains(commit.id) || commit.message.first(.undoes).flatMap { ObjectID($0) }.map(cuts.contains) ?? false
      }.map(\.id))
    let pieces = try ParagraphPieces(chairs, text: text)
    let last = pieces.last(of: identifier)
    let (own, wholes) = (pieces.withOrigins(last), pieces.withWholes(last))
    for event in all {
      let concerned = try pieces.concerned(by: event)
      guard !concerned.isDisjoint(with: own),
        event.event.identifier == identifier
          || pieces.end(of: identifier).map({ event.commit.decisionsSeen < $0 }) ?? true
      else { continue }
      held[event.event.identifier, default: []].insert(event.commit.id)
      let there = pieces.withOrigins(pieces.last(of: event.event.identifier))
      if !concerned.isDisjoint(with: wholes) || concerned.isDisjoint(with: there) {
        moved[event.event.identifier, default: []].insert(event.commit.id)
      }
    }
  }

  /// Whether an act on a paragraph of the family belongs to the history of the one asked for.
  func holds(_ commit: ObjectID, on identifier: ParagraphIdentifier) -> Bool {
    paragraphs.count == 1 || held[identifier]?.contains(commit) ?? false
  }

  /// Whether its words are that paragraph's now, and not only in part: it is told there, also where it was on another.
  func hasMoved(_ commit: ObjectID, on identifier: ParagraphIdentifier) -> Bool {
    moved[identifier]?.contains(commit) ?? false
  }
}

extension CommitRecord {
  /// How many of the chair's decisions it was made after.
  var decisionsSeen: Int { delegationEmail.isEmpty ? decisions - 1 : decisions }
}
