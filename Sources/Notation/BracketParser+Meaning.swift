internal import Merging

/// Why an attributed bracket makes no sense.
struct BracketProblem: Error {
  var message: String
}

extension BracketParser {
  /// The meaning of a bracket in the house style: `[Arg, Bra: persons / Ven: – ~~others~~]`.
  ///
  /// Struck words written first are understood too: `[Mex: ~~others~~ individuals]`.
  func bracket(_ segments: [BracketSegment]) throws(BracketProblem) -> Bracket {
    var sides = segments.filter { $0.kind != .struck && $0.kind != .rest }
    let struckSegments = segments.filter { $0.kind == .struck }
    if let last = segments.last, last.kind == .struck {
      throw BracketProblem(message: "'~~' stands without its pair")
    }
    guard struckSegments.count <= 1 else {
      throw BracketProblem(message: "the bracket has more than one struck passage")
    }
    if let rest = segments.last, rest.kind == .rest, !written(rest).isEmpty {
      guard sides.count == 1, written(sides[0]).isEmpty else {
        throw BracketProblem(message: "struck words must stand at the end of the bracket")
      }
      (sides[0].pieces, sides[0].written) = (rest.pieces, rest.written)
    }
    if let index = segments.firstIndex(where: { $0.kind == .struck }), index != sides.count {
      throw BracketProblem(message: "struck words must stand at the end of the bracket")
    }
    let struck = struckSegments.first?.pieces.trimmedText()
    return try bracket(
      sides, struck: struck?.isEmpty == true ? nil : struck, hasRivalDash: sides.count > 1)
  }

  /// The meaning of a group whose brackets have no marks of their own: `[others]/[Arg, Bra: persons]/[Ven: DELETE]`.
  func group(_ parts: [Part]) throws(BracketProblem) -> Bracket {
    var sides = parts.map { $0.segments[0] }
    var struck: BracketedText?
    if sides[0].kind == .alternative([]) {
      struck = sides.removeFirst().pieces.trimmedText()
      if struck?.isEmpty == true { struck = nil }
    }
    return try bracket(sides, struck: struck, hasRivalDash: false)
  }

  private func bracket(
    _ sides: [BracketSegment], struck: BracketedText?, hasRivalDash: Bool
  ) throws(BracketProblem) -> Bracket {
    var alternatives: [Alternative] = []
    var names: Set<String> = []
    for side in sides {
      guard case .alternative(let labels) = side.kind else { continue }
      for label in labels where !names.insert(label).inserted {
        throw BracketProblem(message: "\(label) stands twice in the bracket")
      }
      let hasPlace = struck != nil || sides.count > 1
      let content = try content(of: side, struck, hasPlace: hasPlace, hasRivalDash: hasRivalDash)
      alternatives.append(Alternative(labels: labels, content: content))
    }
    if struck == nil, alternatives.allSatisfy({ $0.content.isEmpty }) {
      throw BracketProblem(message: "the bracket says nothing")
    }
    alternatives.sort { first, second in
      if first.content.isEmpty != second.content.isEmpty { return second.content.isEmpty }
      return alphabetically(first.labels[0], second.labels[0])
    }
    return Bracket(alternatives: alternatives, struck: struck)
  }

  /// What a side says; command words and the dash count only as its whole content.
  private func content(
    of side: BracketSegment, _ struck: BracketedText?, hasPlace: Bool, hasRivalDash: Bool
  ) throws(BracketProblem) -> BracketedText {
    let written = written(side)
    if hasRivalDash, written == "–" { return BracketedText() }
    if let word = CommandWord(written) {
      switch (word, struck) {
      case (.delete, _) where hasPlace: return BracketedText()
      case (.retain, let struck?): return struck
      case (.delete, _), (.retain, _):
        throw BracketProblem(message: "nothing says which words '\(written)' is about")
      default: break
      }
    }
    if written.hasPrefix("\\"), let word = CommandWord(written.dropFirst()), word.isAboutWords {
      return BracketedText(text: String(written.dropFirst()))
    }
    return side.pieces.trimmedText()
  }

  /// The content of a segment as written, trimmed; cut short where it is longer than any word of command.
  private func written(_ segment: BracketSegment) -> String {
    let head = bytes[segment.written].drop(while: \.isBlank).prefix(60)
    let tail = bytes[head.endIndex..<segment.written.upperBound]
    if tail.contains(where: { !$0.isBlank }) { return String(decoding: head, as: UTF8.self) + "…" }
    guard let last = head.lastIndex(where: { !$0.isBlank }) else { return "" }
    return String(decoding: head[...last], as: UTF8.self)
  }
}
