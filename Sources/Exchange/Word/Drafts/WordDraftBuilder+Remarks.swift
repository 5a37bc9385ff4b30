/// What is said of a whole document.
extension WordDraftBuilder {
  /// Says what to do with one delegation's observations in bold, which no bracket says to be anybody's.
  mutating func remarkOnShownChanges() {
    guard let first = paragraphsShowingChanges.first else { return }
    let count = paragraphsShowingChanges.count
    remarks.append(
      WordRemark(
        paragraph: first,
        "words that are bold and underlined, or struck through, stand outside of every delegation's bracket here"
          + (count > 1 ? " and in \(count - 1) more paragraph\(count > 2 ? "s" : "")" : "")
          + ", and were taken for words of the draft itself; if they are what one delegation would add and delete, import the"
          + " draft without them first, and then take them with 'amend propose --country CODE --from FILE --marks"
          + " formatting'"))
  }

  /// For each comment the first paragraph beside which it stands.
  var commentedParagraphs: [Int: Int] {
    var places: [Int: Int] = [:]
    for (index, paragraph) in document.body.flatMap(\.paragraphs).enumerated() {
      for comment in paragraph.runs.flatMap(\.comments) where places[comment] == nil { places[comment] = index + 1 }
    }
    return places
  }
}
