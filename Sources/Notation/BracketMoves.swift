internal import Merging

/// Which sides of a text's brackets are clauses that move inside it.
struct BracketMoves {
  private var struck: [Int: Int] = [:]
  private var added: [Int: [(labels: [String], move: Int)]] = [:]

  init(_ clauses: [MovedClause]) {
    for (move, clause) in clauses.enumerated() {
      if struck[clause.origin] == nil { struck[clause.origin] = move }
      added[clause.target, default: []].append((clause.labels, move))
    }
  }

  var isEmpty: Bool { struck.isEmpty }

  /// One side of a bracket: the number of the first bracket inside it, and the clause that it is.
  struct Side {
    var first = 0
    var move: Int?
  }

  /// The sides of one bracket.
  struct Sides {
    fileprivate(set) var alternatives: [Side] = []
    fileprivate(set) var struck = Side()

    subscript(index: Int) -> Side { alternatives.isEmpty ? Side() : alternatives[index] }
  }

  /// - Parameter number: the bracket's place in the order of ``Merging/BracketedText/forEachBracket(_:)``.
  /// - Cost: none where nothing moves.
  func sides(of bracket: Bracket, _ number: Int) -> Sides {
    var sides = Sides()
    if isEmpty { return sides }
    var next = number + 1
    for alternative in bracket.alternatives {
      let move = added[number]?.first { alternative.labels.contains($0.labels[0]) }?.move
      sides.alternatives.append(Side(first: next, move: move))
      next += alternative.content.bracketCount
    }
    sides.struck = Side(first: next, move: struck[number])
    return sides
  }
}
