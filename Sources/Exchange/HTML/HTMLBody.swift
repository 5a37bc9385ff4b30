internal import Drafting
internal import Notation

/// The blocks of a draft as elements, one after the other.
struct HTMLBody {
  /// The full name of each label's delegation.
  let names: [String: String]
  let phrases: HTMLPhrases
  private(set) var html = ""

  /// The names that elements have; no two have the same.
  private var identifiers: Set<String> = []

  init(names: [String: String], phrases: HTMLPhrases) {
    self.names = names
    self.phrases = phrases
  }

  mutating func append(_ block: DraftBlock, of draft: ConsolidatedDraft) {
    switch block.role {
    case .title: html += "<h1>\(inline(block.spans, in: "title"))</h1>\n"
    case .legend: html += "<p class=\"legend\">\(inline(block.spans, in: "legend"))</p>\n"
    case .sectionName: html += "<p class=\"section\">\(inline(block.spans, in: "section"))</p>\n"
    case .item(let section, let index):
      let item = draft.sections[section].items[index]
      let number: ParagraphNumber
      switch item.kind {
      case .heading:
        html += "<h2>\(inline(block.spans, in: free("heading")))</h2>\n"
        return
      case .numbered(let printed), .counted(let printed): number = printed
      }
      let name = free("\(draft.sections[section].name)-\(number)".replacing(" ", with: "-"))
      html += "<p id=\"\(htmlText(name))\">\(inline(block.spans, in: name))</p>\n"
    case .notes:
      html += "<section role=\"doc-endnotes\" aria-label=\"\(htmlText(phrases.footnotes))\">\n"
      html += notes(block.spans)
      html += "</section>\n"
    }
  }

  /// A name that no element has yet.
  private mutating func free(_ wanted: String) -> String {
    var name = wanted
    var count = 2
    while !identifiers.insert(name).inserted {
      name = "\(wanted)-\(count)"
      count += 1
    }
    return name
  }

  /// The notes that no mark belongs to, and behind an empty line the others; each on a line of its own.
  private mutating func notes(_ spans: [Span]) -> String {
    var output = ""
    var unmarked = ""
    var isMarked = false
    for span in spans {
      if span.emphasis == .note {
        if isMarked { output += "</div>\n" }
        isMarked = true
        let note = number(of: span)
        output += "<div id=\"\(free("note-\(note)"))\" role=\"doc-endnote\">"
        output += "<a href=\"#mark-\(note)\" role=\"doc-backlink\">\(lines(span.text))</a>"
      } else if isMarked {
        output += lines(span.text.last == "\n" ? span.text.dropLast() : Substring(span.text))
      } else {
        unmarked += span.text
      }
    }
    if isMarked { output += "</div>\n" }
    while unmarked.last == "\n" { unmarked.removeLast() }
    return (unmarked.isEmpty ? "" : "<p>\(lines(unmarked))</p>\n") + output
  }

  /// The number in the mark of a note: `1/`, `[^1]`.
  private func number(of span: Span) -> String { span.text.filter(\.isNumber) }

  /// - Parameter place: the name of the block.
  private mutating func inline(_ spans: [Span], in place: String) -> String {
    var output = ""
    for span in spans {
      let words = linked(span, in: place)
      switch span.emphasis {
      case .plain, .heading, .note: output += words
      case .added: output += "<ins>\(words)</ins>"
      case .struck: output += "<del>\(words)</del>"
      case .mark: output += "<span class=\"mark\">\(words)</span>"
      case .label: output += "<span class=\"label\">\(labels(span.text))</span>"
      case .status: output += "<strong class=\"status\">\(words)</strong>"
      }
    }
    return output
  }

  /// The words, linked where they are a footnote's mark or a clause that moves.
  private mutating func linked(_ span: Span, in place: String) -> String {
    let words = lines(span.text)
    if span.emphasis == .note {
      let note = number(of: span)
      let name = free("mark-\(note)")
      return "<a class=\"note\" id=\"\(name)\" href=\"#note-\(note)\" role=\"doc-noteref\">\(words)</a>"
    }
    guard let move = span.move else { return words }
    // The words go from where they are struck, or in the other notation stand plain, to where they are put in.
    let here = "\(place)-moved-\(move)-\(span.emphasis == .added ? "to" : "from")"
    let there = "\(place)-moved-\(move)-\(span.emphasis == .added ? "from" : "to")"
    // A clause with brackets inside has several pieces; the first one bears the name.
    let name = identifiers.insert(here).inserted ? " id=\"\(htmlText(here))\"" : ""
    let title = htmlText(span.emphasis == .added ? phrases.movedHere : phrases.movedAway)
    return "<a class=\"moved\"\(name) href=\"#\(htmlText(there))\" title=\"\(title)\">\(words)</a>"
  }

  /// `Arg, Bra:` with the delegations' names.
  private func labels(_ list: String) -> String {
    let isList = list.hasSuffix(":")
    let labels = (isList ? list.dropLast() : Substring(list)).split(separator: ", ", omittingEmptySubsequences: false)
    return labels.map { label in
      names[String(label)].map { "<abbr title=\"\(htmlText($0))\">\(htmlText(label))</abbr>" } ?? htmlText(label)
    }.joined(separator: ", ") + (isList ? ":" : "")
  }

  private func lines(_ text: some StringProtocol) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { htmlText($0) }.joined(separator: "<br>")
  }
}
