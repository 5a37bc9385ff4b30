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

  /// What a delegation says of a paragraph that was put together from two: it opposes the whole where it opposes a part.
  func joined(with other: Position) -> Position {
    let reasons = [reason, other.reason == reason ? nil : other.reason].compactMap { $0 }
    return Position(
      kind: kind == .oppose || other.kind == .oppose ? .oppose : .reserve,
      reason: reasons.isEmpty ? nil : reasons.joined(separator: "; "))
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
  /// The files of a delegation's positions, by their paths.
  ///
  /// - Parameter blob: stores a file's text, or only names it.
  func positionFiles(
    of changes: StandingChanges, _ blob: (String) throws -> ObjectID
  ) throws -> [String: ObjectID] {
    var files = try positionFiles(on: changes.snapshot)
    for (identifier, position) in changes.positions {
      files[Position.path(of: identifier)] = try position.map { try blob($0.fileText) }
    }
    return files
  }

  private func positionFiles(on snapshot: Snapshot) throws -> [String: ObjectID] {
    guard let folder = try repository.entry(at: Position.folder, in: snapshot.tree) else { return [:] }
    return Dictionary(
      try repository.tree(folder.id).map { (Position.folder + "/" + $0.name, $0.id) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A delegation's positions, by paragraph.
  func positions(of changes: StandingChanges) throws -> [ParagraphIdentifier: Position] {
    var found: [ParagraphIdentifier: Position] = [:]
    for (path, file) in try positionFiles(on: changes.snapshot) {
      guard let identifier = try? ParagraphIdentifier(path.dropFirst(Position.folder.count + 1)),
        let position = Position(fileText: try repository.text(file))
      else {
        throw NegotiationError(
          .damaged, "\(path) in commit \(changes.snapshot.commit.short) is not a position",
          hint: "'amend verify' checks everything.")
      }
      found[identifier] = position
    }
    for (identifier, position) in changes.positions { found[identifier] = position }
    return found
  }
}
