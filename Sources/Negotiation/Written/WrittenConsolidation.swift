package import Drafting
package import Notation
internal import Git
internal import Merging

/// The consolidated draft as it is written.
package struct WrittenConsolidation {
  /// Its bytes, piece after piece.
  package var pieces: [ArraySlice<UInt8>]

  /// See ``Consolidation/conflicts``.
  package var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []
}

extension Negotiation {
  /// The consolidated draft, written: byte for byte what `writer` makes of ``consolidation(of:only:progress:)``.
  ///
  /// Paragraphs that were written before from the same files are not written again; they are kept in the repository's
  /// folder `amend/` (``WrittenShelf``), which may be missing, old, damaged or impossible to write.
  ///
  /// - Parameters:
  ///   - language: the language of the words of command; the draft's own for `nil`.
  ///   - program: names the program; what another program has kept is not used, since it may write otherwise.
  ///   - keeps: whether what was written is kept for the next time.
  /// - Cost: follows the number of folders that have changed since, and for the rest reads what was kept.
  package func written(
    _ writer: DraftWriter, language: Language? = nil, program: String, keeps: Bool = true,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> WrittenConsolidation {
    var settings = settings
    if let language { settings.language = language }
    let form = WrittenShelf.form(writer, settings.language)
    let ids = try [DelegationRegistry.path, DraftSettings.path].map {
      try repository.entry(at: $0, in: main.tree)?.id.hex ?? ""
    }
    let context = "\(program) \(ids.joined(separator: " ")) \(form) \(writer.hasLegend) \(writer.isExcerpt)"
    let shelf = WrittenShelf(repository: repository, form: form, context: context, keeps: keeps)
    let branches = try branches(isRemembered: keeps)
    if let plain = try writtenPlainly(writer, settings, branches, progress) { return plain }
    var sources = try FolderSources(self, branches)
    let renewal = WrittenRenewal(
      negotiation: self, branches: branches, language: settings.language, writer: writer, shelf: shelf)
    if let pieces = try renewal.pieces(&sources) { return WrittenConsolidation(pieces: pieces) }
    for isNew in [false, true] {
      var writing = try ConsolidationWriting(self, branches, settings, writer, shelf, sources, isNew: isNew)
      if let pieces = try writing.pieces(progress) { return WrittenConsolidation(pieces: pieces) }
    }
    return try plainly(writer, settings, progress)
  }

  /// The draft written without what was kept: where a branch has not followed main yet, or has a position, which is a
  /// footnote; `nil` for any other.
  private func writtenPlainly(
    _ writer: DraftWriter, _ settings: DraftSettings, _ branches: [StandingBranch], _ progress: ((Int, Int) -> Void)?
  ) throws -> WrittenConsolidation? {
    let isPlain = try branches.contains {
      try $0.isBehind(main) || repository.entry(at: Position.folder, in: $0.snapshot.tree) != nil
    }
    return isPlain ? try plainly(writer, settings, progress) : nil
  }

  private func plainly(
    _ writer: DraftWriter, _ settings: DraftSettings, _ progress: ((Int, Int) -> Void)?
  ) throws -> WrittenConsolidation {
    var consolidation = try consolidation(progress: progress)
    consolidation.draft.settings = settings
    let draft = consolidation.draft.annotated(with: consolidation.positions)
    return WrittenConsolidation(pieces: [Array(writer.write(draft).utf8)[...]], conflicts: consolidation.conflicts)
  }
}
