internal import Drafting
internal import Git
internal import Merging
internal import Notation
internal import Workers

/// What one paragraph's brackets are made of, read from the repository.
struct ParagraphSources: Sendable {
  var entry: Outline.Entry
  var base: String
  var versions: [Version] = []
  var footnotes: [Footnote]
  var status: Status
  var notes: [String]

  /// The paragraph with its brackets.
  func item(_ merger: inout Merger) -> ConsolidatedDraft.Item {
    ConsolidatedDraft.Item(
      identifier: entry.identifier, kind: entry.kind,
      body: versions.isEmpty ? BracketedText(text: base) : merger.consolidated(base: base, versions: versions),
      footnotes: footnotes, status: status, notes: notes)
  }
}

/// Puts the standing proposals for one paragraph after the other into brackets; reads each file once.
struct ParagraphConsolidation {
  let negotiation: Negotiation
  private(set) var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []
  private var parsed: [ObjectID: Paragraph] = [:]
  private let rewritings = KnownRewritings()

  init(negotiation: Negotiation) { self.negotiation = negotiation }

  /// A paragraph to consolidate: main's file, `nil` where it is only proposed, and the changes of the delegations that
  /// have another one.
  typealias Question = (entry: Outline.Entry, base: ObjectID?, changes: [StandingChanges])

  /// The paragraph with its brackets.
  mutating func item(
    _ entry: Outline.Entry, base: ObjectID?, changes: [StandingChanges]
  ) throws -> ConsolidatedDraft.Item {
    var merger = Merger()
    return try sources(entry, base: base, changes: changes).item(&merger)
  }

  /// The paragraphs with their brackets, one after the other.
  ///
  /// Files are read on the calling thread, and words merged on every processor: nearly half of the time is the one, and
  /// half the other.
  mutating func items(of questions: [Question], take: (ConsolidatedDraft.Item) throws -> Void) throws {
    var next = 0
    try workInOrder(threads: processorCount) { () throws -> [ParagraphSources]? in
      guard next < questions.count else { return nil }
      let end = min(next + 32, questions.count)
      defer { next = end }
      return try questions[next..<end].map { try self.sources($0.entry, base: $0.base, changes: $0.changes) }
    } work: { sources in
      var merger = Merger()
      return sources.map { $0.item(&merger) }
    } take: { (items: [ConsolidatedDraft.Item]) throws in
      for item in items { try take(item) }
    }
  }

  private mutating func sources(
    _ entry: Outline.Entry, base: ObjectID?, changes: [StandingChanges]
  ) throws -> ParagraphSources {
    let identifier = entry.identifier
    let current = try base.map { try paragraph($0, identifier, negotiation.main.commit) }
    guard !changes.isEmpty else {
      let current = current ?? Paragraph(text: "")
      return ParagraphSources(
        entry: entry, base: current.text, footnotes: current.footnotes, status: current.status, notes: current.notes)
    }
    var footnotes = FootnoteNumbering(current?.footnotes ?? [])
    var texts: [DelegationCode: String] = [:]
    var versions: [Version] = []
    var proposed: Paragraph?
    for change in changes {
      guard let file = change.files[identifier] else { continue }
      let own = try file.own.map { try change.carried[identifier] ?? paragraph($0, identifier, change.snapshot.commit) }
      proposed = proposed ?? own
      let text = own.map { footnotes.renumbered($0) } ?? ""
      if change.outcomes[identifier]?.outcome == .inConflict { conflicts.append((identifier, change.delegation.code)) }
      texts[change.delegation.code] = text
      versions.append(Version(label: change.delegation.label, text: text, amends: nil))
    }
    var amendments = Amendments()
    for change in changes {
      guard let own = change.files[identifier]?.own,
        let amended = try (change.carried[identifier] ?? paragraph(own, identifier, change.snapshot.commit)).amended
      else { continue }
      if let other = changes.first(where: { $0.delegation.code == amended.code }),
        try !negotiation.hasStood(amended, until: other, on: identifier)
      {
        continue
      }
      amendments.amended[change.delegation.code] = amended
    }
    if !amendments.amended.isEmpty {
      let places = Dictionary(
        changes.filter { $0.files[identifier] != nil }.enumerated().map { ($1.delegation.code, $0) },
        uniquingKeysWith: { first, _ in first })
      for code in amendments.parentsFirst(where: { texts[$0]?.isEmpty == false }) {
        guard let amended = amendments.amended[code], let present = texts[amended.code], let index = places[code],
          let other = places[amended.code]
        else { continue }
        versions[index].amends = versions[other].label
        versions[index].text = try followed(versions[index].text, amended, present: present, identifier, &footnotes)
        texts[code] = versions[index].text
      }
    }
    let shown = current ?? proposed ?? Paragraph(text: "")
    let text = current?.text ?? ""
    return ParagraphSources(
      entry: entry, base: text, versions: versions, footnotes: footnotes.marked(in: [text] + versions.map(\.text)),
      status: shown.status, notes: shown.notes)
  }

  /// The amender's text on the amended proposal as it stands now, where its proposer has changed it meanwhile.
  private mutating func followed(
    _ text: String, _ amended: Paragraph.AmendedProposal, present: String, _ identifier: ParagraphIdentifier,
    _ footnotes: inout FootnoteNumbering
  ) throws -> String {
    guard let commit = ObjectID(amended.commit),
      let file = try? Snapshot(negotiation.repository, commit: commit).file(of: identifier)
    else { return text }
    let words =
      try amended.rewritings.isEmpty
      ? paragraph(file, identifier, commit)
      : negotiation.main.amendedWords(of: Paragraph(text: text, amended: amended), identifier, rewritings)
    guard let words else { return text }
    let old = footnotes.renumbered(words)
    return old == present ? text : carried(text, from: old, to: present).text
  }

  private mutating func paragraph(
    _ file: ObjectID, _ identifier: ParagraphIdentifier, _ commit: ObjectID
  ) throws -> Paragraph {
    if let known = parsed[file] { return known }
    let paragraph = try negotiation.repository.paragraph(file, path: identifier.path, commit: commit)
    parsed[file] = paragraph
    return paragraph
  }
}
