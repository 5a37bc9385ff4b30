import Drafting
import Git
@testable import Negotiation

extension DecisionRound {
  /// Who brought in what: a line for each run of words, as `amend blame` tells it.
  ///
  /// `VEN adopted: individuals`, `chair struck by MEX: others`; rev. and first origin behind.
  func blame(_ target: String, isConsolidated: Bool = false) throws -> [String] {
    let negotiation = try open()
    let blame = try negotiation.blame(
      negotiation.place(at: ParagraphAddress(target)), isConsolidated: isConsolidated)
    return lines(blame.pieces, "")
  }

  /// The same of its footnotes, each line with the mark before it.
  func blameOfNotes(_ target: String, isConsolidated: Bool = false) throws -> [String] {
    let negotiation = try open()
    let blame = try negotiation.blame(
      negotiation.place(at: ParagraphAddress(target)), isConsolidated: isConsolidated)
    return blame.notes.flatMap { lines($0.pieces, ($0.mark ?? "gone") + " ") }
  }

  private func lines(_ pieces: [BlamePiece], _ side: String) -> [String] {
    pieces.flatMap { piece in
      switch piece {
      case .words(let words): [side + line(words)]
      case .former(let words): [side + "former " + line(words)]
      case .bracket(let bracket):
        bracket.alternatives.flatMap { lines($0.pieces, side + "[\($0.labels.joined(separator: ", "))] ") }
          + (bracket.struck.map { lines($0, side + "[struck] ") } ?? [])
      }
    }
  }

  private func line(_ words: CreditedWords) -> String {
    let credit = words.credit
    var line = credit.broughtIn.who
    if let moved = credit.moved { line += " moved by \(moved.who)" }
    if credit.adopted != nil { line += " adopted" }
    if !credit.struck.isEmpty {
      line +=
        " struck by "
        + credit.struck.map {
          $0.who + (credit.inConflict.contains($0) ? " (in conflict)" : "")
            + (credit.following.contains($0) ? " (following)" : "")
        }
        .joined(separator: ", ")
        + (credit.struckBy == nil ? "" : ", decided")
    }
    line += ": " + words.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let first = credit.first { line += " (first \(first.who))" }
    if let revision = credit.revision { line += " rev. \(revision)" }
    return line
  }
}

extension Deed {
  /// Who acted, in short: a code, `draft` for the imported one, `chair`.
  var who: String { delegation?.code.description ?? (action == .importing ? "draft" : "chair") }
}

extension ParagraphBlame {
  /// Every act that any word is credited to, or struck by.
  var deeds: [Deed] { pieces.flatMap(\.deeds) }
}

extension BlamePiece {
  fileprivate var deeds: [Deed] {
    switch self {
    case .words(let words), .former(let words):
      [
        words.credit.broughtIn, words.credit.first, words.credit.moved, words.credit.adopted, words.credit.struckBy,
      ].compactMap { $0 } + words.credit.struck
    case .bracket(let bracket):
      (bracket.alternatives.flatMap(\.pieces) + (bracket.struck ?? [])).flatMap(\.deeds)
    }
  }
}
