internal import Drafting

extension ConsolidatedDraft {
  /// Puts each paragraph where the delegation of `label` would have it, and forgets all placements.
  ///
  /// A paragraph that moves is still known by its number in the draft, so that others can be placed after it. A move
  /// after itself, in a circle, or to a place that is not there is not carried out. Several that go to one place stand
  /// there in their order.
  mutating func carryOutMoves(of label: String) {
    var order = sections.map { section in section.items.map { Slot(item: $0, home: section.name, label: label) } }
    let moving = order.joined().filter { $0.anchor != nil }
    if !moving.isEmpty {
      let homes = Dictionary(order.joined().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
      var waiting = moving.filter { $0.arrives(homes, sections.map(\.name)) }.map(\.address)
      let leaving = Set(waiting)
      let left = order.joined().filter { leaving.contains($0.address) }
      for section in order.indices { order[section].removeAll { leaving.contains($0.address) } }
      // From the last to the first; those that go after another that moves, once it has arrived.
      while !waiting.isEmpty {
        let before = waiting.count
        for slot in left.reversed() where waiting.contains(slot.address) {
          if slot.insert(into: &order, sections.map(\.name)) { waiting.removeAll { $0 == slot.address } }
        }
        if waiting.count == before { break }
      }
    }
    for section in sections.indices {
      sections[section].items = order[section].map { slot in
        var item = slot.item
        item.placements = []
        return item
      }
    }
  }
}

/// An item with the address that others know it by.
private struct Slot {
  var item: ConsolidatedDraft.Item
  var address: String
  /// Where the delegation would have it; `nil` where it stands.
  var anchor: Placement.Anchor?

  init(item: ConsolidatedDraft.Item, home: SectionName, label: String) {
    self.item = item
    switch item.kind {
    case .numbered(let number), .counted(let number): address = Self.address(home, number)
    case .heading: address = ""
    }
    anchor = address.isEmpty ? nil : item.placements.last { $0.labels.contains(label) }?.anchor
  }

  private static func address(_ section: SectionName, _ number: ParagraphNumber) -> String { "\(section)/\(number)" }

  /// Whether the way from anchor to anchor ends at something that stays.
  func arrives(_ homes: [String: Slot], _ sections: [SectionName]) -> Bool {
    var met: Set<String> = [address]
    var next = anchor
    while let anchor = next {
      switch anchor {
      case .beginning(let name): return sections.contains(name)
      case .after(let name, let number):
        let address = Self.address(name, number)
        guard let slot = homes[address], met.insert(address).inserted else { return false }
        next = slot.anchor
      }
    }
    return true
  }

  func insert(into order: inout [[Slot]], _ sections: [SectionName]) -> Bool {
    switch anchor {
    case .beginning(let name):
      guard let section = sections.firstIndex(of: name) else { return false }
      order[section].insert(self, at: 0)
      return true
    case .after(let name, let number):
      let address = Self.address(name, number)
      for section in order.indices {
        guard let index = order[section].firstIndex(where: { $0.address == address }) else { continue }
        order[section].insert(self, at: index + 1)
        return true
      }
      return false
    case nil: return false
    }
  }
}
