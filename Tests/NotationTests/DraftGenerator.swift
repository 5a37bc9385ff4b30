import Drafting
import Merging
import Notation
import TextForm

/// Makes whole drafts that are full of lines a reader could take for something else.
struct DraftGenerator {
  private static let lines = [
    "To urge the member states to continue,", "BEARING IN MIND the efforts of the States;", "[sic] and more",
    "APPROVED", "It is APPROVED", "PENDING – soon", "x; PENDING – Consultations with [Brazil]", "\\APPROVED",
    "[APPROVED]",
    "17. text", "17", "1 bis. text", "5bis. x", "PP3 text", "2.bis text", "- 4 -", "Page 3 of 12", "_____", "* * *",
    "RESOLVE:", "THE GENERAL ASSEMBLY,", "Short title", "ANNEX I", "Article 3", "CONSIDERING:", "Chapeau of a list:",
    "(a) first", "b) second", "- third", "* fourth", "• fifth", "iv. sixth", "(a) To do the following:",
    "/ a lone mark", "/", "/;", "1/ a note", "[^1]: a note", "\u{FFFD}. a note", "1. a note", "word1/ next2/ x",
    "in 2009 1/",
    "# title", "## heading", "§ operative", "§", "\\", "\\\\17. x", "\\lower", "lower case", "Upper without an end",
    "PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.", "[Ven: PLACE WITH PARAGRAPH 2 OF THE PREAMBLE]",
    "*emphasis* and **bold**, _x_ a_b `code` <b>x</b> R&amp;D T&T 2 * 3", "> quote", "```", "[a](b) [x]: y", "\\*x\\*",
    "[3. text]", "[Ven: 3. text]", "[not closed", "not opened]", "PROPOSAL OF BRAZIL FOR A NEW PARAGRAPH:",
    "Propuesta de México de texto alternativo al párrafo 2:", "SUPRIMIR", "mot ;", "a\u{A0}b", "“quoted”", "(2003),",
    "How to read this draft:", "word.1 next", "word1", "[^2] x", "a\\/b 1\\/ 2\\\\/",
  ]

  private static let headings = [
    "RESOLVE:", "THE GENERAL ASSEMBLY,", "As a result of the work of Group I:", "WE ALSO RESOLVE:", "ANNEX", "Annex II",
    "Preamble", "Article 3", "an odd heading without an end", "17. FOO:", "\\odd", "## odd", "(a) odd:", "APPROVED",
    "PROPOSAL OF BRAZIL FOR A NEW PARAGRAPH:", "§ x", "[Ven: DECIDES:]", "*stars*",
  ]

  private static let plain = [
    "the member states", "shall continue", "to cooperate,", "in order that", "victims;", "may take part.",
    "(a) in time",
  ]

  private var brackets: BracketTextGenerator
  var random: SeededGenerator { brackets.random }

  init(seed: UInt64) { brackets = BracketTextGenerator(seed: seed) }

  mutating func draft() -> ConsolidatedDraft {
    let language = pick(Language.allCases) ?? .english
    var settings = DraftSettings(language: language)
    for _ in 0..<number(0...3) { settings.titleBlock.append(line()) }
    if chance(4), let last = settings.titleBlock.last, !last.contains("[^"), !last.hasSuffix("\\") {
      settings.titleBlock[settings.titleBlock.count - 1] = last + "[^1]"
      settings.footnotes = [Footnote(number: 1, text: line())]
    }
    if chance(4) { settings.unmarkedNotes.append(line()) }
    let names = ["preamble", "operative", "annex-1", "annex-2", "article-3", "part-x"].filter { _ in chance(3) }
    var draft = ConsolidatedDraft(settings: settings)
    for name in names {
      guard let name = try? SectionName(name) else { continue }
      draft.sections.append(ConsolidatedDraft.Section(name: name, items: items()))
    }
    draft.settings.sections = draft.sections.map(\.name)
    return draft
  }

  private mutating func items() -> [ConsolidatedDraft.Item] {
    var items: [ConsolidatedDraft.Item] = []
    var last: ParagraphNumber?
    for _ in 0..<number(0...5) {
      if chance(4), let heading = pick(Self.headings) {
        let (text, _) = BracketReader(labels: LabelTable(registry: .standard)).read(heading)
        items.append(ConsolidatedDraft.Item(kind: .heading, body: text))
        continue
      }
      guard let body = body() else { continue }
      var item = ConsolidatedDraft.Item(kind: .heading, body: body)
      if chance(2) {
        let printed = ParagraphNumber(
          number(1...20), multiplicity: chance(4) ? number(2...11) : 1, isAlternative: chance(9))
        item.kind = .numbered(printed)
        last = printed
      } else {
        let isNew = body.reading(of: nil).isEmpty
        let counted = last.map { isNew ? $0.followingBis : ParagraphNumber($0.value + 1) } ?? ParagraphNumber(1)
        item.kind = .counted(counted)
        last = counted
      }
      decorate(&item)
      items.append(item)
    }
    return items
  }

  private mutating func decorate(_ item: inout ConsolidatedDraft.Item) {
    item.status =
      pick([
        .open, .approved, .pending(reason: nil), .pending(reason: "Consultations with *Brazil*"),
        .agreedAdReferendum(reason: "Chile"),
      ]) ?? .open
    if chance(5) {
      let anchors: [Placement.Anchor] = [
        .after(.preamble, ParagraphNumber(2, multiplicity: 2)), .beginning(.operative), .beginning(.annex(1)),
      ]
      for anchor in anchors where chance(2) {
        item.placements.append(Placement(labels: chance(2) ? ["Ven"] : ["Bra", "T&T"], anchor: anchor))
      }
    }
    if chance(6) { item.notes.append("PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.") }
    if chance(12) { item.notes.append("[PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE]") }
    var text = false
    item.body.forEachTextForTests { text = text || $0.contains("[^") }
    if chance(3), !text { mark(&item) }
  }

  /// Puts footnote marks behind some words.
  private mutating func mark(_ item: inout ConsolidatedDraft.Item) {
    for index in item.body.pieces.indices where chance(2) {
      guard case .text(let text) = item.body.pieces[index], let space = text.dropFirst().firstIndex(of: " "),
        space > text.startIndex,
        text[text.index(before: space)] != "\\"
      else { continue }
      let first = item.footnotes.count + 1
      // Some stand against each other.
      let numbers = first...(chance(3) ? first + 1 : first)
      item.body.pieces[index] = .text(text[..<space] + numbers.map { "[^\($0)]" }.joined() + text[space...])
      for number in numbers { item.footnotes.append(Footnote(number: number, text: line())) }
    }
    if !isValid(item.body) {
      item.footnotes = []
      item.body = BracketedText(text: "Marks were misplaced.")
    }
  }

  /// A text that is its own canonical form, and that the two notations give back.
  private mutating func body() -> BracketedText? {
    var body = BracketedText()
    if chance(3) {
      body = brackets.text()
    } else {
      var written = ""
      for _ in 0...number(0...2) { written += (chance(2) ? line() : pick(Self.plain) ?? "") + (chance(2) ? "\n" : " ") }
      if chance(3) { written += "[Ven: \(pick(Self.plain) ?? "") ~~\(pick(Self.plain) ?? "")~~] of [Bra, Chile: x]" }
      let text = Paragraph.canonical(normalized(written))
      body =
        chance(2)
        ? BracketedText(text: text) : BracketReader(labels: LabelTable(registry: .standard)).read(text).text
    }
    return isValid(body) ? body : nil
  }

  private func isValid(_ body: BracketedText) -> Bool {
    BracketNotation.allCases.allSatisfy { notation in
      let labels = LabelTable(registry: .standard)
      let written = BracketWriter(notation: notation, labels: labels).write(body)
      return !written.isEmpty && bytes(Paragraph.canonical(written)) == bytes(written)
        && bytes(normalized(written)) == bytes(written)
        && BracketReader(labels: labels).read(written).text == body
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private mutating func line() -> String { pick(Self.lines) ?? "" }
  private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &brackets.random) }
  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &brackets.random) == 0 }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &brackets.random) }
}

extension BracketedText {
  /// Calls `body` with each text piece, at every depth.
  fileprivate func forEachTextForTests(_ body: (String) -> Void) {
    for case .text(let text) in pieces { body(text) }
    forEachBracket { bracket in
      for content in bracket.alternatives.map(\.content) + [bracket.struck ?? BracketedText()] {
        for case .text(let text) in content.pieces { body(text) }
      }
    }
  }
}
