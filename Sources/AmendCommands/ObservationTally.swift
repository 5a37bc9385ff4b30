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

  /// Whether something was said of what the document has and no proposal can say.
  var hasLeftOut = false

  /// Whether its words can be compared with the draft's as they stand: none of them is struck.
  var isComparable = true

  /// What was said about the document: of several senders each may give rise to the same.
  var reported: Set<String> = []

  /// What there is to say, in order: nothing is said before all is done.
  fileprivate var sayings: [Saying] = []

  fileprivate enum Saying {
    case outcome(ActOutcome)
    case withdrawal(Withdrawal, by: Delegation)
    case note(String)
  }

  mutating func take(_ outcome: ActOutcome) {
    sayings.append(.outcome(outcome))
    proposals += 1
  }

  mutating func take(_ withdrawal: Withdrawal, by delegation: Delegation) {
    sayings.append(.withdrawal(withdrawal, by: delegation))
    proposals += 1
  }

  mutating func note(_ line: String) { sayings.append(.note(line)) }
}

extension Session {
  /// Tells a person about each author that was named on the command line and changed nothing in the document.
  func reportStrangers(_ authors: [AuthorName], _ document: WordDocument, of file: FilePath) {
    let known = document.authors
    for author in authors.map(\.author) where !known.contains(author) && author != document.properties.creator {
      streams.errors.note(
        notice(
          "'\(author)' tracked no change"
            + (known.isEmpty ? "" : "; those who did: \(WordDocument.listed(known))"), at: nil, in: document, of: file))
    }
  }

  /// A line about a place of a document.
  func notice(_ message: String, at paragraph: Int?, in document: WordDocument, of file: FilePath) -> String {
    let place = paragraph.map { " \(document.place(ofParagraph: $0)):" } ?? ""
    return "\(name(of: file)):\(place) \(message)\n"
  }

  /// Makes the proposals of a document as one act, and then says what became of them.
  ///
  /// - Parameters:
  ///   - isDryRun: they are made, told and forgotten.
  ///   - make: makes them, and tells them to the tally.
  func propose(
    of file: FilePath, isDryRun: Bool, in negotiation: Negotiation, _ make: (inout ObservationTally) throws -> Void
  ) throws -> ObservationTally {
    var tally = ObservationTally()
    try negotiation.asOne("propose the changes of a document", isDryRun: isDryRun) { try make(&tally) }
    for saying in tally.sayings {
      switch saying {
      case .outcome(var outcome):
        if isDryRun { outcome.commit = nil }
        try show(outcome, in: negotiation)
      case .withdrawal(let withdrawal, let delegation):
        try streams.output.write(written(withdrawal, by: delegation, isDryRun: isDryRun))
        for text in withdrawal.remarks { try remark(text) }
      case .note(let line): streams.errors.note(line)
      }
    }
    return tally
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
        hint: tally.isComparable
          ? "'--marks none --dry-run' shows what that would propose."
          : "Mark the changes as the others in the document are marked, or track them.")
    }
    guard tally.proposals + tally.refused > 0 else {
      throw NegotiationError(
        .refused,
        "\(name(of: file)) "
          + (tally.hasLeftOut
            ? "gives no proposal: what was left as it is is said above"
            : "changes nothing that is not read so already"),
        hint: hint)
    }
    try remark(
      counted(tally.proposals, "proposal")
        + (tally.refused == 0 ? "" : ", \(tally.refused) refused") + (isDryRun ? "; nothing was written." : "."))
    return tally.refused == 0 ? .done : .no
  }
}
