internal import Merging

extension Crediting {
  /// The words of the chair's that the adopted proposals never had: who reads on without words that
  /// came in meanwhile strikes them by what it asked for, as in the consolidated draft.
  static func unread(
    _ chairs: CreditedWording, by sources: ArraySlice<WordingSource>, _ trace: inout WordTrace
  ) -> [CreditedWording.Struck] {
    var found: [CreditedWording.Struck] = []
    for source in sources where !source.isChairs {
      guard let asked = source.asked else { continue }
      var isRead = [Bool](repeating: false, count: chairs.words.count)
      for run in trace.kept(from: chairs, to: source.wording) {
        for offset in 0..<run.count { isRead[run.old + offset] = true }
      }
      let own = Set(source.wording.words.map(\.token))
      for (place, word) in chairs.words.enumerated() where !isRead[place] && !own.contains(word.token) {
        found.append(.init(word: word, place: place, by: asked))
      }
    }
    return found
  }
}
