internal import Merging

/// Words that stand without any mark in a document of the present draft, beside a change, and are not the draft's: somebody
/// typed them without tracking.
extension ObservationComparison {
  /// What the changes make of the draft's words, without what was typed, and what a person should know of that.
  ///
  /// Where typed letters touch a change, they are left out by the letter; they come along where that cannot be told.
  ///
  /// - Parameter carried: the changes, taken over to the draft's words.
  func withoutTyped(_ carried: Carried, _ old: String, in paragraph: Paragraph) -> (text: String, note: String) {
    var text = carried.text
    var met: [String] = []
    for conflict in carried.conflicts where !conflict.wanted.isEmpty {
      if let words = conflict.mergedByLetters, text.ranges(of: conflict.wanted).count == 1 {
        text = text.replacing(conflict.wanted, with: words)
      } else {
        met.append("“\(conflict.wanted)”")
      }
    }
    let words = { (text: String) in text.split { !$0.isLetter && !$0.isNumber } }
    let known = Set(words(paragraph.present) + words(paragraph.base ?? ""))
    let typed = words(old).filter { !known.contains($0) }
    let list = typed.isEmpty ? "" : " (\(typed.joined(separator: " ")))"
    return (
      text,
      met.isEmpty
        ? "other words of the paragraph differ from the draft's without any mark, and were left out\(list): track the change"
        : "other words of the paragraph differ from the draft's without any mark\(list), and came along where the change"
          + " meets them: \(met.joined(separator: ", "))"
    )
  }
}

extension Carried.Conflict {
  /// Both changes of the same words, where they change other letters of them; `nil` where they do not.
  fileprivate var mergedByLetters: String? {
    let (was, ours, theirs) = (Array(was), LetterChange(from: was, to: wanted), LetterChange(from: was, to: now))
    guard
      let (first, second) = ours.end <= theirs.start ? (ours, theirs) : theirs.end <= ours.start ? (theirs, ours) : nil
    else { return nil }
    return String(was[..<first.start]) + first.letters + String(was[first.end..<second.start]) + second.letters
      + String(was[second.end...])
  }
}

/// The letters between what two texts begin and end with alike.
private struct LetterChange {
  var start: Int
  var end: Int
  var letters: String

  init(from old: String, to new: String) {
    let (old, new) = (Array(old), Array(new))
    start = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - start
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    end = old.count - tail
    letters = String(new[start..<(new.count - tail)])
  }
}
