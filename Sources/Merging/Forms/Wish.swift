/// One edit, shared by everybody whose text makes it.
struct Wish {
  let start: Int
  let end: Int

  /// The words wanted, in the text of the first member.
  let words: Words

  /// Who makes the edit, among ``Merge/members``.
  fileprivate(set) var members = Chain()

  /// Those who want it with changes within its words, there too.
  fileprivate(set) var amenders = Chain()

  var isInsertion: Bool { start == end }

  /// A party that makes an edit.
  struct Member {
    let party: Int

    /// The words in the party's own text.
    let range: Range<Int>

    /// The member whose words it amends; -1 where it makes the edit just so.
    let amended: Int
    fileprivate(set) var next: Int32 = -1
  }
}

extension Merge {
  /// Every edit of a scope once, in order; of those at one place insertions first.
  mutating func wishes(_ scope: Scope) -> [Wish] {
    var wishes: [Wish] = []
    wishes.reserveCapacity(scope.participants.count * 2)
    var known = Register()
    var own: [OwnEdit: Int] = [:]
    let isAmended = holdsAmendments(scope)
    for participant in scope.participants {
      for index in participant.edits where edits[index].amended == nil {
        let edit = edits[index].edit
        let words = Words(party: participant.party, range: edit.from..<edit.to)
        let key = (hash(words) &* 31 &+ edit.start) &* 31 &+ edit.end
        let same = known.first(under: key) {
          wishes[$0].start == edit.start && wishes[$0].end == edit.end && isSame(wishes[$0].words, words)
        }
        if same == nil {
          known.add(key)
          wishes.append(Wish(start: edit.start, end: edit.end, words: words))
        }
        let wish = same ?? wishes.count - 1
        append(Wish.Member(party: participant.party, range: words.range, amended: -1), to: &wishes[wish].members)
        if isAmended { own[OwnEdit(party: participant.party, start: edit.start, end: edit.end)] = wish }
      }
    }
    if isAmended { addAmenders(scope, own, to: &wishes) }
    return sorted(wishes)
  }

  private func sorted(_ wishes: [Wish]) -> [Wish] {
    var order: [Order] = []
    order.reserveCapacity(wishes.count)
    for index in wishes.indices {
      order.append(Order(start: wishes[index].start, end: wishes[index].end, index: index))
    }
    order.sort()
    var sorted: [Wish] = []
    sorted.reserveCapacity(wishes.count)
    for place in order { sorted.append(wishes[place.index]) }
    return sorted
  }

  private struct Order: Comparable {
    let start: Int
    let end: Int
    let index: Int

    static func < (a: Order, b: Order) -> Bool {
      if a.start != b.start { return a.start < b.start }
      return a.end == b.end ? a.index < b.index : a.end < b.end
    }
  }

  private struct OwnEdit: Hashable {
    let party: Int
    let start: Int
    let end: Int
  }

  private mutating func append(_ member: Wish.Member, to chain: inout Chain) {
    let place = Int32(truncatingIfNeeded: members.count)
    members.append(member)
    if chain.last >= 0 { members[Int(chain.last)].next = place } else { chain.first = place }
    chain.last = place
  }

  private func holdsAmendments(_ scope: Scope) -> Bool {
    for participant in scope.participants {
      for index in participant.edits where edits[index].amended != nil { return true }
    }
    return false
  }

  private mutating func addAmenders(_ scope: Scope, _ own: [OwnEdit: Int], to wishes: inout [Wish]) {
    let depth = parties[scope.text].depth
    for participant in scope.participants {
      for index in participant.edits where edits[index].amended != nil {
        let edit = edits[index].edit
        let amended = ancestor(of: participant.party, at: depth)
        guard let wish = own[OwnEdit(party: amended, start: edit.start, end: edit.end)] else { continue }
        append(
          Wish.Member(party: participant.party, range: edit.from..<edit.to, amended: amended),
          to: &wishes[wish].amenders)
      }
    }
  }
}
