internal import Merging

/// Brackets of others that the sender struck as a whole.
extension ObservationComparison {
  /// Reports them: what another proposes stays.
  mutating func reportStruck(_ item: ObservedDraft.Item, of paragraph: Paragraph, before place: Int?) {
    guard let before, let place else { return }
    let old = before[place]
    let parted = old.others.keys.sorted().filter { label in
      item.others[label] == nil && paragraph.brackets[label] != nil
        && after.contains { $0.identifier == nil && $0.paragraph > item.paragraph && $0.inBrackets[label] != nil }
    }
    if !parted.isEmpty {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "a bracket of \(parted.joined(separator: ", ")) stands among the words that were split off, and stays where the draft"
            + " has it"))
    }
    let struck = old.others.keys.sorted().filter { label in
      guard !parted.contains(label), paragraph.brackets[label] != nil, let then = old.inBrackets[label],
        let gone = brackets(then, without: item.inBrackets[label] ?? []), !gone.isEmpty,
        item.others[label] == nil || !isFormer
      else { return false }
      // The draft's own words may have gone that the bracket strikes too, and the bracket with them.
      return gone.contains { !$0.isEmpty } || WordCount(item.text).total >= WordCount(old.text).total
    }
    guard !struck.isEmpty else { return }
    remarks.append(
      WordRemark(
        paragraph: item.paragraph,
        "a bracket of \(struck.joined(separator: ", ")) was struck, and stays: 'amend oppose' says that the delegation does"
          + " not want it"))
  }

  /// Whether of a delegation's brackets some are gone as a whole, and nothing else of them changed.
  func hasStruckBrackets(_ then: [String], _ now: [String]) -> Bool {
    before != nil && !isFormer && !(brackets(then, without: now)?.isEmpty ?? true)
  }

  /// Those of a delegation's brackets that are there no more; `nil` where others have changed.
  private func brackets(_ then: [String], without now: [String]) -> [String]? {
    var (gone, rest) = ([String](), now[...])
    for words in then {
      if rest.first == words { rest.removeFirst() } else { gone.append(words) }
    }
    return rest.isEmpty ? gone : nil
  }
}
