package import Drafting
internal import Merging
internal import TextForm

extension CommandWords {
  /// The place that an order names, in any language; `nil` for anything else.
  ///
  /// `PLACE WITH PARAGRAPH 2 OF THE PREAMBLE`, also `PLACE THIS PARAGRAPH AFTER …`; in capitals, but for the number
  /// (`1 bis`); with or without accents and a full stop at the end.
  ///
  /// - Parameter section: the section of an order that names none (`PLACE WITH PARAGRAPH 2`).
  package static func anchor(_ order: String, in section: SectionName? = nil) -> Placement.Anchor? {
    guard order.utf8.count <= 300 else { return nil }
    let isBracketed = order.hasPrefix("[") && order.hasSuffix("]")
    var words = OrderWords(isBracketed ? String(order.dropFirst().dropLast()) : order)
    guard words.take(["place", "ubicar", "placer", "colocar"]) else { return nil }
    if words.take(["this", "este", "ce"]) {
      guard words.take(paragraphWords) else { return nil }
    }
    let isBeginning: Bool
    if words.takeAfterArticles(["beginning", "principio", "comienzo", "debut", "inicio", "comeco"]) {
      isBeginning = true
    } else if words.take([
      "with", "after", "con", "despues", "tras", "avec", "apres", "com", "apos", "depois",
    ]) {
      isBeginning = false
    } else {
      return nil
    }
    var number: ParagraphNumber?
    if !isBeginning {
      _ = words.takeAfterArticles(paragraphWords)
      number = words.takeNumber()
      if number == nil { return nil }
    }
    guard let place = words.isAtEnd ? section : words.takeSection(), words.isAtEnd else {
      return nil
    }
    return number.map { .after(place, $0) } ?? .beginning(place)
  }

  /// The placement order at the end of a text, with the text before it: `…]  PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE
  /// PREAMBLE.`
  ///
  /// - Returns: the order word for word, or `nil` where none stands there.
  package static func placementOrder(
    atEndOf text: String, in section: SectionName? = nil
  ) -> (anchor: Placement.Anchor, order: String, before: String)? {
    let text = Spacing.trimmed(text)
    let scalars = Array(text.unicodeScalars)
    // An order is short: only the end of the text is looked at.
    for start in max(0, scalars.count - 300)..<max(scalars.count, 1) {
      guard start < scalars.count, "PUC".unicodeScalars.contains(scalars[start]),
        start == 0 || !scalars[start - 1].properties.isAlphabetic
      else { continue }
      let order = string(scalars[start...])
      if let anchor = anchor(order, in: section) {
        return (anchor, order, Spacing.trimmed(string(scalars[..<start])))
      }
    }
    return nil
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let paragraphWords: Set<String> = [
    "paragraph", "parrafo", "paragraphe", "paragrafo",
  ]
}

/// The words of a placement order, folded, taken from the front.
private struct OrderWords {
  private var words: ArraySlice<String>

  init(_ order: String) {
    var order = Spacing.trimmed(order)
    if order.hasSuffix(".") { order.removeLast() }
    let raw = order.unicodeScalars.split { " \u{A0}\n\t'’".unicodeScalars.contains($0) }
    let isInCapitals = raw.allSatisfy { word in
      word.allSatisfy { !$0.properties.isLowercase } || ParagraphNumber("1 " + String(word)) != nil
        || word.first.map { ("1"..."9").contains($0) } == true
    }
    words = isInCapitals ? raw.map { folded(String($0)) }[...] : []
  }

  var isAtEnd: Bool { words.isEmpty }

  mutating func take(_ forms: Set<String>) -> Bool {
    guard let first = words.first, forms.contains(first) else { return false }
    words.removeFirst()
    return true
  }

  /// Takes one of the words with the articles and prepositions before it.
  mutating func takeAfterArticles(_ forms: Set<String>) -> Bool {
    let index = words.firstIndex { !Self.articles.contains($0) }
    guard let index, forms.contains(words[index]) else { return false }
    words = words[(index + 1)...]
    return true
  }

  /// Takes `2`, `1 bis`, `1bis`.
  mutating func takeNumber() -> ParagraphNumber? {
    guard let first = words.first, var number = ParagraphNumber(first) else { return nil }
    var text = first
    words.removeFirst()
    while let next = words.first, let longer = ParagraphNumber(text + " " + next) {
      (number, text) = (longer, text + " " + next)
      words.removeFirst()
    }
    return number
  }

  mutating func takeSection() -> SectionName? {
    if takeAfterArticles(["preamble", "preambulo", "preambule"]) { return .preamble }
    if takeAfterArticles(["dispositif"]) { return .operative }
    if takeAfterArticles(["operative", "resolutive"]) {
      _ = take(["part", "section", "paragraphs"])
      return .operative
    }
    if takeAfterArticles(["parte", "partie"]) {
      return take(["resolutiva", "dispositiva", "operativa"]) ? .operative : nil
    }
    if takeAfterArticles(["annex", "anexo", "annexe"]) {
      guard let ordinal = words.first.flatMap({ Int($0) }), ordinal >= 0 else { return nil }
      words.removeFirst()
      return .annex(ordinal)
    }
    guard takeAfterArticles(["section", "seccion", "secao"]), let name = words.popFirst() else {
      return nil
    }
    do throws(DraftingError) { return try SectionName(name) } catch { return nil }
  }

  private static let articles: Set<String> = [
    "the", "of", "at", "el", "la", "los", "de", "del", "al", "le", "l", "du", "au", "a", "o", "do",
    "da", "no", "na",
  ]
}
