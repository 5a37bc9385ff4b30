internal import Drafting
internal import Merging
internal import Notation

/// Changes inside the brackets of others.
extension ObservationComparison {
  /// The amendment to another's proposal in a paragraph in which the sender changes the draft's own words too.
  ///
  /// The other's text is taken from the draft, and in it the words that changed inside the bracket alone; `nil` where they
  /// stand there more than once, or where the draft has other words there by now.
  func amendmentBeside(
    _ item: ObservedDraft.Item, of paragraph: Paragraph, before place: Int?
  ) -> (label: String, code: DelegationCode, text: String)? {
    guard item.tag?.amended == nil, let label = changedBrackets(item, paragraph, place).first, let code = codes[label],
      let then = old(paragraph, place)?.brackets[label], let now = item.inBrackets[label], then.count == now.count,
      paragraph.brackets[label] == then, var text = paragraph.texts[label]
    else { return nil }
    for (old, new) in zip(then, now) where old != new {
      let parts = text.split(separator: old, omittingEmptySubsequences: false)
      guard !old.isEmpty, parts.count == 2 else { return nil }
      text = parts.joined(separator: new)
    }
    return (label, code, text)
  }

  /// Reports what one proposal cannot say: a change to the draft's own words and, in the same paragraph, one inside
  /// another's bracket, or changes inside those of several.
  ///
  /// - Parameter taken: whose bracket's change is proposed all the same.
  mutating func reportBrackets(
    _ item: ObservedDraft.Item, of paragraph: Paragraph, before place: Int?, besides taken: String?
  ) {
    guard let old = old(paragraph, place) else { return }
    reportStruck(item, of: paragraph, before: place)
    var changed = changedBrackets(item, paragraph, place)
    var besides = "other words of the paragraph were"
    changed.removeAll { label in
      paragraph.brackets[label] == nil && paragraph.texts[label] != nil
        && item.inBrackets[label]?.allSatisfy(paragraph.present.contains) ?? false
    }
    if let first = old.text == item.text ? changed.first : taken {
      let words = item.inBrackets[first]
      changed.removeAll { item.inBrackets[$0] == words }
      besides = "that of \(first) was"
    }
    for label in changed {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "a change inside the bracket of \(label) was left out, since \(besides) changed too:"
            + " propose it with --on"))
    }
    guard knowsBrackets else { return }
    let joined = draft.firstIndex { $0.identifier == paragraph.identifier }.flatMap { joins[$0] } ?? []
    let others = othersJoined(to: item)
    for other in others {
      let name = other.number.map { "\(other.section)/\($0)" } ?? "a paragraph"
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "\(name), which only \(other.brackets.keys.sorted().joined(separator: ", ")) proposes, was joined to this paragraph,"
            + " and stays as it is: nobody joins what is not in the draft"))
    }
    let strange = item.inBrackets.keys.filter { label in
      old.brackets[label] == nil && paragraph.brackets[label] == nil
        && !joined.contains { draft[$0].brackets[label] != nil } && !others.contains { $0.brackets[label] != nil }
    }.sorted()
    if !strange.isEmpty {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "a bracket of \(strange.joined(separator: ", ")) was left out: the draft has no such proposal, and nobody proposes"
            + " for another"))
    }
  }

  /// Reports brackets of others that a document without marks does not have, though it has some.
  mutating func reportMissingBrackets(_ pairs: Pairs) {
    guard before == nil, after.contains(where: { !$0.inBrackets.isEmpty }) else { return }
    var places: [String] = []
    for (item, place) in zip(after, pairs.after) where !isBroken(item) {
      guard let place, !isTakenApart(item, place, pairs) else { continue }
      // One that the sender wrote its own name into stands there too.
      let labels = draft[place].brackets.keys.filter { item.inBrackets[$0] == nil && item.others[$0] == nil }.sorted()
      if !labels.isEmpty { places.append("\(address(draft[place])) (\(labels.joined(separator: ", ")))") }
    }
    guard !places.isEmpty else { return }
    let list = listed(places)
    remarks.append(
      WordRemark(
        "brackets of others do not stand in the document, and were left as they are: \(list); 'amend oppose' says that the"
          + " delegation does not want one"))
  }

  /// Reports the brackets of others whose words are neither the draft's nor changed by any mark.
  mutating func reportUnmarkedBrackets(_ pairs: Pairs) {
    guard let before, !isFormer else { return }
    let gone = Set(observations.compactMap(\.change.removed))
    for (place, item) in pairs.before.sorted(by: { $0.key < $1.key })
    where !before[item].inBrackets.isEmpty && !gone.contains(draft[place].identifier) {
      let differing = before[item].inBrackets.filter { label, words in
        let then = bracketsThen[draft[place].identifier]?[label]
        return then?.map(\.withoutMarks) != words.map(\.withoutMarks)
          && draft[place].brackets[label].map { $0.map(\.withoutMarks) != words.map(\.withoutMarks) } ?? false
      }
      guard !differing.isEmpty else { continue }
      let labels = differing.keys.sorted().joined(separator: ", ")
      remarks.append(
        WordRemark(
          paragraph: before[item].paragraph,
          "words inside the bracket of \(labels) differ from that proposal without any mark, and were left out: track the"
            + " change, or propose it with --on"))
    }
    reportTypedBrackets(pairs)
  }

  /// Reports brackets of others that stand in the document without any mark, and in the draft not at all.
  private mutating func reportTypedBrackets(_ pairs: Pairs) {
    guard let before, knowsBrackets else { return }
    let places = pairs.before.sorted { $0.key < $1.key }.compactMap { place, item -> String? in
      if typedJoins.contains(place) { return nil }
      let then = bracketsThen[draft[place].identifier] ?? [:]
      let strange = before[item].inBrackets.keys.filter { draft[place].texts[$0] == nil && then[$0] == nil }.sorted()
      return strange.isEmpty ? nil : "\(address(draft[place])) (\(strange.joined(separator: ", ")))"
    }
    guard !places.isEmpty else { return }
    remarks.append(
      WordRemark(
        "brackets of others that are no proposals of the draft were left out, typed without tracking or taken back since:"
          + " \(listed(places))"))
  }

  /// What a paragraph said before its changes, and in its brackets; where nothing shows them, what the draft says.
  func old(_ paragraph: Paragraph, _ place: Int?) -> (text: String, brackets: [String: [String]])? {
    guard let before else { return (paragraph.present, paragraph.brackets) }
    return place.map { (before[$0].text, before[$0].inBrackets) }
  }

  func changedBrackets(_ item: ObservedDraft.Item, _ paragraph: Paragraph, _ place: Int?) -> [String] {
    guard var old = old(paragraph, place)?.brackets else { return [] }
    addJoinedBrackets(to: &old, of: paragraph)
    return item.inBrackets.keys.filter { label in
      guard let then = old[label], let now = item.inBrackets[label], !hasStruckBrackets(then, now) else { return false }
      return before == nil || isFormer ? then.map(\.withoutMarks) != now.map(\.withoutMarks) : then != now
    }.sorted()
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
  var withoutMarks: String { FootnoteMarks.removed(from: self) }
}
