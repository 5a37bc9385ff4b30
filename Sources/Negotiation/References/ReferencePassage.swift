internal import Drafting

/// What a reference stands in.
package enum ReferencePassage: Hashable, Sendable {
  /// The words of the paragraph.
  case text
  /// A footnote, by its number.
  case footnote(Int)
  /// An order or a remark behind the paragraph, by its place among them.
  case note(Int)
  /// What stands behind the paragraph's status.
  case reason
  /// The reason of a delegation's position.
  case position
}

extension Paragraph {
  /// The words in which references may stand.
  var passages: [(passage: ReferencePassage, text: String)] {
    [(.text, text)] + footnotes.map { (.footnote($0.number), $0.text) }
      + notes.enumerated().map { (.note($0), $1) } + (status.reason.map { [(.reason, $0)] } ?? [])
  }

  /// Writes the references that are certain as they should read.
  ///
  /// - Parameter references: in the order of ``passages``, from left to right.
  mutating func rewrite(_ references: [CrossReference]) {
    for reference in references.reversed() where reference.isCertain {
      switch reference.passage {
      case .text: reference.write(into: &text)
      case .footnote(let number):
        guard let index = footnotes.firstIndex(where: { $0.number == number }) else { continue }
        reference.write(into: &footnotes[index].text)
      case .note(let index): reference.write(into: &notes[index])
      case .reason:
        var reason = status.reason ?? ""
        reference.write(into: &reason)
        switch status {
        case .pending: status = .pending(reason: reason)
        case .agreedAdReferendum: status = .agreedAdReferendum(reason: reason)
        case .open, .approved: break
        }
      case .position: break
      }
    }
  }
}

extension CrossReference {
  /// Puts the suggestion in the place of the phrase.
  func write(into passage: inout String) {
    let start = passage.utf8.index(passage.startIndex, offsetBy: range.lowerBound)
    let end = passage.utf8.index(passage.startIndex, offsetBy: range.upperBound)
    passage.replaceSubrange(start..<end, with: suggestion)
  }
}
