internal import Drafting
internal import Git

extension Negotiation {
  /// The number of a new paragraph; the next free one where main has it already.
  func freeKind(_ kind: Outline.Kind, in section: SectionName) throws -> Outline.Kind {
    let taken = Set(
      try main.order().outlines.filter { $0.section == section }.flatMap(\.entries).compactMap(\.number))
    func free(_ number: ParagraphNumber) -> ParagraphNumber {
      var number = number
      while taken.contains(number) { number = number.followingBis }
      return number
    }
    return switch kind {
    case .heading: kind
    case .numbered(let number): .numbered(free(number))
    case .counted(let number): .counted(free(number))
    }
  }
}
