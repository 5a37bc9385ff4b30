extension BracketedText {
  /// The clauses that somebody moves inside the paragraph, by their targets, from left to right.
  ///
  /// A clause is moved where a delegation strikes at least five words in one bracket, wanting nothing in their place, and
  /// puts the same words in, striking nothing, in another. Capitals, white space and the punctuation at the two ends do not count:
  /// they change with the place. Of several equal ones each is paired once, from left to right. Found in the tree
  /// alone, so also in a draft that was read.
  ///
  /// - Cost: linear in the size of the text; where others strike the same clause elsewhere, times their number.
  package var movedClauses: [MovedClause] {
    guard canHaveMovedClauses else { return [] }
    var number = 0
    var struck: [[String]: [Passage]] = [:]
    var inserted: [(words: [String], passage: Passage)] = []
    forEachBracket { bracket in
      defer { number += 1 }
      for side in bracket.alternatives {
        let isEmpty = side.content.isEmpty
        guard isEmpty != (bracket.struck == nil) else { continue }
        let text = (isEmpty ? bracket.struck ?? side.content : side.content).reading(
          of: isEmpty ? nil : side.labels.first)
        // Most are too short, and that is seen without cutting them into words.
        guard text.utf8.count(where: isSpace) >= Clause.fewest - 1 else { continue }
        let clause = Clause(text)
        guard clause.words.count >= Clause.fewest else { continue }
        let passage = Passage(bracket: number, labels: side.labels, text: clause.text)
        if isEmpty {
          struck[clause.words, default: []].append(passage)
        } else {
          inserted.append((clause.words, passage))
        }
      }
    }
    // From left to right, the next one last: what is used up is removed from the end.
    for words in struck.keys { struck[words]?.reverse() }
    var moved: [MovedClause] = []
    for (words, target) in inserted {
      guard var origins = struck.removeValue(forKey: words) else { continue }
      var wanted = target.labels
      var index = origins.count - 1
      while index >= 0, !wanted.isEmpty {
        if let labels = origins[index].take(&wanted) {
          moved.append(
            MovedClause(labels: labels, words: target.text, origin: origins[index].bracket, target: target.bracket))
          if origins[index].labels.isEmpty { origins.remove(at: index) }
        }
        index -= 1
      }
      struck[words] = origins
    }
    return moved
  }
}

extension BracketedText {
  /// Whether somebody strikes something in one bracket and puts something in elsewhere: most texts can be passed over.
  private var canHaveMovedClauses: Bool {
    var (strikes, inserts) = (false, false)
    forEachBracket { bracket in
      if bracket.struck == nil {
        inserts = true
      } else if bracket.alternatives.last?.content.isEmpty == true {
        strikes = true
      }
    }
    return strikes && inserts
  }
}

/// What one side strikes or puts in.
private struct Passage {
  let bracket: Int
  var labels: [String]
  let text: String

  /// Takes the labels that are also wanted out of both; `nil` where there are none.
  mutating func take(_ wanted: inout [String]) -> [String]? {
    let shared = labels.filter(wanted.contains)
    if shared.isEmpty { return nil }
    labels.removeAll(where: shared.contains)
    wanted.removeAll(where: shared.contains)
    return shared
  }
}

/// Some words as they are compared with the same words elsewhere.
private struct Clause {
  /// How many words make a clause.
  static let fewest = 5

  /// The words in small letters, without what stands before the first and after the last letter or digit.
  let words: [String]
  let text: String

  init(_ whole: String) {
    let scalars = whole.unicodeScalars
    let isLetter = { (scalar: Unicode.Scalar) in ScalarKind(scalar.value).continuesWord }
    guard let first = scalars.firstIndex(where: isLetter), let last = scalars.lastIndex(where: isLetter) else {
      (words, text) = ([], "")
      return
    }
    text = String(scalars[first...last])
    words = text.unicodeScalars.split(whereSeparator: Spacing.isSpace).map { String($0).lowercased() }
  }
}
