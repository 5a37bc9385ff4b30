internal import Drafting
internal import Git

/// The chair's words of paragraphs that splits and joins connect, in pieces, from decision to decision.
///
/// A paragraph begins as one piece. A join puts the pieces of two paragraphs into one, and its undoing parts them again,
/// whatever was done to their words meanwhile; a split cuts the piece in which it falls. So the pieces that an act changed
/// tell of which paragraphs it is now.
struct ParagraphPieces {
  /// A run of words, and the number by which it is known wherever it goes.
  struct Piece {
    var number: Int
    var text: String
  }

  /// What a decision left of a paragraph; nothing where the paragraph is gone.
  private struct State {
    /// The decision's count.
    var decisions: Int
    var pieces: [Piece]
  }

  private var states: [ParagraphIdentifier: [State]] = [:]

  /// The piece that each was cut from.
  private var origins: [Int?] = []

  /// What pieces were cut in.
  private var cuts: [Int: [Piece]] = [:]

  /// The pieces that joins brought to the paragraphs that stay.
  private var brought: [ObjectID: Set<Int>] = [:]

  /// The pieces that decisions changed.
  private var changed: [ObjectID: [ParagraphIdentifier: Set<Int>]] = [:]

  private let text: (IndexedEvent, ObjectID?) throws -> String?

  /// - Parameters:
  ///   - events: what the chair did to the paragraphs, in any order.
  ///   - text: reads a paragraph's words from its file; `nil` where there is none.
  init(
    _ events: [IndexedEvent], text: @escaping (IndexedEvent, ObjectID?) throws -> String?
  ) throws {
    self.text = text
    let decisions = Dictionary(grouping: events, by: \.commit.id).values.sorted {
      $0[0].commit.decisions < $1[0].commit.decisions
    }
    let known = Dictionary(events.map { ($0.commit.id, $0.commit) }, uniquingKeysWith: { first, _ in first })
    for events in decisions {
      try take(events, undoing: events[0].commit.message.first(.undoes).flatMap { ObjectID($0) }.flatMap { known[$0] })
    }
  }

  /// The pieces of a paragraph now, or those that it had last.
  func last(of identifier: ParagraphIdentifier) -> Set<Int> {
    lastPieces(of: identifier).numbers
  }

  /// The decision by which a paragraph went, by its count; `nil` where it stands.
  func end(of identifier: ParagraphIdentifier) -> Int? {
    guard let state = states[identifier]?.last, state.pieces.isEmpty else { return nil }
    return state.decisions
  }

  /// Some pieces with all that they were cut from.
  func withOrigins(_ numbers: Set<Int>) -> Set<Int> {
    var found = numbers
    for number in origins.indices.reversed() where found.contains(number) {
      if let origin = origins[number] { found.insert(origin) }
    }
    return found
  }

  /// What somebody had for a paragraph, in parts, each with whether another paragraph has words of it later; nothing where
  /// the chair had none.
  ///
  /// - Parameter seen: the decisions that each of both was made after, by their count.
  func parts(
    of text: String, on paragraph: ParagraphIdentifier, seen: Int, sharedWith other: ParagraphIdentifier,
    seen later: Int
  ) -> [(text: String, isShared: Bool)] {
    // What is about to be cut is cut here as well.
    let pieces = pieces(of: paragraph, seen: seen).flatMap { piece in
      cuts[piece.number].map { $0.text == piece.text ? $0 : [piece] } ?? [piece]
    }
    let others = self.pieces(of: other, seen: later).numbers
    let wholes = withOrigins(others)
    return zip(pieces, pieces.parts(of: text)).map { piece, text in
      (text, wholes.contains(piece.number) || !others.isDisjoint(with: withOrigins([piece.number])))
    }
  }

  private func pieces(of identifier: ParagraphIdentifier, seen: Int) -> [Piece] {
    states[identifier]?.last { $0.decisions <= seen }?.pieces ?? []
  }

  /// The pieces of which a delegation had other words than the chair after an event.
  func wantedOtherwise(after event: IndexedEvent) throws -> Set<Int> {
    pieces(of: event.event.identifier, seen: event.commit.decisionsSeen)
      .numbers(otherwiseIn: try text(event, event.event.newFile) ?? "")
  }

  /// The pieces that an event is about: those whose words it changed, or a delegation had otherwise when it followed; all
  /// of the paragraph where it changed none.
  func concerned(by event: IndexedEvent) throws -> Set<Int> {
    let identifier = event.event.identifier
    let isChairs = event.commit.delegationEmail.isEmpty
    if isChairs, let changed = changed[event.commit.id]?[identifier], !changed.isEmpty { return changed }
    // Who speaks of a paragraph that the chair has no more, or not yet, speaks of what it was or came to be.
    let all = (states[identifier] ?? []).filter { !$0.pieces.isEmpty }
    let place = all.lastIndex { $0.decisions <= event.commit.decisionsSeen } ?? 0
    guard all.indices.contains(place) else { return [] }
    let pieces = all[place].pieces
    if pieces.count < 2 || isChairs { return pieces.numbers }
    let (old, new) = (try text(event, event.event.oldFile) ?? "", try text(event, event.event.newFile) ?? "")
    var found: Set<Int>
    if event.commit.parents.count > 1 {
      found = pieces.numbers(otherwiseIn: new)
      if place > 0 { found.formUnion(all[place - 1].pieces.numbers(otherwiseIn: old)) }
    } else {
      let (before, after) = (pieces.parts(of: old), pieces.parts(of: new))
      found = Set(pieces.indices.filter { before[$0] != after[$0] }.map { pieces[$0].number })
    }
    return found.isEmpty ? pieces.numbers : found
  }
}

extension ParagraphPieces {
  /// - Parameter undone: the decision that this one undoes.
  private mutating func take(_ events: [IndexedEvent], undoing undone: CommitRecord?) throws {
    let commit = events[0].commit
    var new: [ParagraphIdentifier: String?] = [:]
    for event in events { new[event.event.identifier] = .some(try text(event, event.event.newFile)) }
    let before = new.keys.reduce(into: [:]) { $0[$1] = pieces(of: $1) }
    var after: [ParagraphIdentifier: [Piece]] = before
    let pair = (undone ?? commit).pair
    if pair.count == 2, pair[0] != pair[1], let first = before[pair[0]], let second = before[pair[1]] {
      switch ((undone ?? commit).action == .split, undone) {
      case (true, nil):
        (after[pair[0]], after[pair[1]]) = cut(first, at: (new[pair[0]] ?? nil) ?? "")
      case (false, let join?):
        let numbers = brought[join.id] ?? []
        after[pair[0]] = first.filter { withOrigins([$0.number]).isDisjoint(with: numbers) }
        after[pair[1]] = first.filter { !withOrigins([$0.number]).isDisjoint(with: numbers) }
      case (let isSplit, _):
        (after[pair[0]], after[pair[1]]) = (first + second, [])
        if !isSplit { brought[commit.id] = second.numbers }
      }
    }
    for (identifier, text) in new.sorted(by: { $0.key < $1.key }) {
      var pieces = after[identifier] ?? []
      if let text {
        if pieces.isEmpty { pieces = lastPieces(of: identifier) }
        pieces = fitted(pieces, to: text)
      } else {
        pieces = []
      }
      let (old, now) = (before[identifier] ?? [], pieces)
      let kept = old.filter { piece in now.contains { $0.number == piece.number && $0.text == piece.text } }
      let numbers = (old + now).numbers
      let isChanged = numbers.subtracting(kept.numbers)
      changed[commit.id, default: [:]][identifier] = isChanged.isEmpty || !pair.isEmpty ? numbers : isChanged
      states[identifier, default: []].append(State(decisions: commit.decisions, pieces: now))
    }
  }

  private func lastPieces(of identifier: ParagraphIdentifier) -> [Piece] {
    states[identifier]?.last { !$0.pieces.isEmpty }?.pieces ?? []
  }

  private func pieces(of identifier: ParagraphIdentifier) -> [Piece] { states[identifier]?.last?.pieces ?? [] }

  private mutating func piece(_ text: String, from origin: Int? = nil) -> Piece {
    origins.append(origin)
    return Piece(number: origins.count - 1, text: text)
  }

  /// The pieces with the words that a decision gave them.
  private mutating func fitted(_ pieces: [Piece], to text: String) -> [Piece] {
    if pieces.isEmpty { return [piece(text)] }
    return zip(pieces, pieces.parts(of: text)).map { Piece(number: $0.number, text: $1) }
  }

  /// The pieces in two paragraphs, of which the first has the words `start`.
  private mutating func cut(_ pieces: [Piece], at start: String) -> ([Piece], [Piece]) {
    var (first, second): ([Piece], [Piece]) = ([], [])
    var rest = start[...]
    for whole in pieces {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      if rest.isEmpty {
        second.append(whole)
      } else if rest.hasPrefix(whole.text) {
        first.append(whole)
        rest = rest.dropFirst(whole.text.count)
      } else {
        let end = whole.text.hasPrefix(rest) ? whole.text.dropFirst(rest.count) : ""
        let halves = [String(rest), Paragraph.canonical(String(end))].map { piece($0, from: whole.number) }
        cuts[whole.number] = halves
        first.append(halves[0])
        second.append(halves[1])
        rest = ""
      }
    }
    return (first, second)
  }
}
