internal import Drafting
internal import Notation

/// What a document with marks differs in from the draft where no mark shows it: nothing is made of it, and it is told.
struct UnmarkedDifferences {
  /// What `--marks none` would make of the document without its marked changes.
  var observations: [Observation]

  /// What is said of joins with headings.
  var remarks: [WordRemark]

  /// The places in the draft of the paragraphs that took others in.
  var joined: Set<Int>
}

extension ObservationReader {
  /// Compares a document without its marked changes with the draft that it was made of.
  ///
  /// It may have the sender's own proposals, or not: what differs from the draft with them and without is a difference.
  ///
  /// - Parameter draft: what the paragraphs of the document may be.
  /// - Cost: as that of comparing the words; twice that where something differs.
  func unmarkedDifferences(
    _ document: ObservedDraft, _ draft: [ObservationComparison.Paragraph], _ literals: LiteralBrackets,
    _ notes: inout KnownNotes
  ) -> UnmarkedDifferences {
    let own = comparison(of: document, draft, former, literals, &notes)
    if own.observations.isEmpty, own.headingJoins.isEmpty {
      return UnmarkedDifferences(observations: [], remarks: [], joined: [])
    }
    let bases = draft.filter { $0.base != nil }.map { paragraph in
      var paragraph = paragraph
      paragraph.present = paragraph.base ?? ""
      return paragraph
    }
    let plain = comparison(of: document, bases, former?.reading(of: nil), literals, &notes)
    let known = Set(plain.observations.map(\.target))
    return UnmarkedDifferences(
      observations: own.observations.filter { known.contains($0.target) },
      remarks: own.headingJoins.filter(plain.headingJoins.contains), joined: Set(own.joins.keys))
  }

  private func comparison(
    of document: ObservedDraft, _ draft: [ObservationComparison.Paragraph], _ former: ConsolidatedDraft?,
    _ literals: LiteralBrackets, _ notes: inout KnownNotes
  ) -> ObservationComparison {
    let before = former.map { formerDraft($0, under: document, literals, &notes) }
    var comparison = ObservationComparison(draft, before: before?.items, after: document.items, codes: [:])
    comparison.isFormer = before != nil
    comparison.numbered = document.numbered
    comparison.compare(reasons: [:])
    return comparison
  }
}

extension ObservationComparison {
  /// What is said of differences that nothing else tells of.
  func lines(of unmarked: UnmarkedDifferences?) -> [WordRemark] {
    guard let unmarked else { return [] }
    // What is changed in a paragraph that differs has a note of that.
    let told = toldUnmarked.union(
      observations.filter { $0.note != nil || $0.change.removed != nil }.compactMap(\.change.identifier))
    // Without its marked changes a document says no order either: what is asked for from there is no difference.
    let placed = Set(
      observations.compactMap { observation in
        if case .move(let identifier, _) = observation.change { identifier } else { nil }
      })
    var (words, lines): ([String], [WordRemark]) = ([], unmarked.remarks)
    for observation in unmarked.observations where observation.amended == nil {
      // The words of others' insertions that the sender changes are marked, and compared with the proposal's.
      if observation.paragraph.map({ broken.contains($0) || insertions.keys.contains($0) }) ?? false { continue }
      let place = observation.change.identifier.flatMap { identifier in draft.firstIndex { $0.identifier == identifier }
      }
      let name = place.map { address(draft[$0]) } ?? ""
      var message: String?
      switch observation.change {
      case .text where !observation.joined.isEmpty:
        let joined = observation.joined.compactMap { identifier in
          draft.first { $0.identifier == identifier }.map(address)
        }
        message =
          "\(([name] + joined).joined(separator: " and ")) stand in one paragraph of the document, and no mark says that they"
          + " were joined: they were left as they are"
      case .text(let identifier, _):
        if !told.contains(identifier) { words.append(name) }
      case .new(let text, _):
        let beginning = "“\(text.prefix(40))”"
        if !toldWords.contains(beginning) {
          message =
            "\(beginning) stands in the document as a paragraph of its own, and no mark says that it is new: it was left out"
            + (observation.note.map { "; \($0)" } ?? "")
        }
      case .move(let identifier, _):
        if placed.contains(identifier) { continue }
        message =
          "\(name) stands elsewhere in the document than in the draft, and no mark says that it was moved: it was left where it"
          + " is"
      case .delete, .support, .withdraw, .moveBack: break
      }
      if let message { lines.append(WordRemark(message + "; '--marks none' takes it")) }
    }
    if !words.isEmpty {
      lines.append(
        WordRemark(
          "words differ from the draft's without any mark, and were left out: \(listed(words)); '--marks none' takes all words"
            + " that differ"))
    }
    return lines
  }
}

extension Observation {
  /// What it changes, and how, whatever the words.
  fileprivate var target: String {
    switch change {
    case .text(let identifier, _): "text \(identifier) \(joined)"
    case .new(let text, _): "new \(text)"
    case .delete(let identifier): "delete \(identifier)"
    case .support(let identifier, _): "support \(identifier)"
    case .withdraw(let identifier): "withdraw \(identifier)"
    case .move(let identifier, _): "move \(identifier)"
    case .moveBack(let identifier): "move back \(identifier)"
    }
  }
}
