import Drafting
import Exchange
import Merging
import Notation
import Testing

@Suite("A draft as a page")
struct HTMLWriterTests {
  /// Everything that a draft can have: a title with a note, headings, rivals, a clause that moves, an amended proposal,
  /// statuses, lines, odd white space, signs that mean something in HTML, an order to move, notes without a mark.
  private static let draft = """
    DRAFT <RESOLUTION> & "ANNEX"1/
    Second line

    THE ASSEMBLY,

    1. RECALLING  the \\[Ven: Charter]2/ & <b>law</b>; APPROVED

    2. To promote [Pan: ~~, in accordance with domestic law,~~] the exchange of information [Pan: , in accordance with domestic law];
    [Pan: PLACE WITH PARAGRAPH 1 OF THE PREAMBLE]

    RESOLVE:

    1. To urge [Arg, Bra: persons / Mex: individuals / Ven: – ~~others~~]:
    (a) first [Chile: new [Ven: and old] words];
    (b) second. PENDING – More < less

    1 bis. [Ven: To report.]

    1/ A note & more.
    2/ Another.
    """

  @Test(arguments: BracketNotation.allCases, Language.allCases)
  func readsLikeTheTextForm(notation: BracketNotation, language: Language) throws {
    var draft = try read(Self.draft)
    draft.settings.language = language
    let text = DraftWriter(format: .text, notation: notation, registry: .standard).write(draft)
    let page = HTMLWriter(notation: notation, registry: .standard).write(draft)
    #expect(words(of: page) + "\n" == text)
    #expect(try read(words(of: page) + "\n").sections == read(text).sections)
    try expectWellFormed(page)
  }

  @Test func linksLeadBothWays() throws {
    let page = HTMLWriter(notation: .oas, registry: .standard).write(try read(Self.draft))
    for (from, to) in [
      (##"<a class="note" id="mark-2" href="#note-2""##, ##"<div id="note-2" role="doc-endnote"><a href="#mark-2""##),
      (
        ##"<del><a class="moved" id="preamble-2-moved-0-from" href="#preamble-2-moved-0-to""##,
        ##"<ins><a class="moved" id="preamble-2-moved-0-to" href="#preamble-2-moved-0-from""##
      ),
    ] {
      #expect(page.contains(from) && page.contains(to), "\(page)")
    }
    #expect(page.contains(#"<p id="operative-1-bis">"#))
    #expect(page.contains(#"<abbr title="Argentina">Arg</abbr>, <abbr title="Brazil">Bra</abbr>:"#))
    #expect(page.contains(#"<strong class="status"> PENDING – More &lt; less</strong>"#))
  }

  @Test func needsNothingElse() throws {
    let page = HTMLWriter(notation: .oas, registry: .standard).write(try read(Self.draft))
    for word in ["http", "<script", "<link", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
  }

  private func read(_ text: String) throws -> ConsolidatedDraft {
    DraftReader(registry: .standard, format: .text).read(text).draft
  }

  /// What a browser gives when the whole page is copied: lines of a block, and an empty line between paragraphs.
  private func words(of page: String) -> String {
    var output = ""
    var rest = page[...]
    if let start = rest.firstRange(of: "<main>\n"), let end = rest.firstRange(of: "</main>") {
      rest = rest[start.upperBound..<end.lowerBound]
    }
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        switch tag {
        case "br": output += "\n"
        case "/p", "/h1", "/h2": output += "\n\n"
        case "/div": output += "\n"
        default: break
        }
        // The source's own line breaks between elements are no text.
        if ["/p", "/h1", "/h2", "/div", "/section"].contains(tag) || tag.hasPrefix("section"), rest.first == "\n" {
          rest = rest.dropFirst()
        }
      } else {
        output.append(character)
        rest = rest.dropFirst()
      }
    }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      output = output.replacing(entity, with: sign)
    }
    while output.last == "\n" { output.removeLast() }
    return output
  }

  /// Every element is closed, in order; every name is given once, and every link leads to one.
  private func expectWellFormed(_ page: String) throws {
    var open: [Substring] = []
    var names: [Substring] = []
    var targets: [Substring] = []
    for piece in page.split(separator: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " }
      if ["!DOCTYPE", "meta", "br"].contains(name) { continue }
      if name.hasPrefix("/") {
        #expect(open.popLast() == name.dropFirst(), "\(tag)")
      } else {
        open.append(name)
      }
      if let value = value(of: " id=\"", in: tag) { names.append(value) }
      if let value = value(of: " href=\"#", in: tag) { targets.append(value) }
    }
    #expect(open.isEmpty)
    #expect(Set(names).count == names.count)
    #expect(Set(targets).isSubset(of: names), "\(Set(targets).subtracting(names))")
  }

  private func value(of key: String, in tag: Substring) -> Substring? {
    tag.firstRange(of: key).map { tag[$0.upperBound...].prefix { $0 != "\"" } }
  }
}
