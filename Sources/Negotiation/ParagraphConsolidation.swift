internal import Drafting
internal import Git
internal import Merging
internal import Notation

/// Puts the standing proposals for one paragraph after the other into brackets; reads each file once.
struct ParagraphConsolidation {
  let negotiation: Negotiation
  private(set) var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []
  private var parsed: [ObjectID: Paragraph] = [:]

  init(negotiation: Negotiation) { self.negotiation = negotiation }

  /// The paragraph with its brackets.
  ///
  /// - Parameters:
  ///   - base: main's file; `nil` for a paragraph that is only proposed.
  ///   - changes: those of the delegations that have another file.
  mutating func item(
    _ entry: Outline.Entry, base: ObjectID?, changes: [StandingChanges]
  ) throws -> ConsolidatedDraft.Item {
    let identifier = entry.identifier
    let current = try base.map { try paragraph($0, identifier, negotiation.main.commit) }
    guard !changes.isEmpty else {
      let current = current ?? Paragraph(text: "")
      return ConsolidatedDraft.Item(
        identifier: identifier, kind: entry.kind, body: BracketedText(text: current.text), footnotes: current.footnotes,
        status: current.status, notes: current.notes)
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
    for (index, change) in changes.enumerated() where index < versions.count {
      guard let own = change.files[identifier]?.own,
        let amended =
          try (change.carried[identifier] ?? paragraph(own, identifier, change.snapshot.commit)).amended,
        let other = changes.first(where: { $0.delegation.code == amended.code }),
        let present = texts[amended.code], !present.isEmpty
      else { continue }
      versions[index].amends = other.delegation.label
      versions[index].text = try followed(versions[index].text, amended, present: present, identifier, &footnotes)
    }
    let shown = current ?? proposed ?? Paragraph(text: "")
    return ConsolidatedDraft.Item(
      identifier: identifier, kind: entry.kind, body: consolidated(base: current?.text ?? "", versions: versions),
      footnotes: footnotes.all, status: shown.status, notes: shown.notes)
  }

  /// The amender's text on the amended proposal as it stands now, where its proposer has changed it meanwhile.
  private mutating func followed(
    _ text: String, _ amended: Paragraph.AmendedProposal, present: String, _ identifier: ParagraphIdentifier,
    _ footnotes: inout FootnoteNumbering
  ) throws -> String {
    guard let commit = ObjectID(amended.commit),
      let file = try? Snapshot(negotiation.repository, commit: commit).file(of: identifier)
    else { return text }
    let old = footnotes.renumbered(try paragraph(file, identifier, commit))
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
