package import Drafting
internal import Merging
package import Notation
package import Packages

/// Makes the Word document of one delegation's observations as delegations send them: the draft with the words it would add
/// in bold and underlined, those it would delete in bold and struck through, and a note that says so.
///
/// Nothing but the formatting parts old words from new ones: between what goes and what comes stands no space that is not
/// in one of them, so that both texts can be taken from the document exactly.
package struct ObservationsDocument: Sendable {
  package var delegation: Delegation

  /// The delegations that brackets may name.
  package var registry: DelegationRegistry
  package var date: DocumentDate?

  /// Why the delegation changes a paragraph: becomes a comment beside it.
  package var reasons: [ParagraphIdentifier: String] = [:]

  /// Whose proposal the delegation's text amends.
  package var amended: [ParagraphIdentifier: DelegationCode] = [:]

  /// The state that the changes are told against; `nil` where the file shall not say it.
  package var origin: DocumentOrigin?

  package init(delegation: Delegation, registry: DelegationRegistry, date: DocumentDate?) {
    self.delegation = delegation
    self.registry = registry
    self.date = date
  }

  /// The file of a consolidated draft in which this delegation's proposals alone stand.
  ///
  /// - Throws: `PackageError` where a library is missing.
  package func file(of draft: ConsolidatedDraft) throws(PackageError) -> [UInt8] {
    let title = TitlePage(draft.settings.titleBlock, settings: draft.settings, date: date)
    return try WordWriter(masthead: title.masthead, tracksChanges: true).write(document(of: draft))
  }

  package func document(of draft: ConsolidatedDraft) -> WordDocument {
    let settings = draft.settings
    var body = ChangedBody(
      document: WordDocument(
        properties: DraftDocument(registry: registry, notation: .oas, date: date).properties(of: settings)),
      signs: LiteralSigns(LabelTable(registry: registry)), date: date)
    body.document.properties.origin = origin
    body.document.properties.hasLinesApart = true
    body.document.properties.creator = delegation.name(in: settings.language)
    appendTitle(settings, to: &body)
    for item in draft.sections.flatMap(\.items) { append(item, settings.language, to: &body) }
    body.appendUnmarkedNotes(settings, registry)
    return body.document
  }

  private func appendTitle(_ settings: DraftSettings, to body: inout ChangedBody) {
    let title = settings.titleBlock.joined(separator: "\n")
    let words = ChangedWords(from: title, settings.footnotes, to: title, settings.footnotes)
    let lines = body.lines(words, outer: nil) { _ in nil }
    body.appendTitle(lines, settings)
    let first = body.document.body.firstIndex { block in
      if case .paragraph(let paragraph) = block { paragraph.role == .title } else { false }
    }
    let heading = WordParagraph(role: .subtitle, runs: [WordRun(delegation.observationsHeading(settings.language))])
    body.document.body.insert(.paragraph(heading), at: first ?? body.document.body.count)
    guard case .paragraph(var last)? = body.document.body.popLast() else { return }
    let number = body.document.footnotes.count + 1
    let legend = delegation.observationsLegend(settings.language)
    body.document.footnotes[number] = [WordParagraph(role: .note, runs: [WordRun(legend)])]
    last.runs.append(WordRun("", note: .footnote(number)))
    body.document.body.append(.paragraph(last))
  }

  private func append(_ item: ConsolidatedDraft.Item, _ language: Language, to body: inout ChangedBody) {
    let words = ChangedWords(
      from: Paragraph.canonical(item.body.reading(of: nil)), item.footnotes,
      to: Paragraph.canonical(item.body.reading(of: delegation.label)), item.footnotes, signs: body.signs)
    var lines = body.lines(words, outer: nil) { WordChange($0, author: "") }
    for index in lines.indices {
      for run in lines[index].runs.indices { lines[index].runs[run].showChange() }
    }
    let looks = lines.map { line in line.markChanges.reduce(into: WordFormat()) { $0.formUnion($1.kind.look) } }
    if let number = item.kind.printed { lines[0].runs.insert(WordRun(number), at: 0) }
    if let reason = item.identifier.flatMap({ reasons[$0] }), !item.body.labels.isEmpty || !item.placements.isEmpty {
      let number = body.document.comments.count
      body.document.comments[number] = WordComment(
        author: delegation.name(in: language), date: date?.instant,
        paragraphs: [WordParagraph(runs: [WordRun(reason)])])
      for line in lines.indices {
        for run in lines[line].runs.indices { lines[line].runs[run].comments.append(number) }
      }
    }
    let status = CommandWords.text(of: item.status, in: language)
    if !status.isEmpty { lines[lines.count - 1].runs.append(WordRun(" " + status)) }
    for placement in item.placements {
      let order = CommandWords.text(of: placement.anchor, in: language)
      lines.append(
        ChangedBody.Line(runs: [
          WordRun("[\(placement.labels.joined(separator: ", ")): "), WordRun(order, format: [.bold, .underline]),
          WordRun("]"),
        ]))
    }
    for note in item.notes { lines.append(ChangedBody.Line(runs: [WordRun(note)])) }
    let paragraphs = lines.enumerated().map { index, line in
      var paragraph = WordParagraph(
        runs: line.runs, control: item.identifier.map { ParagraphTag($0, amended: amended[$0]).text })
      paragraph.keepsWithNext = index + 1 < lines.count && index + 1 >= lines.count - item.orderLines
      if index < looks.count { paragraph.markFormat = looks[index] }
      paragraph.take(place: index, of: item.kind)
      return paragraph
    }
    body.document.body += TableLines.blocks(paragraphs)
  }
}

extension WordRun {
  /// Shows by its look what the run's change says.
  fileprivate mutating func showChange() {
    for change in changes { format.formUnion(change.kind.look) }
    changes = []
  }
}

extension WordChange.Kind {
  /// How words look that come in or go.
  fileprivate var look: WordFormat { self == .inserted ? .added : .struck }
}

extension Delegation {
  fileprivate func observationsHeading(_ language: Language) -> String {
    let name = name(in: language)
    return switch language {
    case .english: "Observations: \(name)"
    case .spanish: "Observaciones: \(name)"
    case .french: "Observations : \(name)"
    case .portuguese: "Observações: \(name)"
    }
  }

  fileprivate func observationsLegend(_ language: Language) -> String {
    let name = name(in: language)
    return switch language {
    case .english:
      "What is proposed to be added (\(name)) is in bold and underlined; what is proposed to be deleted is in bold and"
        + " struck through."
    case .spanish:
      "Lo que se propone agregar (\(name)) está en negrita y subrayado; lo que se propone suprimir está en negrita y"
        + " tachado."
    case .french:
      "Ce qu'il est proposé d'ajouter (\(name)) est en gras et souligné ; ce qu'il est proposé de supprimer est en gras et"
        + " barré."
    case .portuguese:
      "O que se propõe acrescentar (\(name)) está em negrito e sublinhado; o que se propõe suprimir está em negrito e"
        + " riscado."
    }
  }
}
