/// Several acts as one: what they move is planned, and moved together at the end.
extension Repository {
  /// Runs `body`, in which references only seem to move and what is written stays in memory; then stores all of it and moves
  /// the references, all or none.
  ///
  /// Nothing else of this kind happens in the repository meanwhile (``alone(_:)``). Inside another `inOneMove` it just runs
  /// `body`.
  ///
  /// - Parameter message: for git's log of the references, where it keeps one.
  /// - Throws: what `body` throws, with nothing left behind; like ``move(_:message:)``.
  package func inOneMove(message: String, _ body: () throws -> Void) throws {
    if planned != nil { return try body() }
    try alone {
      planned = [:]
      defer { planned = nil }
      try inOnePack(body)
      let moves = (planned ?? [:]).values.filter { $0.from != $0.to }
      planned = nil
      try move(Array(moves), message: message)
    }
  }

  /// Takes moves into the plan, each from where the plan has the reference by now.
  func plan(_ moves: [ReferenceMove]) throws(GitError) {
    for move in moves { try compare(move) }
    for move in moves {
      let first = planned?[move.name] ?? move
      planned?[move.name] = ReferenceMove(move.name, from: first.from, to: move.to)
    }
  }

  /// The references under a prefix as the plan has them.
  func asPlanned(
    _ references: [(name: String, id: ObjectID)], under prefix: String
  ) -> [(name: String, id: ObjectID)] {
    guard let planned, !planned.isEmpty else { return references }
    let others = references.filter { planned[$0.name] == nil }
    let moved = planned.values.compactMap { move in
      move.name.hasPrefix(prefix) ? move.to.map { (name: move.name, id: $0) } : nil
    }
    return (others + moved).sorted { $0.name < $1.name }
  }
}
