package import Drafting
internal import Merging
package import Notation
package import Packages

/// Makes the Word document in which every difference between two drafts is a tracked change: refusing all gives the first,
/// accepting all the second, word for word.
///
/// Paragraphs that stay have content controls with their identifiers (`amend:p0042`); one that comes in has a bookmark
/// (``ParagraphTag``), since Word would leave the empty control behind.
package struct TrackedDocument: Sendable {
  package var author: String

  /// The delegations that brackets may name.
  package var registry: DelegationRegistry

  /// When the changes in each paragraph were made, as `2009-02-24T13:30:00Z`.
  package var dates: [ParagraphIdentifier: String]

  /// When all other changes were made; the document's own date for `nil`.
  package var otherDate: String?
  package var date: DocumentDate?

  /// Why the author changes a paragraph: becomes a comment beside it.
  package var reasons: [ParagraphIdentifier: String] = [:]

  /// Whose proposal the author's text amends.
  package var amended: [ParagraphIdentifier: DelegationCode] = [:]

  /// The state that the changes are told against; `nil` where the file shall not say it.
  package var origin: DocumentOrigin?

  /// What the chair has decided about paragraphs: stands behind each, as in the draft.
  package var statuses: [ParagraphIdentifier: Status] = [:]

  /// What the author is known to have moved.
  package var moved: Set<ParagraphIdentifier> = []

  package init(
    author: String, registry: DelegationRegistry, dates: [ParagraphIdentifier: String] = [:], date: DocumentDate?
  ) {
    self.author = author
    self.registry = registry
    self.dates = dates
    self.date = date
  }

  /// The file that leads from one draft to the other, both without brackets.
  ///
  /// - Throws: `PackageError` where a library is missing.
  package func file(from old: ConsolidatedDraft, to new: ConsolidatedDraft) throws(PackageError) -> [UInt8] {
    let title = TitlePage(new.settings.titleBlock, settings: new.settings, date: date)
    return try WordWriter(masthead: title.masthead, tracksChanges: true).write(document(from: old, to: new))
  }

  package func document(from old: ConsolidatedDraft, to new: ConsolidatedDraft) -> WordDocument {
    var body = ChangedBody(
      document: WordDocument(
        properties: DraftDocument(registry: registry, notation: .oas, date: date).properties(of: new.settings)),
      signs: LiteralSigns(LabelTable(registry: registry)), date: date)
    body.document.properties.origin = origin
    body.document.properties.hasLinesApart = true
    body.document.properties.creator = author
    let words = ChangedWords(
      from: old.settings.titleBlock.joined(separator: "\n"), old.settings.footnotes,
      to: new.settings.titleBlock.joined(separator: "\n"), new.settings.footnotes)
    let lines = body.lines(words, outer: nil) { change($0, nil) }
    body.appendTitle(lines, new.settings)
    for step in DraftComparison(from: old, to: new, moved: moved).steps {
      append(step, new.settings.language, to: &body)
    }
    body.appendUnmarkedNotes(new.settings, registry)
    body.endUnchanged()
    return body.document
  }

  private func append(_ step: DraftComparison.Step, _ language: Language, to body: inout ChangedBody) {
    let status = { (item: ConsolidatedDraft.Item) in
      item.identifier.flatMap { statuses[$0] }.map { CommandWords.text(of: $0, in: language) } ?? ""
    }
    switch step {
    case .kept(let old, let new):
      body.append(
        old, new, tag: tag(of: new), reason: reason(for: new, old: old), status: status(new), outer: nil
      ) { change($0, new.identifier) }
    case .deleted(let item):
      body.append(
        item, item, reason: reason(for: item), status: status(item), outer: change(.deleted, item.identifier)
      ) { _ in nil }
    case .inserted(let item):
      body.append(
        item, item, tag: tag(of: item), reason: reason(for: item), status: status(item),
        outer: change(.inserted, item.identifier)
      ) { _ in nil }
    case .movedAway(let old, let new, let move):
      body.append(old, new, status: status(old), outer: change(.movedFrom, new.identifier, move)) {
        change($0, new.identifier)
      }
    case .movedHere(let old, let new, let move):
      body.append(
        old, new, reason: reason(for: new), status: status(new), outer: change(.movedTo, new.identifier, move)
      ) {
        change($0, new.identifier)
      }
    }
  }

  private func tag(of item: ConsolidatedDraft.Item) -> ParagraphTag? {
    item.identifier.map { ParagraphTag($0, amended: amended[$0]) }
  }

  private func reason(for item: ConsolidatedDraft.Item, old: ConsolidatedDraft.Item? = nil) -> WordComment? {
    guard let identifier = item.identifier, let reason = reasons[identifier], old?.body != item.body else { return nil }
    return WordComment(
      author: author, date: moment(identifier), paragraphs: [WordParagraph(runs: [WordRun(reason)])])
  }

  private func moment(_ identifier: ParagraphIdentifier?) -> String? {
    identifier.flatMap { dates[$0] } ?? otherDate ?? date?.instant
  }

  private func change(_ kind: WordChange.Kind, _ identifier: ParagraphIdentifier?, _ move: Int? = nil) -> WordChange {
    WordChange(
      kind, author: author, date: moment(identifier),
      moveName: move.map { "move\($0)" })
  }
}
