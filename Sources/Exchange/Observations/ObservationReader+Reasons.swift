/// What the sender says in comments.
extension ObservationReader {
  /// What the sender's comments say, by the paragraph of the document at which what they stand beside begins; what is said
  /// where a paragraph was, where it is now.
  ///
  /// - Parameters:
  ///   - beginnings: the paragraphs at which something of the draft begins.
  ///   - moves: for each paragraph that was moved, where it was.
  func reasons(in document: WordDocument, _ beginnings: Set<Int>, moves: [Int: Int]) -> [Int: String] {
    var reasons: [Int: String] = [:]
    var seen: Set<Int> = []
    var begin: Int?
    for (index, paragraph) in document.body.flatMap(\.paragraphs).enumerated() {
      if beginnings.contains(index + 1) { begin = index + 1 }
      for identifier in paragraph.runs.flatMap(\.comments) where seen.insert(identifier).inserted {
        guard let comment = document.comments[identifier], isTheirs(comment.author) else { continue }
        let text = comment.paragraphs.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty { continue }
        let place = begin ?? index + 1
        reasons[place] = reasons[place].map { $0 + " " + words } ?? words
      }
    }
    for (now, then) in moves {
      guard let reason = reasons.removeValue(forKey: then) else { continue }
      reasons[now] = reasons[now].map { $0 + " " + reason } ?? reason
    }
    return reasons
  }

  /// What is said of the reasons beside which nothing is asked for; those that stand with the sender's proposals already need no
  /// word.
  func remarksOnUnheard(_ reasons: [Int: String], _ observations: [Observation]) -> [WordRemark] {
    let heard = Set(observations.compactMap(\.paragraph))
    return reasons.sorted { $0.key < $1.key }.filter { !heard.contains($0.key) && !reasonsBefore.contains($0.value) }
      .map { paragraph, reason in
        WordRemark(paragraph: paragraph, "a comment was left out, since nothing is changed beside it: \(reason)")
      }
  }
}
