internal import Notation

/// Items of automatic lists that come or go while changes are tracked, in a draft that is read with its changes: whoever asks
/// for that reads other letters behind them than the others do.
extension WordDocument {
  /// Types the letters of the items of which somebody would read another, so that the new one is part of the change.
  ///
  /// - Parameter label: the delegation that an author speaks for.
  /// - Cost: linear in the document, for each delegation whose paragraphs come or go.
  mutating func typeLetters(label: @escaping (String) -> String?) {
    guard numberCounter != nil else { return }
    var authors: [(label: String, name: String)] = []
    for paragraph in body.flatMap(\.paragraphs) where paragraph.isWhollyChanged {
      guard let name = paragraph.markChanges.first?.author, let label = label(name) else { continue }
      if !authors.contains(where: { $0.label == label }) { authors.append((label, name)) }
    }
    if authors.isEmpty { return }
    let own = letters(in: .draft)
    let read = authors.map { author in letters(in: .after(.tracked) { label($0) == author.label }) }
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index], paragraph.number != nil else { continue }
      let differing = authors.indices.filter { read[$0][index] != own[index] }
      if differing.isEmpty { continue }
      // The paragraph's own author, where it came or went as a whole.
      let names = differing.map { place in
        let mark = paragraph.isWhollyChanged ? paragraph.markChanges.first?.author : nil
        return mark.flatMap { label($0) == authors[place].label ? $0 : nil } ?? authors[place].name
      }
      var typed: [WordRun] = []
      for (place, name) in zip(differing, names) {
        if let letter = read[place][index] {
          typed.append(WordRun(letter + " ", changes: [WordChange(.inserted, author: name)]))
        }
      }
      if let letter = own[index] {
        typed.append(WordRun(letter + " ", changes: names.map { WordChange(.deleted, author: $0) }))
      }
      paragraph.runs = typed + paragraph.runs
      // The letters of others keep it from being one that went as a whole, and nothing is joined here.
      if paragraph.markChanges.first?.kind == .deleted { paragraph.markChanges = [] }
      paragraph.number = nil
      paragraph.style = WordStyle.continued.rawValue
      body[index] = .paragraph(paragraph)
    }
  }

  /// The letter of each block that is an item of an automatic list, as it is printed in a view; joins say nothing of items.
  private func letters(in view: WordView) -> [String?] {
    var copy = self
    for index in copy.body.indices {
      guard case .paragraph(var paragraph) = copy.body[index], !paragraph.isWhollyChanged else { continue }
      paragraph.markChanges = []
      copy.body[index] = .paragraph(paragraph)
    }
    copy.renumber(for: view)
    return copy.body.map { block in
      guard case .paragraph(let paragraph) = block, paragraph.list != nil, !paragraph.role.isHeading,
        view.isThere(paragraph), let number = paragraph.number, LinesApart.isItem(number + " x")
      else { return nil }
      return paragraph.level > 0 || WordDraftBuilder.digits(number) == nil ? number : nil
    }
  }
}
