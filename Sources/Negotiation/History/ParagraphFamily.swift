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
  let paragraphs: [ParagraphIdentifier]

  /// All that happened to each of them, one paragraph after the other.
  let events: [IndexedEvent]

  /// The splits and joins, and their undoing, that connect the family.
  private(set) var borders: Set<ObjectID> = []

  /// The acts on words that are the paragraph's now, or that it has a part of; by the paragraphs that they were on.
  private var held: [ParagraphIdentifier: Set<ObjectID>] = [:]

  /// The chair's words of the family; `nil` where the paragraph was never split or joined.
  private(set) var pieces: ParagraphPieces?

  /// Where the words are that each act was about, or were last.
  private var homes: [ParagraphIdentifier: [ObjectID: [ParagraphIdentifier]]] = [:]

  /// - Parameters:
  ///   - events: all that happened to a paragraph.
  ///   - text: reads a paragraph's words from its file.
  /// - Cost: nothing but the paragraph's events where it was never split or joined; else two files are read for each of the
  ///   chair's events, and for those of delegations while paragraphs were joined.
  init(
    of identifier: ParagraphIdentifier, _ events: (ParagraphIdentifier) throws -> [IndexedEvent],
    text: @escaping (IndexedEvent, ObjectID?) throws -> String?
  ) throws {
    let (paragraphs, all) = try Self.connected(with: identifier, events)
    (self.paragraphs, self.events) = (paragraphs, all)
    guard paragraphs.count > 1 else { return }
    let chairs = all.filter(\.commit.delegationEmail.isEmpty)
    let cuts = Set(chairs.filter { !$0.commit.pair.isEmpty }.map(\.commit.id))
    borders = Set(
      chairs.map(\.commit).filter { commit in
        cuts.contains(commit.id) || commit.message.first(.undoes).flatMap { ObjectID($0) }.map(cuts.contains) ?? false
      }.map(\.id))
    let pieces = try ParagraphPieces(chairs, text: text)
    self.pieces = pieces
    let parts = paragraphs.reduce(into: [:]) { $0[$1] = pieces.withOrigins(pieces.last(of: $1)) }
    let own = parts[identifier] ?? []
    for event in all {
      let (commit, other) = (event.commit.id, event.event.identifier)
      let concerned = try Self.concerned(by: event, among: all, pieces)
      let places = paragraphs.filter { !concerned.isDisjoint(with: parts[$0] ?? []) }
      homes[other, default: [:]][commit] =
        places.filter { pieces.end(of: $0) == nil } + places.filter { pieces.end(of: $0) != nil }
      guard !concerned.isDisjoint(with: own),
        other == identifier || pieces.end(of: identifier).map({ event.commit.decisionsSeen < $0 }) ?? true
      else { continue }
      held[other, default: []].insert(commit)
    }
  }

  /// The pieces that an event is about: of a rejection, or its undoing, those of which the proposal had other words.
  private static func concerned(
    by event: IndexedEvent, among all: [IndexedEvent], _ pieces: ParagraphPieces
  ) throws -> Set<Int> {
    let undone = event.commit.message.first(.undoes).flatMap { ObjectID($0) }
    let rejection = undone.flatMap { id in all.first { $0.commit.id == id }?.commit } ?? event.commit
    guard rejection.action == .reject, let code = rejection.on.flatMap({ try? DelegationCode($0) }) else {
      return try pieces.concerned(by: event)
    }
    let wanted = all.filter { other in
      other.event.identifier == event.event.identifier && other.commit.decisionsSeen < rejection.decisions
        && other.commit.delegationEmail == code.signatureEmail
    }
    guard let last = wanted.max(by: { $0.commit.generation < $1.commit.generation }) else {
      return try pieces.concerned(by: event)
    }
    let numbers = try pieces.wantedOtherwise(after: last)
    return numbers.isEmpty ? try pieces.concerned(by: event) : numbers
  }

  /// The paragraphs that splits and joins connect with one, which is the first, and what happened to them.
  static func connected(
    with identifier: ParagraphIdentifier, _ events: (ParagraphIdentifier) throws -> [IndexedEvent]
  ) rethrows -> (paragraphs: [ParagraphIdentifier], events: [IndexedEvent]) {
    var (paragraphs, all): ([ParagraphIdentifier], [IndexedEvent]) = ([identifier], [])
    var next = 0
    while next < paragraphs.count {
      let own = try events(paragraphs[next])
      all += own
      for pair in own.map(\.commit.pair) where pair.contains(paragraphs[next]) {
        for other in pair where !paragraphs.contains(other) { paragraphs.append(other) }
      }
      next += 1
    }
    return (paragraphs, all)
  }

  /// The paragraphs of the family that have the words which an act was about, those that are gone and had them last behind.
  func homes(of commit: ObjectID, on identifier: ParagraphIdentifier) -> [ParagraphIdentifier] {
    homes[identifier]?[commit] ?? [identifier]
  }

  /// Whether an act on a paragraph of the family belongs to the history of the one asked for.
  func holds(_ commit: ObjectID, on identifier: ParagraphIdentifier) -> Bool {
    paragraphs.count == 1 || held[identifier]?.contains(commit) ?? false
  }
}

extension CommitRecord {
  /// How many of the chair's decisions it was made after.
  var decisionsSeen: Int { delegationEmail.isEmpty ? decisions - 1 : decisions }
}
