/// Which words of one wording are kept in another: the ground on which each word is credited to whoever brought it in.
///
/// One value numbers the words of any number of texts, so that those of a whole history are cut once.
package struct WordTrace {
  private var lexicon = Lexicon()
  private var hunks = Hunks()

  /// For each word its form in small letters.
  private var smallForms: [Int32] = []

  package init() {}

  /// Cuts a text into words; white space at its two ends does not count.
  package mutating func words(of text: String) -> TracedText {
    var tokens: [Token] = []
    let wording = lexicon.cut(text, into: &tokens)
    return TracedText(
      source: text, wording: wording, tokens: tokens, smallForms: numberSmallForms(of: tokens[wording.range]),
      kinds: tokens[wording.range].map { .init(lexicon.traits[Int($0.word)]) })
  }

  private mutating func numberSmallForms(of tokens: ArraySlice<Token>) -> [Int32] {
    while smallForms.count < lexicon.wordCount {
      let small = Array(
        String(decoding: lexicon.bytes(ofWord: Int32(smallForms.count)), as: UTF8.self).lowercased().utf8)
      smallForms.append(lexicon.number(of: small.span))
    }
    return tokens.map { smallForms[Int($0.word)] }
  }

  /// The same text with what some of its words stand for in their place when it is compared: the mark of a footnote stands
  /// for the footnote, whatever its number.
  ///
  /// - Parameter meanings: by the words as they are written.
  package mutating func read(_ text: TracedText, _ meanings: [String: String]) -> TracedText {
    if meanings.isEmpty { return text }
    var tokens = text.tokens
    for index in text.wording.range {
      guard let meaning = meanings[String(tokens.span, index..<(index + 1), of: text.source)] else { continue }
      tokens[index].word = lexicon.number(of: Array("[^\(meaning)]".utf8).span)
    }
    return TracedText(
      source: text.source, wording: text.wording, tokens: tokens,
      smallForms: numberSmallForms(of: tokens[text.wording.range]), kinds: text.kinds)
  }

  /// The words that stand in both, run by run and in order; the same that the merge keeps outside its brackets.
  ///
  /// A lone function word between two changed ones, and what is left of a sentence that was mostly rewritten, belong to
  /// the change. White space does not count. What only makes a bracket readable, so that no quotation is torn, is left
  /// out: a word that stays has not been written again.
  package mutating func kept(from old: TracedText, to new: TracedText) -> [KeptWords] {
    if old.tokens.elementsEqual(new.tokens, by: { $0.word == $1.word }) {
      return old.count == 0 ? [] : [KeptWords(old: 0, new: 0, count: old.count)]
    }
    let tokens = old.tokens + new.tokens
    let base = old.wording
    let offset = old.tokens.count
    let version = Wording(range: offset..<(offset + new.count), hasPairs: new.wording.hasPairs)
    hunks.align(Origin(base, tokens.span, lexicon.traits), version, tokens, lexicon.traits)
    var kept: [KeptWords] = []
    var (i, j) = (0, 0)
    func keep(upTo end: Int) {
      if end > i { kept.append(KeptWords(old: i, new: j, count: end - i)) }
    }
    for edit in hunks.edits where edit.start != edit.end || edit.from != edit.to {
      keep(upTo: edit.start)
      (i, j) = (edit.end, edit.to - offset)
    }
    keep(upTo: base.count)
    return kept
  }
}

/// Words that follow one another in two texts.
package struct KeptWords: Hashable, Sendable {
  /// The place of the first of them in the older text, and in the newer.
  package var old: Int
  package var new: Int
  package var count: Int

  package init(old: Int, new: Int, count: Int) {
    self.old = old
    self.new = new
    self.count = count
  }
}

/// A text cut into words by a ``WordTrace``.
package struct TracedText: Sendable {
  let source: String
  let wording: Wording

  /// The words of it, and what stands behind the last.
  let tokens: [Token]

  /// The numbers of the words in small letters: equal for words that differ in capitals alone.
  package let smallForms: [Int32]
  package let kinds: [Kind]

  package enum Kind: Hashable, Sendable {
    /// A word that means something by itself.
    case content
    /// One of the small words of grammar.
    case function
    case punctuation

    init(_ traits: WordTraits) { self = !traits.isWord ? .punctuation : traits.weight == 20 ? .content : .function }
  }

  package var count: Int { wording.count }

  /// The words of `range` with the white space before each of them but the first.
  package func text(_ range: Range<Int>) -> String { String(tokens.span, range, of: source) }

  /// The white space before a word; after the last for ``count``.
  package func space(before word: Int) -> String {
    word == 0 || word == count
      ? "" : String(source.utf8.span.extracting(tokens[word - 1].end..<tokens[word].start))
  }

  /// How many bytes each word has.
  package var lengths: [Int] { tokens[wording.range].map { $0.end - $0.start } }
}
