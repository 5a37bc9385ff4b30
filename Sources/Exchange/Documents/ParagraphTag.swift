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

/// The same as the name of a bookmark (`_amend_ven_0001__VEN`), round a paragraph that comes in by a tracked change: when
/// that is refused, Word would leave a control behind, but no bookmark.
extension ParagraphTag {
  static let bookmarkPrefix = "_amend_"

  /// Reads the name of a bookmark; `nil` for another program's.
  init?(bookmark name: String) {
    guard name.hasPrefix(Self.bookmarkPrefix) else { return nil }
    let parts = name.dropFirst(Self.bookmarkPrefix.count).replacing("__", with: "/").split(separator: "/")
    let words = parts.map { $0.replacing("_", with: "-") }
    self.init("amend:" + words.joined(separator: "/on/"))
  }

  /// The name; `nil` where it would be longer than Word allows.
  var bookmark: String? {
    let words = [identifier.description] + (amended.map { [$0.description] } ?? [])
    let name = Self.bookmarkPrefix + words.joined(separator: "__").replacing("-", with: "_")
    return name.utf8.count <= 40 ? name : nil
  }
}

extension WordDocument {
  /// Whether content controls of this program stand in it, which other programs leave alone.
  package var hasIdentifiers: Bool { body.flatMap(\.paragraphs).contains { $0.draftTag != nil } }
}
