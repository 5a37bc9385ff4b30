internal import Drafting
internal import Merging

/// Changes inside the brackets of others.
extension ObservationComparison {
  /// The delegation whose proposal the sender amends in a paragraph, and the text as amended; `nil` where the sender
  /// changed nothing, or words outside of others' brackets too.
  ///
  /// Of several delegations that share a bracket the first is named.
  func amendment(_ item: ObservedDraft.Item, before place: Int?) -> (code: DelegationCode, text: String)? {
    guard let before, let place, before[place].text == item.text,
      let label = changedBrackets(item, before[place]).first, let code = codes[label], let text = item.others[label]
    else { return nil }
    return (code, text)
  }

  /// Reports what one proposal cannot say: a change to the draft's own words and, in the same paragraph, one inside
  /// another's bracket.
  mutating func reportBrackets(_ item: ObservedDraft.Item, before place: Int?) {
    guard let before, let place, before[place].text != item.text else { return }
    for label in changedBrackets(item, before[place]) {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "a change inside the bracket of \(label) was left out, since other words of the paragraph were changed too:"
            + " propose it with --on"))
    }
  }

  private func changedBrackets(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item) -> [String] {
    item.inBrackets.keys.filter { old.inBrackets[$0] != nil && old.inBrackets[$0] != item.inBrackets[$0] }.sorted()
  }
}

extension BracketedText {
  /// What the brackets say to each delegation that they name, but for one.
  func alternatives(besides label: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for case .bracket(let bracket) in pieces {
      for alternative in bracket.alternatives {
        for other in alternative.labels where other != label {
          found[other, default: []].append(alternative.content.reading(of: other))
        }
      }
    }
    return found
  }
}
