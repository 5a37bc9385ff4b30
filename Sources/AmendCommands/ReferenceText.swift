internal import Drafting
internal import JSON
internal import Negotiation

extension CrossReference {
  /// What is to be done about it, behind the phrase: `should read 'paragraph 6'`.
  ///
  /// - Parameter isFixed: whether those that are certain are rewritten.
  func verdict(isFixed: Bool) -> String {
    if !missing.isEmpty {
      let numbers = missing.map(\.description).joined(separator: ", ")
      return "names \(numbers), which no paragraph has; put it right by hand"
    }
    if readsAsThen {
      return "was listed when the paragraphs were numbered before, and reads so still; it should read "
        + "'\(suggestion)'\(said): put it right by hand"
    }
    if wasLeft {
      return "was listed when the paragraphs were numbered before; if it was put right since, it should read "
        + "'\(suggestion)'\(said): put it right by hand"
    }
    if isDoubtful {
      return "may mean another document or section; if it does not, it should read '\(suggestion)'\(said): "
        + "put it right by hand"
    }
    if needsWording {
      return "should read '\(suggestion)'\(said), perhaps with other words around it: put it right by hand"
    }
    return (isFixed ? "now reads" : "should read") + " '\(suggestion)'\(said)"
  }

  /// ` (what was 1, 1 bis, 2)`, where a range may not be what it was; ` (without 3, which no paragraph has)`.
  var said: String {
    var said: [String] = []
    if !covered.isEmpty { said.append("what was \(covered.map(\.description).joined(separator: ", "))") }
    if !leftOut.isEmpty {
      said.append("without \(leftOut.map(\.description).joined(separator: ", ")), which no paragraph has")
    }
    return said.isEmpty ? "" : " (\(said.joined(separator: "; ")))"
  }
}

extension ReferencePassage {
  /// Where it is, behind the paragraph's number; nothing for its words.
  var words: String {
    switch self {
    case .text: ""
    case .footnote: ", footnote"
    case .note, .reason: ", remark"
    case .position: ", position"
    }
  }
}

/// For programs: `country` is `null` for the chair's text, and `covers` empty unless a range may not be what it was;
/// `leftOut` are the numbers of deleted paragraphs that the suggestion leaves out, and what `wasLeft` was listed before; what
/// `readsAsThen` has the old numbers still.
func referenceJSON(_ reference: CrossReference, isFixed: Bool) -> JSONValue {
  let passage =
    switch reference.passage {
    case .text: "text"
    case .footnote: "footnote"
    case .note: "note"
    case .reason: "reason"
    case .position: "position"
    }
  return [
    "identifier": .string(reference.identifier.description), "country": JSONValue(reference.delegation?.description),
    "passage": .string(passage), "text": .string(reference.phrase), "suggestion": .string(reference.suggestion),
    "missing": JSONValue(reference.missing.map(\.description)),
    "leftOut": JSONValue(reference.leftOut.map(\.description)), "wasLeft": .bool(reference.wasLeft),
    "readsAsThen": .bool(reference.readsAsThen),
    "covers": JSONValue(reference.covered.map(\.description)),
    "doubtful": .bool(reference.isDoubtful || reference.needsWording), "fixed": .bool(isFixed && reference.isCertain),
  ]
}
