import Drafting
import Git
import Merging
import Negotiation
import Notation
import TestSupport

/// The labels of the standard delegations.
let labels = LabelTable(registry: .standard)

/// A bracketed text in the oas notation as a value.
func bracketed(_ text: String) -> BracketedText { BracketReader(labels: labels).read(text).text }

/// A bracketed text as it is written in the oas notation.
func written(_ text: BracketedText) -> String { BracketWriter(labels: labels).write(text) }

/// A draft from lines: `preamble` and `operative` begin a section, `1 bis. …` a paragraph, `(2) …` one whose number is
/// not printed, `[^1]: …` is a note to the line before, `PLACE [Ven]: operative/1` or `PLACE [Ven]: preamble` a move of
/// it, `STATUS approved` or `STATUS pending reason` its status, and anything else a heading.
func draft(_ text: String) throws -> ConsolidatedDraft {
  var draft = ConsolidatedDraft(settings: DraftSettings(titleBlock: ["Draft Declaration on Water"]))
  for line in text.split(separator: "\n").map(String.init) {
    if let name = try? SectionName(line), [.preamble, .operative, .annex(1)].contains(name) {
      draft.sections.append(.init(name: name))
      draft.settings.sections.append(name)
      continue
    }
    let section = draft.sections.count - 1
    let last = draft.sections[section].items.count - 1
    if line.hasPrefix("[^") {
      draft.sections[section].items[last].footnotes += Paragraph(typed: line).footnotes
    } else if line.hasPrefix("STATUS ") {
      draft.sections[section].items[last].status = status(line.dropFirst(7))
    } else if line.hasPrefix("NOTE ") {
      draft.sections[section].items[last].notes.append(String(line.dropFirst(5)))
    } else if line.hasPrefix("PLACE [") {
      draft.sections[section].items[last].placements.append(try placement(line))
    } else {
      draft.sections[section].items.append(item(line))
    }
  }
  return draft
}

private func status(_ text: Substring) -> Status {
  let reason = text.firstIndex(of: " ").map { String(text[text.index(after: $0)...]) }
  return text.hasPrefix("approved") ? .approved : .pending(reason: reason)
}

private func placement(_ line: String) throws -> Placement {
  let parts = line.dropFirst(7).split(separator: "]: ")
  let place = String(parts[1]).split(separator: "/")
  let section = try SectionName(place[0])
  let number = place.count > 1 ? ParagraphNumber(place[1]) : nil
  return Placement(
    labels: parts[0].split(separator: ",").map { $0.filter { $0 != " " } },
    anchor: number.map { .after(section, $0) } ?? .beginning(section))
}

private func item(_ line: String) -> ConsolidatedDraft.Item {
  if line.hasPrefix("("), let end = line.firstIndex(of: ")"),
    let number = ParagraphNumber(line[line.index(after: line.startIndex)..<end])
  {
    return .init(kind: .counted(number), body: bracketed(String(line[end...].dropFirst(2))))
  }
  if let dot = line.firstRange(of: ". "), let number = ParagraphNumber(line[..<dot.lowerBound]) {
    return .init(kind: .numbered(number), body: bracketed(String(line[dot.upperBound...])))
  }
  return .init(kind: .heading, body: bracketed(line))
}

extension ConsolidatedDraft {
  /// The draft as the lines that ``draft(_:)`` reads.
  var lines: [String] {
    sections.flatMap { [$0.name.description] + $0.items.flatMap(\.lines) }
  }

  /// What somebody reads, a line a paragraph, the notes in the place of their marks.
  var words: [String] {
    sections.flatMap { section in
      section.items.map { item in
        line(section.name, item.identifier, item.body.reading(of: nil), item.footnotes)
      }
    }
  }
}

extension ConsolidatedDraft.Item {
  var lines: [String] {
    let start =
      switch kind {
      case .heading: ""
      case .numbered(let number): "\(number). "
      case .counted(let number): "(\(number)) "
      }
    var lines = [start + written(body)] + footnotes.map { "\($0.mark): \($0.text)" } + notes.map { "NOTE \($0)" }
    switch status {
    case .approved: lines.append("STATUS approved")
    case .pending(let reason): lines.append("STATUS pending" + (reason.map { " \($0)" } ?? ""))
    default: break
    }
    return lines + placements.map(\.line)
  }
}

extension Placement {
  var line: String {
    switch anchor {
    case .after(let section, let number): "PLACE [\(labels.joined(separator: ", "))]: \(section)/\(number)"
    case .beginning(let section): "PLACE [\(labels.joined(separator: ", "))]: \(section)"
    }
  }
}

extension Snapshot {
  /// What the branch says, a line a paragraph, the notes in the place of their marks.
  func words() throws -> [String] {
    try order().places.compactMap { place in
      let identifier = place.entry.identifier
      guard let paragraph = try paragraph(identifier) else { return "\(place.address) has no file" }
      return line(place.section, identifier, paragraph.text, paragraph.footnotes)
    }
  }
}

private func line(
  _ section: SectionName, _ identifier: ParagraphIdentifier?, _ text: String, _ footnotes: [Footnote]
) -> String {
  var words = text
  for footnote in footnotes { words = words.replacing(footnote.mark, with: "{\(footnote.text)}") }
  return "\(section) \(identifier?.description ?? "?") \(words)"
}
