/// A label list with its colon, at the beginning of a bracket or after ` / `.
struct BracketLabelPrefix {
  /// Never `.unknown`.
  var meaning: LabelTable.ListMeaning

  /// The place of the colon.
  var colon: Int

  /// Finds the prefix in `bytes[start..<end]`; `nil` where no colon follows, or where the list names nobody.
  ///
  /// The reader and the writer ask the same question here, so that what the writer leaves alone is never misread.
  ///
  /// - Cost: linear in the length of the list, which is bounded (``LabelTable/longestList``).
  init?(in bytes: [UInt8], from start: Int, to end: Int, _ labels: LabelTable) {
    var colon = start
    let limit = min(end, start + LabelTable.longestList)
    search: while true {
      guard colon < limit else { return nil }
      switch bytes[colon] {
      case .colon: break search
      case .openBracket, .closeBracket, .backslash, .tilde: return nil
      default: colon += 1
      }
    }
    meaning = labels.meaning(ofList: String(decoding: bytes[start..<colon], as: UTF8.self))
    if meaning == .unknown { return nil }
    self.colon = colon
  }

  /// The labels, where they are beyond doubt.
  var labels: [String]? {
    if case .labels(let labels) = meaning { labels } else { nil }
  }
}
