package import Drafting
internal import Merging
package import Notation

/// The text of one state, as the chair has it or as one delegation would.
struct DraftView {
  let order: DraftOrder
  private let main: Snapshot
  private let changes: StandingChanges?

  init(_ negotiation: Negotiation, _ state: DraftState, _ delegation: Delegation?) throws {
    let then = try Negotiation(negotiation.repository, mainAt: state.main)
    main = then.main
    if let delegation, let tip = state.tips[delegation.code] {
      changes = try then.standingChanges(of: delegation, tip: tip).map { changes in
        try then.followingAmended(changes) { code, identifier in
          guard let tip = state.tips[code], let other = then.registry[code] else { return nil }
          return try then.standingChanges(of: other, tip: tip, only: [identifier])
        }
      }
    } else {
      changes = nil
    }
    order = try changes?.ownOrder() ?? main.order()
  }

  func paragraph(_ identifier: ParagraphIdentifier) throws -> Paragraph? {
    if let changes { return try changes.paragraph(identifier) }
    return try main.paragraph(identifier)
  }

  /// The words alone, without statuses, notes and orders; what ``ConsolidatedDraft/reading(of:)`` gives.
  func draft() throws -> ConsolidatedDraft {
    var draft = ConsolidatedDraft(settings: try main.settings())
    for outline in order.outlines {
      var section = ConsolidatedDraft.Section(name: outline.section)
      for entry in outline.entries {
        guard let paragraph = try paragraph(entry.identifier), !paragraph.text.isEmpty else { continue }
        section.items.append(
          ConsolidatedDraft.Item(
            identifier: entry.identifier, kind: entry.kind, body: BracketedText(text: paragraph.text),
            footnotes: paragraph.footnotes))
      }
      draft.sections.append(section)
    }
    return draft
  }
}

extension DraftState {
  /// The words of the draft in this state: the chair's, or as a delegation would have them.
  package func draft(in negotiation: Negotiation, as delegation: Delegation? = nil) throws -> ConsolidatedDraft {
    try DraftView(negotiation, self, delegation).draft()
  }
}
