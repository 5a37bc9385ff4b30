/// One edit, shared by everybody whose text makes it.
struct Wish {
  let start: Int
  let end: Int

  /// The words wanted, in the text of the first member.
  let words: Words
  var members: [Member]

  /// Those who want it with changes within its words.
  var amenders: [Amender] = []

  /// A party that makes the edit, and where the words begin in its text.
  struct Member {
    let party: Int
    let from: Int
  }

  struct Amender {
    let party: Int

    /// The member whose words it amends.
    let amended: Int
    let range: Range<Int>
  }

  var isInsertion: Bool { start == end }
}

extension Merge {
  /// Every edit of a scope once, in order; of those at one place insertions first.
  func wishes(_ scope: Scope) -> [Wish] {
    var wishes: [Wish] = []
    var known = Register()
    var own: [OwnEdit: Int] = [:]
    let isAmended = scope.participants.contains { $0.edits.contains { $0.amended != nil } }
    for participant in scope.participants {
      for traced in participant.edits where traced.amended == nil {
        let edit = traced.edit
        let words = Words(party: participant.party, range: edit.from..<edit.to)
        let key = (hash(words) &* 31 &+ edit.start) &* 31 &+ edit.end
        let member = Wish.Member(party: participant.party, from: edit.from)
        let same = known.first(under: key) {
          wishes[$0].start == edit.start && wishes[$0].end == edit.end && isSame(wishes[$0].words, words)
        }
        if let same {
          wishes[same].members.append(member)
        } else {
          known.add(key)
          wishes.append(Wish(start: edit.start, end: edit.end, words: words, members: [member]))
        }
        if isAmended {
          own[OwnEdit(party: participant.party, start: edit.start, end: edit.end)] = same ?? wishes.count - 1
        }
      }
    }
    if isAmended { addAmenders(scope, own, to: &wishes) }
    let order = wishes.indices.sorted {
      let (a, b) = (wishes[$0].start, wishes[$1].start)
      if a != b { return a < b }
      let (x, y) = (wishes[$0].end, wishes[$1].end)
      return x == y ? $0 < $1 : x < y
    }
    return order.map { wishes[$0] }
  }

  private struct OwnEdit: Hashable {
    let party: Int
    let start: Int
    let end: Int
  }

  private func addAmenders(_ scope: Scope, _ own: [OwnEdit: Int], to wishes: inout [Wish]) {
    let depth = parties[scope.text].depth
    for participant in scope.participants {
      for traced in participant.edits where traced.amended != nil {
        let edit = traced.edit
        let amended = ancestor(of: participant.party, at: depth)
        guard let wish = own[OwnEdit(party: amended, start: edit.start, end: edit.end)] else { continue }
        wishes[wish].amenders.append(
          Wish.Amender(party: participant.party, amended: amended, range: edit.from..<edit.to))
      }
    }
  }
}
