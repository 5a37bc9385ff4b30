/// Which words of one wording are kept in another: the ground on which each word is credited to whoever brought it in.
///
/// One value numbers the words of any number of texts, so that those of a whole history are cut once.
package struct WordTrace {
  private var lexicon = Lexicon()
  private var alignment = Alignment()

  /// For each word its form in small letters.
  private var smallForms: [Int32] = []

  package init() {}

  /// Cuts a text into words; white space at its two ends does not count.
  package mutating func words(of text: String) -> TracedText {
    let wording = Wording(text, &lexicon)
    while smallForms.count < lexicon.wordCount {
      let small = Array(
        String(decoding: lexicon.bytes(ofWord: Int32(smallForms.count)), as: UTF8.self).lowercased().utf8)
      smallForms.append(lexicon.number(of: 0..<small.count, in: small))
    }
    return TracedText(
      wording: wording, smallForms: wording.words.map { smallForms[Int($0)] },
      kinds: wording.words.map { .init(lexicon.traits[Int($0)]) })
  }

  /// The words that stand in both, run by run and in order; the same that the merge keeps outside its brackets.
  ///
  /// A lone function word between two changed ones, and what is left of a sentence that was mostly rewritten, belong to
  /// the change. White space does not count. What only makes a bracket readable, so that no quotation is torn, is left
  /// out: a word that stays has not been written again.
  package mutating func kept(from old: TracedText, to new: TracedText) -> [KeptWords] {
    let (base, version) = (old.wording, new.wording)
    if base.words == version.words { return base.count == 0 ? [] : [KeptWords(old: 0, new: 0, count: base.count)] }
    alignment.align(Origin(base, lexicon.traits), version, lexicon.traits)
    var hunks = Hunks(base: base, version: version, traits: lexicon.traits)
    hunks.collect(alignment.kept)
    hunks.slide()
    var kept: [KeptWords] = []
    var (i, j) = (0, 0)
    func keep(upTo end: Int) {
      if end > i { kept.append(KeptWords(old: i, new: j, count: end - i)) }
    }
    for edit in hunks.edits where edit.start != edit.end || edit.from != edit.to {
      keep(upTo: edit.start)
      (i, j) = (edit.end, edit.to)
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
  let wording: Wording

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
  package func text(_ range: Range<Int>) -> String { wording.text(range) }

  /// The white space before a word; after the last for ``count``.
  package func space(before word: Int) -> String {
    let start = word == 0 ? 0 : wording.end(word - 1)
    let end = word == count ? wording.bytes.count : wording.start(word)
    return String(decoding: wording.bytes[start..<end], as: UTF8.self)
  }

  /// How many bytes each word has.
  package var lengths: [Int] { (0..<count).map { wording.end($0) - wording.start($0) } }
}
