/// What is searched for: all of some words and phrases.
package struct SearchQuery: Hashable, Sendable {
  /// Each must be found; never empty.
  package let terms: [Term]

  /// Words that stand one right after the other.
  package struct Term: Hashable, Sendable {
    /// Folded; never empty.
    package var words: [String]

    /// Whether the last word need only begin so.
    package var isPrefix = false
  }

  /// Reads what a person typed, an argument each. `"due diligence"` is a phrase, also where the shell took the quotation
  /// marks; `diligen*` is the beginning of a word; every other sign parts words and means nothing.
  ///
  /// - Throws: `NegotiationError.notFound` where no word is in it.
  package init(_ arguments: [String]) throws(NegotiationError) {
    var terms: [Term] = []
    for argument in arguments {
      let pieces = argument.split(omittingEmptySubsequences: false) { "\"“”«»„".contains($0) }
      guard pieces.count > 1 else {
        terms += Self.term(argument).map { [$0] } ?? []
        continue
      }
      for (index, piece) in pieces.enumerated() {
        // Every second piece stood between quotation marks.
        let phrases = index % 2 == 1 ? [piece] : piece.split(whereSeparator: \.isWhitespace)
        terms += phrases.compactMap(Self.term)
      }
    }
    guard !terms.isEmpty else {
      throw NegotiationError(
        .notFound, "there is no word in '\(arguments.joined(separator: " "))'", hint: "Type a word: amend search water")
    }
    self.terms = terms
  }

  private static func term(_ text: some StringProtocol) -> Term? {
    let words = SearchWord.words(of: String(text)).map(\.folded)
    guard !words.isEmpty else { return nil }
    return Term(words: words, isPrefix: text.reversed().first { !$0.isWhitespace } == "*")
  }

  /// The words of a text that are found: for each place of each term a range of words, from left to right; `nil` where a
  /// term is not there.
  func places(in words: [SearchWord]) -> [Range<Int>]? {
    var found: Set<Range<Int>> = []
    for term in terms {
      let count = term.words.count
      var isFound = false
      for start in words.indices where start + count <= words.count {
        let matches = term.words.indices.allSatisfy { index in
          let word = words[start + index].folded
          return index == count - 1 && term.isPrefix
            ? word.utf8.starts(with: term.words[index].utf8) : word.utf8.elementsEqual(term.words[index].utf8)
        }
        guard matches else { continue }
        isFound = true
        found.insert(start..<(start + count))
      }
      if !isFound { return nil }
    }
    return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// The query in the index's language: every word between quotation marks, so that nothing in it is an operator.
  var expression: String {
    terms.map { "\"\($0.words.joined(separator: " "))\"" + ($0.isPrefix ? " *" : "") }.joined(separator: " AND ")
  }

  /// The same for texts that have any of the words.
  var anyWord: String {
    terms.flatMap { term in
      term.words.enumerated().map { "\"\($1)\"" + (term.isPrefix && $0 == term.words.count - 1 ? " *" : "") }
    }.joined(separator: " OR ")
  }

  /// Whether the index takes words apart as we do: it knows an older Unicode, so other scripts are looked through instead.
  var isIndexed: Bool {
    terms.allSatisfy { $0.words.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value < 0x250 } } }
  }
}
