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
    var amendments = Amendments(texts: texts)
    for change in changes {
      guard let own = change.files[identifier]?.own else { continue }
      amendments.amended[change.delegation.code] =
        try (change.carried[identifier] ?? paragraph(own, identifier, change.snapshot.commit)).amended
    }
    let labels = Dictionary(
      changes.map { ($0.delegation.code, $0.delegation.label) }, uniquingKeysWith: { first, _ in first })
    for code in amendments.parentsFirst {
      guard let amended = amendments.amended[code], let present = amendments.texts[amended.code],
        let index = versions.firstIndex(where: { $0.label == labels[code] })
      else { continue }
      versions[index].amends = labels[amended.code]
      versions[index].text = try followed(versions[index].text, amended, present: present, identifier, &footnotes)
      amendments.texts[code] = versions[index].text
    }
    let shown = current ?? proposed ?? Paragraph(text: "")
    return ConsolidatedDraft.Item(
      identifier: identifier, kind: entry.kind, body: consolidated(base: current?.text ?? "", versions: versions),
      footnotes: footnotes.all, status: shown.status, notes: shown.notes)
  }

  /// The amender's text on the amended proposal as it stands now, where its proposer has changed it meanwhile.
  ///
  /// A proposer who has taken over all that the amender wanted may have gone on: what it put in besides is not the
  /// amender's, whose text stays as it is.
  private mutating func followed(
    _ text: String, _ amended: Paragraph.AmendedProposal, present: String, _ identifier: ParagraphIdentifier,
    _ footnotes: inout FootnoteNumbering
  ) throws -> String {
    guard let commit = ObjectID(amended.commit),
      let file = try? Snapshot(negotiation.repository, commit: commit).file(of: identifier)
    else { return text }
    let old = footnotes.renumbered(try paragraph(file, identifier, commit))
    guard old != present else { return text }
    let result = carried(text, from: old, to: present)
    return result.outcome == .satisfied ? text : result.text
  }

  /// Who amends whose proposal for one paragraph.
  private struct Amendments {
    /// What each delegation would have; empty where that is nothing.
    var texts: [DelegationCode: String]
    var amended: [DelegationCode: Paragraph.AmendedProposal] = [:]

    /// The amenders of proposals that stand, each after the delegation that it amends; who stands on a circle, or leads
    /// into one, amends nobody.
    var parentsFirst: [DelegationCode] {
      var depths: [(depth: Int, code: DelegationCode)] = []
      for code in amended.keys {
        var seen: Set<DelegationCode> = [code]
        var parent = amended[code]?.code
        while let next = parent, texts[next]?.isEmpty == false, seen.insert(next).inserted {
          parent = amended[next]?.code
        }
        let isCircular = parent.map(seen.contains) ?? false
        if !isCircular, seen.count > 1 { depths.append((seen.count, code)) }
      }
      return depths.sorted { ($0.depth, $0.code) < ($1.depth, $1.code) }.map(\.code)
    }
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
