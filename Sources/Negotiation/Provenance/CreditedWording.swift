internal import Merging

/// One wording of a paragraph with the history of each of its words.
struct CreditedWording {
  var text: TracedText

  /// The footnotes, by their marks, where they are known.
  var notes: [String: String] = [:]

  /// What is known of each word, in order.
  var words: [Word] = []

  /// Words that stood here once and were struck, from left to right; those of one place in the order in which they went.
  var struck: [Struck] = []

  /// One word that stands.
  struct Word {
    /// The word itself, the same wherever it is carried: a number of the ``WordRegister``.
    var token: Int
    /// The step that moved it within the paragraph, the last one.
    var moved: Int?
    /// The decision by which it came into the chair's text; `nil` where it did not, or the chair wrote it.
    var decision: Int?
  }

  /// One word that stands no longer.
  struct Struck {
    var word: Word
    /// The place in the text: before this word.
    var place: Int
    /// The step that struck it, and the decision by which it left the chair's text where that is another.
    var by: Int
    var decision: Int?
    /// The steps of others who struck it as well, where the chair took the words of several.
    var also: [Int] = []
  }
}

extension CreditedWording.Struck {
  /// The same struck by two.
  func joined(by other: Self) -> Self {
    var joined = self
    joined.also = Set(also + other.also + [other.by]).subtracting([by]).sorted()
    return joined
  }
}

extension CreditedWording {
  /// Nothing: a paragraph that is not there.
  static func nothing(_ trace: inout WordTrace) -> CreditedWording { CreditedWording(text: trace.words(of: "")) }
}

/// A wording that a new one may have words from.
struct WordingSource {
  var wording: CreditedWording

  /// Whether it was the chair's text.
  var isChairs: Bool

  /// The step by which a delegation asked for it on this paragraph; `nil` for the chair's text.
  var asked: Int? = nil
}

/// The words that were ever written in a paragraph.
struct WordRegister {
  /// The step that brought each word in.
  private(set) var births: [Int] = []

  /// Each word with the white space before it, for those that are struck.
  private(set) var spellings: [String] = []

  mutating func add(_ spelling: String, by step: Int) -> Int {
    births.append(step)
    spellings.append(spelling)
    return births.count - 1
  }
}

extension WordTrace {
  /// The words that stand in both wordings. The mark of a footnote is the same word as long as the footnote reads the same,
  /// whatever its number; where the footnotes of one are not known, as long as the number is the same.
  mutating func kept(from old: CreditedWording, to new: CreditedWording) -> [KeptWords] {
    let (old, new) = read(old, beside: new)
    return kept(from: old, to: new)
  }

  /// The texts of two wordings as they are compared.
  mutating func read(
    _ old: CreditedWording, beside new: CreditedWording
  ) -> (old: TracedText, new: TracedText) {
    if old.notes.isEmpty || new.notes.isEmpty { return (old.text, new.text) }
    return (read(old.text, old.notes), read(new.text, new.notes))
  }
}

extension TracedText {
  /// Whether a word is the mark of a footnote: `[^1]`.
  func isFootnoteMark(_ word: Int) -> Bool { text(word..<(word + 1)).hasPrefix("[^") }
}

extension CreditedWording {
  /// The footnote that a word is the mark of; `nil` where it is none, or the footnote is not known.
  func note(at word: Int) -> String? {
    notes.isEmpty || !text.isFootnoteMark(word) ? nil : notes[text.text(word..<(word + 1))]
  }
}
