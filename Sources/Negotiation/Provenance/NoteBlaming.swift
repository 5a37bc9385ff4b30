internal import Drafting
internal import Merging
internal import Notation

/// Credits the words of a paragraph's footnotes.
///
/// The notes of a paragraph, one after the other without their marks, are a text with a history of its own, to which the rules
/// of the paragraph's words apply. A note is known by what it says, as in the consolidated draft.
struct NoteBlaming {
  private var history: WordHistory
  private let identifier: ParagraphIdentifier
  private var holders: [Holder] = []

  /// Whether the paragraph ever had a note.
  private let isUsed: Bool

  private struct Holder {
    var reader: BlameReader
    var footnotes: [Footnote]
  }

  /// - Parameter chairs: the chair's footnotes.
  init(
    _ steps: WordingSteps, _ identifier: ParagraphIdentifier, _ chairs: [Footnote], _ parties: [WordHistory.Party]
  ) {
    self.identifier = identifier
    isUsed = steps.steps.contains { !$0.footnotes.isEmpty }
    history = WordHistory(isUsed ? steps.ofFootnotes : steps)
    guard isUsed else { return }
    holders = [Holder(reader: history.reader(identifier, text: chairs.joinedText), footnotes: chairs)]
    for party in parties {
      let reader = history.reader(identifier, text: party.footnotes.joinedText, of: party)
      holders.append(Holder(reader: reader, footnotes: party.footnotes))
    }
  }

  /// Each note with its credits, then what the chair struck with the last of them.
  mutating func notes(_ footnotes: [Footnote]) throws -> [BlameNote] {
    guard isUsed else { return [] }
    var notes: [BlameNote] = []
    for footnote in footnotes {
      let having = holders.filter { $0.footnotes.contains { $0.text == footnote.text } }
      guard let first = having.first else { continue }
      let readers = having.map { part(of: $0, footnote) }
      let text = BracketedText(text: footnote.text)
      let pieces =
        first.reader.label == nil
        ? try written(text, readers)
        : try written(
          BracketedText([
            .bracket(
              Bracket(
                alternatives: [
                  .init(labels: having.compactMap(\.reader.label).sorted(by: alphabetically), content: text)
                ],
                struck: nil))
          ]), [BlameReader(label: nil, branch: nil, wording: CreditedWording(text: history.words(of: "")))] + readers)
      notes.append(BlameNote(mark: footnote.mark, pieces: pieces))
    }
    if let chairs = holders.first, chairs.footnotes.isEmpty {
      let gone = try written(BracketedText(text: ""), [chairs.reader])
      if !gone.isEmpty { notes.append(BlameNote(mark: nil, pieces: gone)) }
    }
    return notes
  }

  private mutating func written(_ text: BracketedText, _ readers: [BlameReader]) throws -> [BlamePiece] {
    var writing = BlameWriting(readers, history, identifier)
    let pieces = try writing.pieces(text)
    history = writing.history
    return pieces
  }

  /// Who reads one note alone.
  private mutating func part(of holder: Holder, _ footnote: Footnote) -> BlameReader {
    let place = holder.footnotes.firstIndex { $0.text == footnote.text } ?? 0
    let reader = holder.reader
    var wording = history.part(place, of: reader.wording, holder.footnotes.map(\.text))
    // What was struck between two notes is told with the first.
    if place > 0 { wording.struck.removeAll { $0.place == 0 } }
    return BlameReader(label: reader.label, branch: reader.branch, wording: wording, asked: reader.asked)
  }
}

extension [Footnote] {
  /// What they say, one after the other.
  var joinedText: String { map(\.text).joined(separator: "\n") }

  /// What each says, by its mark.
  var byMark: [String: String] { Dictionary(map { ($0.mark, $0.text) }, uniquingKeysWith: { $1 }) }
}
