internal import Drafting
internal import Notation

/// Turns the spans of a written draft into runs of a Word document.
///
/// The characters are those of the text form, so that a draft reads the same whatever takes its formatting away: the `~~`
/// round struck words are there too, as hidden text. A footnote's mark becomes a reference to the note.
struct SpanRuns {
  /// The codes of the delegations by their labels.
  private let codes: [String: String]

  /// What the numbers of notes in the document are greater by than those in the written draft.
  var noteOffset = 0

  /// Whether the backslashes before signs that are none of the notation are shown, or the signs have their style.
  var showsBackslashes = true

  init(_ registry: DelegationRegistry) {
    codes = Dictionary(
      registry.delegations.map { ($0.label, $0.code.description) }, uniquingKeysWith: { first, _ in first })
  }

  /// The runs of each line.
  ///
  /// - Parameter item: the tag of the content control round the whole item; what each delegation would have gets
  ///   a control of its own, tagged with both.
  /// - Parameter isTitle: whether they are the title block, in which nothing is a sign.
  func lines(_ spans: [Span], item: String?, isTitle: Bool = false) -> [[WordRun]] {
    var lines: [[WordRun]] = [[]]
    var known: (labels: [String], tag: String?) = ([], nil)
    for span in spans {
      if span.labels != known.labels {
        known = (span.labels, span.labels.isEmpty ? nil : item.map { tag($0, span.labels) })
      }
      let control = known.tag
      if span.emphasis == .note, let note = Self.number(span.text) {
        lines[lines.count - 1].append(WordRun("", control: control, note: .footnote(note + noteOffset)))
        continue
      }
      let format = Self.format(span.emphasis)
      guard showsBackslashes || isTitle || span.emphasis == .mark else {
        for part in LiteralSigns.parts(ofWritten: span.text) {
          append(part.text, part.isLiteral ? format.union(.literal) : format, control, to: &lines)
        }
        continue
      }
      append(span.text, format, control, to: &lines)
    }
    return lines
  }

  private func append(_ text: String, _ format: WordFormat, _ control: String?, to lines: inout [[WordRun]]) {
    guard text.utf8.contains(0x0A) else {
      return append(WordRun(text, format: format, control: control), to: &lines[lines.count - 1])
    }
    for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { lines.append([]) }
      if !part.isEmpty {
        append(WordRun(String(part), format: format, control: control), to: &lines[lines.count - 1])
      }
    }
  }

  /// Neighbours that look alike are one run: of labels and signs a document would have half as many again.
  private func append(_ run: WordRun, to line: inout [WordRun]) {
    if let last = line.indices.last, line[last].isContinued(by: run) {
      line[last].text += run.text
    } else {
      line.append(run)
    }
  }

  /// `amend:p0042/ARG+BRA`. Word allows a tag 64 characters: of a longer list as many codes as fit stand before a last `+`.
  private func tag(_ item: String, _ labels: [String]) -> String {
    var tag = item + "/"
    for (index, label) in labels.enumerated() {
      let code = (index > 0 ? "+" : "") + (codes[label] ?? label)
      guard tag.utf8.count + code.utf8.count < Self.longestTag else { return tag + "+" }
      tag += code
    }
    return tag
  }

  private static let longestTag = 64

  static func format(_ emphasis: Span.Emphasis) -> WordFormat {
    switch emphasis {
    case .added: .added
    case .struck: .struck
    case .mark: .hidden
    case .plain, .label, .heading, .note, .status: []
    }
  }

  /// The number in a footnote's mark: `1/`, `[^1]`.
  private static func number(_ mark: String) -> Int? {
    Int(String(mark.unicodeScalars.filter { ("0"..."9").contains($0) }))
  }
}
