internal import Drafting

extension WordHistory {
  /// A delegation that has words of its own on a paragraph.
  struct Party {
    var label: String
    var code: DelegationCode

    /// Those whose proposals it amends.
    var amends: [DelegationCode]

    /// As its own paragraph numbers them.
    var footnotes: [Footnote]
  }

  /// Who reads the chair's text of a paragraph.
  mutating func reader(_ identifier: ParagraphIdentifier, text: String) -> BlameReader {
    var wording = CreditedWording(text: words(of: ""))
    if let last = steps.last(identifier, on: nil) {
      // A history that does not end at the text would be an index gone wrong: what it lacks is credited to its last step.
      wording =
        (steps.steps[last].after ?? "") == text
        ? self.wording(after: last) : self.wording(of: text, on: identifier, from: [last], by: last)
    }
    return BlameReader(label: nil, branch: nil, wording: wording)
  }

  /// A delegation that reads a paragraph, which may have followed the chair's text since its last commit.
  ///
  /// - Parameter notes: the footnotes, by their marks in the text; empty where they are not known.
  mutating func reader(
    _ identifier: ParagraphIdentifier, text: String, notes: [String: String] = [:], of party: Party
  ) -> BlameReader {
    let asked = steps.asked(identifier, by: party.code)
    let own = steps.last(identifier, on: party.code)
    func reader(_ wording: CreditedWording) -> BlameReader {
      BlameReader(label: party.label, branch: party.code, wording: wording, asked: asked)
    }
    if let own, (steps.steps[own].after ?? "") == text { return reader(wording(after: own)) }
    let elsewhere = steps.family.paragraphs.filter { $0 != identifier }.map { steps.last($0, on: party.code) }
    let here = [own, steps.last(identifier, on: nil)] + party.amends.map { steps.last(identifier, on: $0) }
    let sources = (here + elsewhere).compactMap { $0 }
    return reader(wording(of: text, notes: notes, on: identifier, from: sources, by: own ?? sources.first ?? 0))
  }
}
