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

  /// Reports the brackets of others whose words are neither the draft's nor changed by any mark.
  mutating func reportUnmarkedBrackets(_ pairs: Pairs) {
    guard let before else { return }
    for (place, item) in pairs.before.sorted(by: { $0.key < $1.key }) where !before[item].inBrackets.isEmpty {
      let differing = before[item].inBrackets.filter { label, words in
        draft[place].brackets[label].map { $0.map(\.withoutMarks) != words.map(\.withoutMarks) } ?? false
      }
      guard !differing.isEmpty else { continue }
      let labels = differing.keys.sorted().joined(separator: ", ")
      remarks.append(
        WordRemark(
          paragraph: before[item].paragraph,
          "words inside the bracket of \(labels) differ from that proposal without any mark, and were left out: track the"
            + " change, or propose it with --on"))
    }
  }

  private func changedBrackets(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item) -> [String] {
    item.inBrackets.keys.filter { old.inBrackets[$0] != nil && old.inBrackets[$0] != item.inBrackets[$0] }.sorted()
  }
}

extension BracketedText {
  /// What the brackets say to each delegation that they name, but for one and what that one reads.
  func alternatives(besides label: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for case .bracket(let bracket) in pieces {
      // What the sender reads is no other's alone: a change there is one of its own text.
      let own =
        bracket.alternatives.first { $0.labels.contains(label) }
        ?? bracket.alternatives.first { $0.content.names(label) }
      for alternative in bracket.alternatives where alternative != own {
        for other in alternative.labels where other != label {
          found[other, default: []].append(alternative.content.reading(of: other))
        }
      }
    }
    return found
  }
}

extension String {
  /// Without the marks of notes, whose numbers are each document's own.
  var withoutMarks: String {
    var (result, rest) = ("", self[...])
    while let mark = rest.firstRange(of: "[^") {
      let digits = rest[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, rest[digits.endIndex...].first == "]" else {
        result += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
        continue
      }
      result += rest[..<mark.lowerBound]
      rest = rest[digits.endIndex...].dropFirst()
    }
    return result + rest
  }
}
