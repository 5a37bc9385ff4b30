internal import Drafting
internal import Merging

/// One reader of a bracketed paragraph, who goes through it word by word beside their own credited wording.
struct BlameReader {
  /// `nil` for the base.
  let label: String?
  let branch: DelegationCode?
  let wording: CreditedWording

  /// The step by which it last asked for what it reads; `nil` for the base.
  let lastAsked: Int?

  /// Where each word ends, counted in bytes without white space: the one measure in which a text and its bracketed form
  /// agree.
  private let ends: [Int]
  private var position = 0
  private var word = 0

  init(label: String?, branch: DelegationCode?, wording: CreditedWording, lastAsked: Int? = nil) {
    (self.label, self.branch, self.wording, self.lastAsked) = (label, branch, wording, lastAsked)
    var sum = 0
    ends = wording.text.lengths.map { length in
      sum += length
      return sum
    }
  }

  /// The place of the next word, which has so many bytes; `nil` at the end.
  mutating func next(_ length: Int) -> Int? {
    while word < ends.count, ends[word] <= position { word += 1 }
    position += length
    return word < ends.count ? word : nil
  }

  /// The step that struck a word, and the decision.
  func strike(of token: Int) -> CreditedWording.Struck? { wording.struck.first { $0.word.token == token } }
}
