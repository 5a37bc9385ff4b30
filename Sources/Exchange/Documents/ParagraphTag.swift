internal import Drafting

/// The tag of the content control round a paragraph, by which a file that comes back is matched: `amend:p0042`, and
/// `amend:p0042/on/MEX` where its text amends another delegation's proposal.
struct ParagraphTag: Hashable {
  var identifier: ParagraphIdentifier
  var amended: DelegationCode?

  init(_ identifier: ParagraphIdentifier, amended: DelegationCode? = nil) {
    self.identifier = identifier
    self.amended = amended
  }

  /// Reads a tag; `nil` for another program's. What stands behind the identifier of a proposal's own tag
  /// (`amend:p0042/VEN`) is passed over.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, first.hasPrefix("amend:") else { return nil }
    do throws(DraftingError) {
      identifier = try ParagraphIdentifier(first.dropFirst(6))
      if parts.count == 3, parts[1] == "on" { amended = try DelegationCode(String(parts[2])) }
    } catch {
      return nil
    }
  }

  var text: String { "amend:\(identifier)" + (amended.map { "/on/\($0)" } ?? "") }
}

extension WordDocument {
  /// Whether content controls of this program stand in it, which other programs leave alone.
  package var hasIdentifiers: Bool { body.flatMap(\.paragraphs).contains { $0.draftTag != nil } }
}
