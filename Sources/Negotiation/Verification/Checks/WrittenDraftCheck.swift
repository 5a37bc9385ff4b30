internal import Drafting
internal import Git
internal import Notation

/// What is kept of written drafts is whole, and the draft written with it is the one written without.
struct WrittenDraftCheck: RepositoryCheck {
  let program: String

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let negotiation = history.negotiation
    var findings: [Finding] = []
    var plain: ConsolidatedDraft?
    for (writer, language) in Self.forms(negotiation.registry) {
      let name = Negotiation.derivedName(writer, language)
      guard negotiation.repository.hasDerived(name) else { continue }
      guard negotiation.repository.derived(name).flatMap({ WrittenRecords($0) }) != nil else {
        findings.append(Finding(.derived, path: "amend/" + name, "damaged; it is made again when it is needed"))
        continue
      }
      var draft = try plain ?? annotatedDraft(negotiation)
      plain = draft
      draft.settings.language = language
      let written = try negotiation.written(writer, language: language, program: program, keeps: false)
      if written.text != Array(writer.write(draft).utf8) {
        findings.append(
          Finding(.derived, path: "amend/" + name, "gives another draft than the proposals; remove the file"))
      }
    }
    return findings
  }

  private func annotatedDraft(_ negotiation: Negotiation) throws -> ConsolidatedDraft {
    let consolidation = try negotiation.consolidation()
    return consolidation.draft.annotated(with: consolidation.positions)
  }

  private static func forms(_ registry: DelegationRegistry) -> [(DraftWriter, Language)] {
    [DraftFormat.text, .markdown].flatMap { format in
      BracketNotation.allCases.flatMap { notation in
        Language.allCases.map { (DraftWriter(format: format, notation: notation, registry: registry), $0) }
      }
    }
  }
}
