package import Drafting
internal import Git

/// The paragraphs that a delegation said it would place elsewhere.
///
/// An order can often be explained by more than one smallest set of moves: of two neighbours that change places either may
/// have moved. Of those the one counts that the delegation said. It is a remark beside the order and no part of it: two
/// orders are equal whatever was said, and a remark that is not true any more is passed over.
package struct SaidMoves: Hashable, Sendable {
  package var identifiers: Set<ParagraphIdentifier> = []

  package static func == (first: SaidMoves, second: SaidMoves) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}

  /// Where it stands on a delegation's branch: one identifier a line.
  static let path = "moves"

  init() {}

  init(fileText: String) {
    identifiers = Set(fileText.split(separator: "\n").compactMap { try? ParagraphIdentifier($0) })
  }

  /// `nil` where nothing was said.
  var fileText: String? {
    identifiers.isEmpty ? nil : identifiers.sorted().map { "\($0)\n" }.joined()
  }
}

extension Snapshot {
  func saidMoves() throws -> SaidMoves {
    guard let file = try repository.entry(at: SaidMoves.path, in: tree) else { return SaidMoves() }
    return SaidMoves(fileText: try repository.text(file.id))
  }
}
