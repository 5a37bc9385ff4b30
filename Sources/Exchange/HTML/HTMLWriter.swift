package import Drafting
package import Notation

/// Writes a consolidated draft as one page that needs nothing else: no script, no font, no picture.
///
/// All characters of the text form stand in it, the `~~` of struck words too, so that what is copied out of the page is
/// read like the text form (`DraftReader`). Everything that the page says in addition is form: additions are `<ins>`,
/// deletions `<del>`, footnotes and the two places of a clause that moves are linked both ways, and labels carry the
/// names of the delegations.
package struct HTMLWriter: Sendable {
  package var notation: BracketNotation
  package var registry: DelegationRegistry

  /// See ``DraftWriter/isExcerpt``; an excerpt has no legend either.
  package var isExcerpt = false

  package init(notation: BracketNotation, registry: DelegationRegistry) {
    self.notation = notation
    self.registry = registry
  }

  package func write(_ draft: ConsolidatedDraft) -> String {
    var writer = DraftWriter(format: .text, notation: notation, registry: registry, hasLegend: !isExcerpt)
    writer.isExcerpt = isExcerpt
    writer.showsMoves = true
    let language = draft.settings.language
    var names: [String: String] = [:]
    for delegation in registry.delegations where names[delegation.label] == nil {
      names[delegation.label] = delegation.name(in: language)
    }
    var body = HTMLBody(names: names, phrases: HTMLPhrases(language))
    for block in writer.blocks(of: draft) { body.append(block, of: draft) }
    let title = draft.settings.titleBlock.first ?? draft.settings.symbol ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(htmlText(title))</title>
      <style>
      \(HTMLStyle.sheet(HTMLPhrases(language)))
      </style>
      </head>
      <body>
      <main>
      \(body.html)</main>
      </body>
      </html>

      """
  }
}

/// Text as it stands in a page, in an element or an attribute.
func htmlText(_ text: some StringProtocol) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case 0x26: output += "&amp;".utf8
    case 0x3C: output += "&lt;".utf8
    case 0x3E: output += "&gt;".utf8
    case 0x22: output += "&quot;".utf8
    default: output.append(byte)
    }
  }
  return String(decoding: output, as: UTF8.self)
}
