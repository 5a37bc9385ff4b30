internal import Drafting
internal import Git

/// What a delegation says about a paragraph without proposing words.
package struct Position: Hashable, Sendable {
  package var kind: Kind
  package var reason: String?

  package enum Kind: String, CaseIterable, Sendable {
    /// It reserves its position.
    case reserve
    /// It is against the paragraph.
    case oppose
  }

  /// Where a delegation's position on a paragraph stands on its branch.
  static func path(of identifier: ParagraphIdentifier) -> String { folder + "/\(identifier)" }

  static let folder = "positions"

  /// One line: `reserve`, or `oppose: the reason`.
  var fileText: String { kind.rawValue + (reason.map { ": \($0)" } ?? "") + "\n" }

  package init(kind: Kind, reason: String?) {
    self.kind = kind
    self.reason = reason
  }

  /// Reads the file of a position; `nil` where it is none.
  init?(fileText: String) {
    let line = fileText.split(separator: "\n").first ?? ""
    let parts = line.split(separator: ":", maxSplits: 1)
    guard let word = parts.first, let kind = Kind(rawValue: String(word)) else { return nil }
    self.kind = kind
    reason = parts.count > 1 ? Paragraph.canonical(String(parts[1])) : nil
  }
}

extension Negotiation {
  /// The positions on a branch, by the paths of their files; each is kept as it is.
  func positionFiles(of changes: StandingChanges) throws -> [String: ObjectID] {
    guard let folder = try repository.entry(at: Position.folder, in: changes.snapshot.tree) else { return [:] }
    return Dictionary(
      try repository.tree(folder.id).map { (Position.folder + "/" + $0.name, $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A delegation's positions, by paragraph.
  func positions(of changes: StandingChanges) throws -> [ParagraphIdentifier: Position] {
    var found: [ParagraphIdentifier: Position] = [:]
    for (path, file) in try positionFiles(of: changes) {
      guard let identifier = try? ParagraphIdentifier(path.dropFirst(Position.folder.count + 1)),
        let position = Position(fileText: try repository.text(file))
      else {
        throw NegotiationError(
          .damaged, "\(path) in commit \(changes.snapshot.commit.short) is not a position",
          hint: "'amend verify' checks everything.")
      }
      found[identifier] = position
    }
    return found
  }
}
