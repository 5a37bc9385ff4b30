internal import Drafting
internal import Merging
internal import Notation

/// A consolidated draft taken apart again: what the base holds, and what each delegation would have instead.
struct DraftSeparation {
  private let draft: ConsolidatedDraft
  private let delegations: [String: Delegation]
  private let positions: [Int: [StandingPosition]]

  /// The base: its order and its paragraphs.
  private(set) var base: (order: DraftOrder, paragraphs: [ParagraphIdentifier: Paragraph])
  private(set) var own: [DelegationCode: Own] = [:]
  private(set) var paragraphCount = 0
  private(set) var headingCount = 0
  private var allPlaces: [DraftOrder.Place] = []

  /// One delegation's side.
  struct Own {
    var order: DraftOrder
    /// The paragraphs that it would have otherwise; `nil` where it would have none.
    var paragraphs: [ParagraphIdentifier: Paragraph?] = [:]
    /// The delegation whose proposal its text of a paragraph amends.
    var amends: [ParagraphIdentifier: DelegationCode] = [:]
    var moved: Set<ParagraphIdentifier> = []
    var anchors: [ParagraphIdentifier: Placement.Anchor] = [:]
    var positions: [ParagraphIdentifier: Position] = [:]
  }

  init(_ draft: ConsolidatedDraft, registry: DelegationRegistry) {
    (self.draft, positions) = draft.takingPositionsOut(registry)
    delegations = Dictionary(registry.delegations.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    base = (DraftOrder(draft.sections.map { Outline(section: $0.name) }), [:])
  }

  mutating func separate(_ progress: ((Int, Int) -> Void)?) throws {
    let total = draft.sections.reduce(0) { $0 + $1.items.count }
    var ordinal = 0
    var ordinals: [DelegationCode: Int] = [:]
    for (sectionIndex, section) in draft.sections.enumerated() {
      for item in section.items {
        let baseText = item.body.reading(of: nil)
        let isNew = baseText.isEmpty && !item.body.isEmpty
        let identifier: ParagraphIdentifier
        if isNew, let maker = item.body.proposer.flatMap({ delegations[$0] }) {
          ordinals[maker.code, default: 0] += 1
          identifier = ParagraphIdentifier(ordinal: ordinals[maker.code] ?? 1, madeBy: maker.code)
        } else {
          ordinal += 1
          identifier = ParagraphIdentifier(ordinal: ordinal)
        }
        let entry = Outline.Entry(identifier, item.kind)
        allPlaces.append(DraftOrder.Place(section: section.name, entry: entry))
        if case .heading = item.kind { headingCount += 1 } else { paragraphCount += 1 }
        if !isNew {
          base.order.outlines[sectionIndex].entries.append(entry)
          base.paragraphs[identifier] = paragraph(item, text: baseText)
        }
        progress?(allPlaces.count, total)
      }
    }
    var position = 0
    for section in draft.sections {
      for item in section.items {
        let identifier = allPlaces[position].entry.identifier
        separate(item, identifier)
        for taken in positions[position] ?? [] {
          own[taken.delegation.code, default: Own(order: base.order)].positions[identifier] = taken.position
        }
        position += 1
      }
    }
    setOrders()
  }

  private func paragraph(_ item: ConsolidatedDraft.Item, text: String) -> Paragraph {
    Paragraph(
      text: text, footnotes: item.footnotes.filter { text.contains($0.mark) }, status: item.status, notes: item.notes)
  }

  private mutating func separate(_ item: ConsolidatedDraft.Item, _ identifier: ParagraphIdentifier) {
    let baseText = base.paragraphs[identifier]?.text
    let amended = item.body.amendedLabels
    for label in item.body.labels {
      guard let delegation = delegations[label] else { continue }
      let text = item.body.reading(of: label)
      guard text != baseText ?? "" else { continue }
      let other = amended[label].flatMap { delegations[$0]?.code }
      let changed = text.isEmpty ? nil : paragraph(item, text: text)
      // In place: a copy of all that the delegation wants, for each thing that it wants, would be quadratic.
      own[delegation.code, default: Own(order: base.order)].paragraphs[identifier] = .some(changed)
      if let other { own[delegation.code]?.amends[identifier] = other }
    }
    for placement in item.placements {
      for label in placement.labels {
        guard let delegation = delegations[label] else { continue }
        own[delegation.code, default: Own(order: base.order)].moved.insert(identifier)
        own[delegation.code]?.anchors[identifier] = placement.anchor
      }
    }
  }

  /// Gives each delegation that adds, deletes or moves its own order: that of its reading.
  private mutating func setOrders() {
    var named = draft
    var position = 0
    for section in named.sections.indices {
      for index in named.sections[section].items.indices {
        named.sections[section].items[index].identifier = allPlaces[position].entry.identifier
        // A reading has no place for a paragraph without words, and the order has.
        if named.sections[section].items[index].body.isEmpty {
          named.sections[section].items[index].body = BracketedText(text: "–")
        }
        position += 1
      }
    }
    let numbered = Dictionary(grouping: allPlaces, by: \.address)
    for (code, changes) in own {
      let isReordered = changes.paragraphs.contains { $0.value == nil || base.paragraphs[$0.key] == nil }
      guard isReordered || !changes.moved.isEmpty,
        let label = delegations.values.first(where: { $0.code == code })?.label
      else { continue }
      own[code]?.order = DraftOrder(
        named.reading(of: label).sections.map { section in
          Outline(
            section: section.name,
            entries: section.items.compactMap { item in item.identifier.map { Outline.Entry($0, item.kind) } })
        })
      own[code]?.order.moved = changes.moved
      let order = own[code]?.order ?? base.order
      own[code]?.order.anchors = changes.anchors.compactMapValues {
        order.lasting(Self.predecessor(at: $0, numbered), since: base.order)
      }
    }
  }

  /// What an order of place names; `nil` where nothing has that number, or more than one has.
  private static func predecessor(
    at anchor: Placement.Anchor, _ numbered: [String: [DraftOrder.Place]]
  ) -> DraftOrder.Predecessor? {
    switch anchor {
    case .beginning(let section): return .start(of: section.description)
    case .after(let section, let number):
      guard let found = numbered["\(section)/\(number)"], found.count == 1 else { return nil }
      return .paragraph(found[0].entry.identifier)
    }
  }

  /// The delegations that want something, those whose proposals others amend before the amenders.
  var delegationsInOrder: [Delegation] {
    var result: [Delegation] = []
    var waiting = own.keys.sorted()
    while !waiting.isEmpty {
      let ready = waiting.filter { code in
        own[code]?.amends.values.allSatisfy { other in !waiting.contains(other) } ?? true
      }
      let next = ready.isEmpty ? Array(waiting.prefix(1)) : ready
      for code in next {
        if let delegation = delegations.values.first(where: { $0.code == code }) { result.append(delegation) }
      }
      waiting.removeAll { next.contains($0) }
    }
    return result
  }

  /// The paragraphs that a delegation wants changed, in the order of the draft.
  func places(of code: DelegationCode) -> [DraftOrder.Place] {
    guard let changes = own[code] else { return [] }
    return allPlaces.filter {
      changes.paragraphs[$0.entry.identifier] != nil || changes.moved.contains($0.entry.identifier)
        || changes.positions[$0.entry.identifier] != nil
    }
  }
}

extension BracketedText {
  /// The first of those who propose the text; who amends it stands further inside.
  fileprivate var proposer: String? {
    for case .bracket(let bracket) in pieces { return bracket.alternatives.first?.labels.first }
    return nil
  }

  /// The labels that stand inside another's alternative and not before it, each with the first label of that alternative.
  var amendedLabels: [String: String] {
    var result: [String: String] = [:]
    func visit(_ text: BracketedText, within owners: [String]) {
      for case .bracket(let bracket) in text.pieces {
        for alternative in bracket.alternatives {
          if let owner = owners.first {
            for label in alternative.labels where !owners.contains(label) && result[label] == nil {
              result[label] = owner
            }
          }
          visit(alternative.content, within: alternative.labels)
        }
        if let struck = bracket.struck { visit(struck, within: owners) }
      }
    }
    visit(self, within: [])
    return result
  }
}
