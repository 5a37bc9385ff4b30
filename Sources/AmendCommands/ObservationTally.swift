internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation

/// What became of a document's changes.
struct ObservationTally {
  var proposals = 0
  var refused = 0

  /// How many paragraphs differ from the draft in a document that marks no change.
  var unmarked = 0

  /// What was said about the document: of several senders each may give rise to the same.
  var reported: Set<String> = []
}

extension Session {
  /// Tells a person about each author that was named on the command line and changed nothing in the document.
  func reportStrangers(_ authors: [AuthorName], _ document: WordDocument, of file: FilePath) {
    let known = document.authors
    for author in authors.map(\.author) where !known.contains(author) && author != document.properties.creator {
      report(
        "'\(author)' tracked no change"
          + (known.isEmpty ? "" : "; those who did: \(WordDocument.listed(known))"),
        at: nil, in: document, of: file)
    }
  }

  /// Tells a person about a place of a document.
  func report(_ message: String, at paragraph: Int?, in document: WordDocument, of file: FilePath) {
    let place = paragraph.map { " \(document.place(ofParagraph: $0)):" } ?? ""
    streams.errors.note("\(name(of: file)):\(place) \(message)\n")
  }

  /// `Venezuela withdraws its proposals on operative/8.`, and a line break.
  func written(_ withdrawal: Withdrawal, by delegation: Delegation, isDryRun: Bool) -> String {
    let list = withdrawal.places.map(\.address).joined(separator: ", ")
    let what = withdrawal.isOfPositions ? withdrawal.places.count == 1 ? "position" : "positions" : "proposals"
    return "\(delegation.names[0]) \(isDryRun ? "would withdraw" : "withdraws") its \(what) on \(list).\n"
      + withdrawal.amenders.map { written($0) + "\n" }.joined()
  }

  /// Ends a command that made proposals of a document.
  ///
  /// - Parameter hint: what to do where the document changes nothing.
  func finish(
    _ tally: ObservationTally, of file: FilePath, isDryRun: Bool,
    hint: String = "--marks says what shows the changes: tracked, formatting or none."
  ) throws -> ExitStatus {
    if tally.proposals + tally.refused == 0, tally.unmarked > 0 {
      throw NegotiationError(
        .refused,
        "\(name(of: file)) marks no change, and differs from the draft in \(counted(tally.unmarked, "paragraph"))",
        hint: "'--marks none --dry-run' shows what that would propose.")
    }
    guard tally.proposals + tally.refused > 0 else {
      throw NegotiationError(
        .refused, "\(name(of: file)) changes nothing that is not read so already",
        hint: hint)
    }
    try remark(
      counted(tally.proposals, "proposal")
        + (tally.refused == 0 ? "" : ", \(tally.refused) refused") + (isDryRun ? "; nothing was written." : "."))
    return tally.refused == 0 ? .done : .no
  }
}
