package import Drafting
package import Git
package import Notation
internal import Merging

/// The consolidated draft with what it was made from.
package struct Consolidation {
  package var draft: ConsolidatedDraft

  /// The chair's text, then each delegation's tip in the order of the codes: the parents of a draft that is kept.
  package var inputs: [ObjectID]

  /// The delegations that want something changed in a paragraph, in the order of their codes.
  package var proposers: [ParagraphIdentifier: [DelegationCode]]

  /// Proposals whose words main has changed meanwhile: both wordings are shown.
  package var conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]

  /// What delegations say about paragraphs without proposing words; printed as footnotes.
  package var positions: [ParagraphIdentifier: [StandingPosition]] = [:]

  /// Moves that no placement order can name, so that the draft does not show them.
  package var unplaced: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []
}

extension Negotiation {
  /// Puts every standing proposal of every delegation into one draft.
  ///
  /// - Parameters:
  ///   - changes: what the delegations want; `allStandingChanges()` unless a preview adds one that is not written yet.
  ///   - only: the paragraphs wanted; all for `nil`. The order and the sections stay whole.
  ///   - progress: called with the number of paragraphs done and of all.
  /// - Cost: reads each paragraph of main once and each changed file once.
  package func consolidation(
    of changes: [StandingChanges]? = nil, only: Set<ParagraphIdentifier>? = nil,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> Consolidation {
    let changes = try changes ?? allStandingChanges()
    let order = try consolidatedOrder(changes)
    let files =
      try only.map { only in
        try Dictionary(uniqueKeysWithValues: only.compactMap { id in try main.file(of: id).map { (id, $0) } })
      } ?? main.paragraphFiles()
    for place in try main.order().places
    where files[place.entry.identifier] == nil && only?.contains(place.entry.identifier) ?? true {
      throw main.missing(place.entry.identifier.path)
    }
    var proposing: [ParagraphIdentifier: [StandingChanges]] = [:]
    for change in changes {
      for identifier in change.files.keys { proposing[identifier, default: []].append(change) }
    }
    var paragraphs = ParagraphConsolidation(negotiation: self)
    var result = Consolidation(
      draft: ConsolidatedDraft(settings: settings), inputs: [main.commit] + changes.map(\.snapshot.commit),
      proposers: proposing.mapValues { $0.map(\.delegation.code) }, conflicts: [])
    let total = order.sections.reduce(0) { sum, section in
      sum + section.entries.count { only?.contains($0.identifier) ?? true }
    }
    var done = 0
    for section in order.sections {
      var items: [ConsolidatedDraft.Item] = []
      let asked = section.entries.filter { only?.contains($0.identifier) ?? true }.map {
        ($0, files[$0.identifier], proposing[$0.identifier] ?? [])
      }
      try paragraphs.items(of: asked) { item in
        var item = item
        item.placements = item.identifier.flatMap { order.placements[$0] } ?? []
        items.append(item)
        done += 1
        progress?(done, total)
      }
      result.draft.sections.append(ConsolidatedDraft.Section(name: section.section, items: items))
    }
    for (identifier, moves) in order.movers {
      result.proposers[identifier] = Self.union(result.proposers[identifier] ?? [], moves)
    }
    result.conflicts = paragraphs.conflicts
    result.unplaced = order.unplaced
    result.positions = try positions(of: changes)
    return result
  }

  private static func union(_ first: [DelegationCode], _ second: [DelegationCode]) -> [DelegationCode] {
    Set(first + second).sorted()
  }
}
