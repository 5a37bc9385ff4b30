internal import Drafting
internal import Merging

/// One reader of a bracketed paragraph, who goes through it word by word beside their own credited wording.
struct BlameReader {
  /// `nil` for the base.
  let label: String?
  let branch: DelegationCode?
  let wording: CreditedWording

  /// The steps by which it asked for what it reads, the oldest first; none for the base.
  let asked: [Int]

  /// Where each word ends, counted in bytes without white space: the one measure in which a text and its bracketed form
  /// agree.
  private let ends: [Int]
  private var position = 0
  private var word = 0

  init(label: String?, branch: DelegationCode?, wording: CreditedWording, asked: [Int] = []) {
    (self.label, self.branch, self.wording, self.asked) = (label, branch, wording, asked)
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

  /// The step that struck a word first, its own or that of whom it supports.
  func strike(of token: Int) -> Int? { wording.struck.first { $0.word.token == token }?.by }
}
