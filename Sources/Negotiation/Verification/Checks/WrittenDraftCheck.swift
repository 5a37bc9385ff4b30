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
      let form = WrittenShelf.form(writer, language)
      let name = WrittenShelf.path(form: form)
      guard negotiation.repository.hasDerived(name) else { continue }
      let damaged = Self.damagedFiles(of: form, in: negotiation.repository)
      guard damaged.isEmpty else {
        findings += damaged.map { Finding(derived: $0) }
        continue
      }
      var draft = try plain ?? annotatedDraft(negotiation)
      plain = draft
      draft.settings.language = language
      let written = try negotiation.written(writer, language: language, program: program, keeps: false)
      if !written.pieces.joined().elementsEqual(writer.write(draft).utf8) {
        findings.append(Finding(derived: name, "gives another draft than the proposals; remove the file"))
      }
    }
    return findings
  }

  /// The files of one form of the draft that cannot be read.
  private static func damagedFiles(of form: String, in repository: Repository) -> [String] {
    let name = WrittenShelf.path(form: form)
    guard let frame = repository.derived(name).flatMap({ WrittenFrame($0) }) else { return [name] }
    return frame.folders.map { WrittenShelf.path($0.name, form: form) }.filter { name in
      repository.hasDerived(name) && repository.derived(name).flatMap { WrittenFolder($0) }?.records() == nil
    }
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
