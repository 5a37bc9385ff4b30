import Drafting
import Exchange
import Merging
import Notation
import TestSupport

/// Makes pairs of drafts without brackets: the second has other words, other paragraphs and another order.
struct RandomDrafts {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "the", "States", "shall", "shall", "not", "cooperate,", "and", "others;", "(a)", "“voluntary”", "12/04", "l'accord",
    "~~", "[sic]", "mot\u{A0};", "A&B", "<x>", "ñandú", "APPROVED",
  ]

  mutating func pair() throws -> (old: ConsolidatedDraft, new: ConsolidatedDraft) {
    var items: [ConsolidatedDraft.Item] = []
    for ordinal in 1...Int.random(in: 1...7, using: &random) { items.append(item(ordinal)) }
    let old = draft(items)
    var changed: [ConsolidatedDraft.Item] = []
    for item in items {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: continue
      case 1, 2: changed.append(edited(item))
      default: changed.append(item)
      }
      if Int.random(in: 0..<5, using: &random) == 0 { changed.append(self.item(100 + changed.count)) }
    }
    if Bool.random(using: &random), changed.count > 1 {
      let moved = changed.remove(at: Int.random(in: changed.indices, using: &random))
      changed.insert(moved, at: Int.random(in: 0...changed.count, using: &random))
    }
    var new = draft(changed)
    if Bool.random(using: &random) { new.settings.titleBlock.append("rev. 2") }
    return (old, new)
  }

  private func draft(_ items: [ConsolidatedDraft.Item]) -> ConsolidatedDraft {
    ConsolidatedDraft(
      settings: DraftSettings(titleBlock: ["DRAFT", "on <things>"]),
      sections: [ConsolidatedDraft.Section(name: .operative, items: items)])
  }

  private mutating func item(_ ordinal: Int) -> ConsolidatedDraft.Item {
    let kind: Outline.Kind =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .heading
      case 1: .counted(ParagraphNumber(ordinal))
      default: .numbered(ParagraphNumber(ordinal, multiplicity: Int.random(in: 1...3, using: &random)))
      }
    var item = ConsolidatedDraft.Item(
      identifier: ParagraphIdentifier(ordinal: ordinal), kind: kind, body: BracketedText(text: text()))
    if Bool.random(using: &random) { addNote(to: &item) }
    return item
  }

  private mutating func edited(_ item: ConsolidatedDraft.Item) -> ConsolidatedDraft.Item {
    var item = item
    var words = item.body.reading(of: nil).split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...words.count, using: &random)
      if place < words.count, words.count > 1, Bool.random(using: &random) {
        words.remove(at: place)
      } else {
        words.insert(Self.words.randomElement(using: &random) ?? "x", at: place)
      }
    }
    let text = Paragraph.canonical(words.joined(separator: " "))
    item.footnotes.removeAll { !text.contains($0.mark) }
    item.body = BracketedText(text: text)
    if Int.random(in: 0..<3, using: &random) == 0 { item.kind = .numbered(ParagraphNumber(77)) }
    if Int.random(in: 0..<3, using: &random) == 0 { addNote(to: &item) }
    return item
  }

  private mutating func addNote(to item: inout ConsolidatedDraft.Item) {
    let number = (item.footnotes.map(\.number).max() ?? 0) + 1
    item.footnotes.append(Footnote(number: number, text: "Note \(Int.random(in: 1...9, using: &random))."))
    item.body = BracketedText(text: item.body.reading(of: nil) + "[^\(number)]")
  }

  private mutating func text() -> String {
    var words: [String] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      words.append(Self.words.randomElement(using: &random) ?? "x")
      if Int.random(in: 0..<6, using: &random) == 0 { words[words.count - 1] += "\n" }
    }
    return Paragraph.canonical(words.joined(separator: " "))
  }
}

extension ConsolidatedDraft {
  /// What a page with these words shows: a line for each line, numbers before a tab, notes in braces.
  var shown: [String] {
    settings.titleBlock
      + sections.flatMap(\.items).flatMap { item -> [String] in
        var text = item.body.reading(of: nil)
        for note in item.footnotes { text = text.replacing(note.mark, with: "{\(note.text)}") }
        if case .numbered(let number) = item.kind { text = "\(number).\t" + text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
  }
}
