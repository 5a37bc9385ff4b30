internal import Drafting

extension Negotiation {
  /// The new paragraph of another delegation that says the same at the same place, with whoever proposes it; `nil` where
  /// there is none, and where this delegation has that one already.
  ///
  /// Identical proposals share one bracket. Who asks for a paragraph that another asks for already joins it: the paragraph
  /// keeps its identifier and its number, and each delegation has a commit of its own, so that each can withdraw, be
  /// amended, be rejected and be adopted by itself; adopting one satisfies all.
  ///
  /// The same place is behind the same paragraph of the chair's text, whatever other new paragraphs stand between.
  ///
  /// - Parameters:
  ///   - paragraph: as it was typed; a number in front of the words counts for nothing where it is that of the other.
  ///   - predecessor: what it shall stand behind in the delegation's own order.
  func sharedParagraph(
    _ paragraph: Paragraph, in section: SectionName, after predecessor: DraftOrder.Predecessor, of edit: BranchEdit
  ) throws -> (entry: Outline.Entry, paragraph: Paragraph)? {
    let base = Set(try main.order().places.map(\.entry.identifier))
    let home = edit.order.home(of: predecessor, on: base)
    var found: [(entry: Outline.Entry, paragraph: Paragraph)] = []
    for changes in try allStandingChanges() where changes.delegation.code != edit.delegation.code {
      guard let order = changes.order?.own, let outline = order.outlines.first(where: { $0.section == section }) else {
        continue
      }
      for entry in outline.entries where !base.contains(entry.identifier) {
        guard edit.order.place(of: entry.identifier) == nil,
          order.predecessor(of: entry.identifier).map({ order.home(of: $0, on: base) }) == home,
          let theirs = try changes.paragraph(entry.identifier), theirs.amended == nil,
          theirs.says(paragraph, under: entry)
        else { continue }
        found.append((entry, theirs))
      }
    }
    // Of several that were made apart the first by number; one without a number comes last.
    func rank(_ entry: Outline.Entry) -> (Int, ParagraphNumber, ParagraphIdentifier) {
      (entry.number == nil ? 1 : 0, entry.number ?? ParagraphNumber(1), entry.identifier)
    }
    return found.min { rank($0.entry) < rank($1.entry) }
  }
}

extension Paragraph {
  /// Whether another text, as it was typed, is this one, footnotes included.
  fileprivate func says(_ typed: Paragraph, under entry: Outline.Entry) -> Bool {
    let words = TypedNumber.leftOut(of: typed.text, known: entry.number.map { [$0] } ?? [], at: "").text
    return text == words && footnotes == typed.footnotes
  }
}

extension DraftOrder {
  /// The last paragraph of the chair's text up to a place, or the beginning of the section.
  fileprivate func home(of place: Predecessor, on base: Set<ParagraphIdentifier>) -> Predecessor {
    var place = place
    while case .paragraph(let identifier) = place, !base.contains(identifier) {
      guard let before = predecessor(of: identifier) else { break }
      place = before
    }
    return place
  }
}
