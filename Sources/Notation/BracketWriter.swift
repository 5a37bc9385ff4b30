package import Drafting
package import Merging

/// Writes a bracketed text in one of the two notations.
package struct BracketWriter: Sendable {
  package var notation: BracketNotation
  package var language: Language
  package var labels: LabelTable

  package init(notation: BracketNotation = .oas, language: Language = .english, labels: LabelTable) {
    self.notation = notation
    self.language = language
    self.labels = labels
  }

  /// The written text in spans; joined they are ``write(_:)``.
  ///
  /// - Parameter text: brackets at most 200 deep; every label in it is one of the table's.
  ///
  /// - Parameter showsMoves: tells the clauses that move inside the text from others (``Span/move``).
  package func spans(of text: BracketedText, showsMoves: Bool = false) -> [Span] {
    var output = BracketOutput(
      escapes: BracketEscapes(labels), moves: BracketMoves(showsMoves ? text.movedClauses : []), SpanTarget())
    write(text, .plain, isInside: false, to: &output)
    return output.target.spans
  }

  /// The written text: ``BracketReader`` reads the same value out of it.
  package func write(_ text: BracketedText) -> String {
    var output = BracketOutput(escapes: BracketEscapes(labels), moves: BracketMoves([]), TextTarget())
    write(text, .plain, isInside: false, to: &output)
    return output.target.text
  }

  /// Writes a content piece by piece.
  ///
  /// - Parameters:
  ///   - side: what the content is in its bracket.
  ///   - following: what is written after it, where that could be read together with its last words.
  private func write(
    _ content: BracketedText, _ emphasis: Span.Emphasis, isInside: Bool, isCurrent: Bool = false,
    _ side: BracketMoves.Side = BracketMoves.Side(), following: String = "",
    to output: inout BracketOutput<some BracketTarget>
  ) {
    let brackets = output.escapes.unsafeBrackets(in: content, isInside: isInside)
    let last = content.pieces.count - 1
    var number = side.first
    for (index, piece) in content.pieces.enumerated() {
      switch piece {
      case .bracket(let bracket):
        write(bracket, output.moves.sides(of: bracket, number), to: &output)
        if !output.moves.isEmpty { number += BracketedText([piece]).bracketCount }
      case .text(let text):
        let place = BracketEscapes.Place(
          isInside: isInside, beginsCurrentWords: isCurrent && index == 0,
          followsBracket: index > 0, precedesBracket: index < last,
          following: index == last ? Array(following.utf8) : [])
        let escaped = output.escapes.escaped(text, brackets: brackets.isEmpty ? [] : brackets[index], at: place)
        output.append(escaped, emphasis, move: side.move)
      }
    }
  }

  private func write(
    _ bracket: Bracket, _ sides: BracketMoves.Sides, to output: inout BracketOutput<some BracketTarget>
  ) {
    switch notation {
    case .oas: writeMarked(bracket, sides, to: &output)
    case .alternatives: writeGroup(bracket, sides, to: &output)
    }
  }

  /// `[Arg, Bra: persons / Ven: – ~~others~~]`
  private func writeMarked(
    _ bracket: Bracket, _ sides: BracketMoves.Sides, to output: inout BracketOutput<some BracketTarget>
  ) {
    let hasRivals = bracket.alternatives.count > 1
    let outer = output.labels
    defer { output.labels = outer }
    // What only one side would have is that side's as a whole.
    if let only = bracket.alternatives.first, !hasRivals { output.labels = only.labels }
    let shared = output.labels
    output.append("[")
    for (index, alternative) in bracket.alternatives.enumerated() {
      if index > 0 { output.append(" / ") }
      output.labels = alternative.labels
      defer { output.labels = shared }
      output.append(list(alternative), .label)
      output.append(":", .label)
      if alternative.content.isEmpty {
        if hasRivals { output.append(" –") }
        continue
      }
      output.append(" ")
      if hasRivals, alternative.content == BracketedText(text: "–") {
        output.append("\\–", .added)
        continue
      }
      let next = index + 1
      let isLast = next == bracket.alternatives.count
      write(
        alternative, sides[index], following: isLast ? "" : " / \(list(bracket.alternatives[next])):", to: &output)
    }
    if let struck = bracket.struck {
      output.append(" ")
      output.append("~~", .mark)
      write(struck, .struck, isInside: true, sides.struck, to: &output)
      output.append("~~", .mark)
    }
    output.append("]")
  }

  /// `[others]/[Arg, Bra: persons]/[Ven: DELETE]`
  private func writeGroup(
    _ bracket: Bracket, _ sides: BracketMoves.Sides, to output: inout BracketOutput<some BracketTarget>
  ) {
    let outer = output.labels
    defer { output.labels = outer }
    if let struck = bracket.struck {
      output.append("[")
      write(struck, .plain, isInside: true, isCurrent: true, sides.struck, to: &output)
      output.append("]/")
    }
    for (index, alternative) in bracket.alternatives.enumerated() {
      output.labels = outer
      if index > 0 { output.append("/") }
      output.labels = alternative.labels
      output.append("[")
      output.append(list(alternative), .label)
      output.append(":", .label)
      output.append(" ")
      if alternative.content.isEmpty {
        output.append(CommandWord.delete.text(in: language))
      } else {
        write(alternative, sides[index], to: &output)
      }
      output.append("]")
    }
  }

  private func list(_ alternative: Alternative) -> String {
    alternative.labels.count == 1 ? alternative.labels[0] : alternative.labels.joined(separator: ", ")
  }

  private func write(
    _ alternative: Alternative, _ side: BracketMoves.Side, following: String = "",
    to output: inout BracketOutput<some BracketTarget>
  ) {
    if let text = alternative.content.onlyText, text.utf8.count <= 40 {
      // A word of command that a party would have as a word, and the same with a backslash of its own.
      let word = text.hasPrefix("\\") ? String(text.dropFirst()) : text
      if CommandWord(word)?.isAboutWords == true {
        output.append("\\" + text, .added)
        return
      }
    }
    write(alternative.content, .added, isInside: true, side, following: following, to: &output)
  }
}

extension BracketedText {
  /// The text, where no bracket stands in it.
  fileprivate var onlyText: String? {
    if pieces.count == 1, case .text(let text) = pieces[0] { text } else { nil }
  }
}
