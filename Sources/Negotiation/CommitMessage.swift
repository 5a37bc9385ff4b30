internal import Drafting
internal import TextForm

/// The message of a commit: a subject for people, and trailers for machines.
///
/// The trailers are git's own (`git interpret-trailers` reads them): the lines of the last paragraph, each `Key: value`.
package struct CommitMessage: Hashable, Sendable {
  package var subject: String
  package var trailers: [Trailer]

  package struct Trailer: Hashable, Sendable {
    package var key: Key
    package var value: String

    package init(_ key: Key, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  package enum Key: String, CaseIterable, Sendable {
    /// The paragraph as it was printed then: `operative/17`.
    case paragraph = "Paragraph"
    /// The paragraph's identifier, in the order of the `Paragraph:` lines.
    case identifier = "Identifier"
    case action = "Action"
    /// The delegation whose proposal is amended or supported.
    case on = "On"
    case reason = "Reason"
    /// A proposal that the chair took: the delegation and the commit, of which older programs gave seven digits.
    case adopted = "Adopted"
    /// A proposal that the chair rejected: the delegation and the tip of its branch then.
    case rejected = "Rejected"
    /// The decision that is undone.
    case undoes = "Undoes"
    /// The meeting in which the chair decided.
    case meeting = "Meeting"
    /// What a decision that gives paragraphs other numbers does to references: `rewritten`, also in what delegations say.
    case references = "References"
    /// A reference that was rewritten, and where: `p0042 paragraph 5 → paragraph 6`.
    case rewritten = "Rewritten"
    /// What became of a proposal when its branch followed main: `conflict p0042`.
    case outcome = "Outcome"
    /// The symbol of a revision.
    case symbol = "Symbol"
    /// The chair's text in a revision.
    case main = "Main"
    /// A delegation's branch in a revision: the code and the commit.
    case tip = "Tip"
    /// A reference that new numbers falsify and that was not rewritten, and where: `p0042 paragraph 5`.
    case left = "Left"
    /// The document that a delegation's act was taken from, as that says itself: ``Act/document``.
    case document = "Document"
  }

  package init(subject: String, trailers: [Trailer]) {
    self.subject = subject
    self.trailers = trailers
  }

  /// The message as it stands in the commit. Line breaks inside a value become spaces.
  package var text: String {
    subject + "\n\n"
      + trailers.map { "\($0.key.rawValue): \($0.value.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }
      .joined()
  }

  /// Reads the message of any commit; lines that are no trailer of ours are passed over.
  ///
  /// - Cost: one pass over the bytes; a history of 100,000 commits reads as many messages.
  package init(text: String) {
    let bytes = Array(text.utf8)
    var start = place(of: 0x0A, in: bytes.span)
    subject = String(decoding: bytes[..<start], as: UTF8.self)
    trailers = []
    while start < bytes.count {
      let end = place(of: 0x0A, in: bytes.span, from: start + 1)
      let line = bytes[(start + 1)..<end]
      start = end
      // No key of ours holds a colon, so the first one ends it.
      guard let colon = line.firstIndex(of: 0x3A), colon + 1 < end, bytes[colon + 1] == 0x20,
        let key = Self.names.first(where: { $0.name.elementsEqual(line[..<colon]) })?.key
      else { continue }
      trailers.append(Trailer(key, String(decoding: line[(colon + 2)...], as: UTF8.self)))
    }
  }

  /// The keys with their bytes.
  private static let names = Key.allCases.map { (key: $0, name: Array($0.rawValue.utf8)) }

  package func values(_ key: Key) -> [String] { trailers.filter { $0.key == key }.map(\.value) }

  package func first(_ key: Key) -> String? { trailers.first { $0.key == key }?.value }

  /// The paragraphs that the trailers name, in their order.
  func identifiers() throws -> [ParagraphIdentifier] { try values(.identifier).map { try ParagraphIdentifier($0) } }

  /// Those of them that can be read, whatever stands beside them: `verify` tells of the rest.
  var legibleIdentifiers: [ParagraphIdentifier] {
    values(.identifier).compactMap { name in try? ParagraphIdentifier(name) }
  }

  /// What the chair did, as the first line says it behind `The chair`.
  var deed: String { subject.hasPrefix("The chair ") ? String(subject.dropFirst(10)) : subject }

  package var action: Action? { first(.action).flatMap(Action.init(rawValue:)) }
}
