package import Notation

/// A Word document as a written draft, which ``Notation/DraftReader`` reads (in the format `text`): automatic numbers in
/// front, `~~` round struck words, `[^1]` for notes, an empty line between paragraphs.
package struct WordDraft: Sendable {
  package private(set) var text = ""

  /// What a person should know: what the reader said, what was left out, changes that nobody is named for.
  package private(set) var remarks: [WordRemark]

  /// The place of each line of the text in the document.
  private var places: [Place] = []

  /// Where in a document something stands.
  package enum Place: Hashable, Sendable, CustomStringConvertible {
    /// A paragraph of the body, counted from 1 through all tables.
    case paragraph(Int)
    /// A footnote or an endnote, counted from 1 in the order of their marks.
    case note(Int)

    package var description: String {
      switch self {
      case .paragraph(let number): "paragraph \(number)"
      case .note(let number): "note \(number)"
      }
    }
  }

  /// - Parameters:
  ///   - labels: the delegations that brackets may name.
  ///   - authors: the label of each author of tracked changes whose name is not a delegation's by itself.
  /// - Cost: linear in the length of the document.
  package init(_ document: WordDocument, labels: LabelTable, authors: [String: String] = [:]) {
    self.init(document, view: .draft, changes: DraftChanges(labels: labels, authors: authors))
  }

  /// The document seen in one way.
  ///
  /// - Parameter sender: the label of the delegation that sent it.
  init(_ document: WordDocument, view: WordView, changes: DraftChanges, sender: String? = nil) {
    var builder = WordDraftBuilder(document, view, changes)
    builder.sender = sender
    builder.build()
    remarks = builder.remarks
    text = builder.lines.map(\.text).joined(separator: "\n") + "\n"
    places = builder.lines.map(\.place)
  }

  /// Where a line of the text, counted from 1, stands in the document.
  package func place(ofLine line: Int) -> Place? { places.indices.contains(line - 1) ? places[line - 1] : nil }
}
