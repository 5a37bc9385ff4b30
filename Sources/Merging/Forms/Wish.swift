/// One edit of the base, shared by everybody whose version makes it.
struct Wish {
  var start: Int
  var end: Int

  /// The words wanted, in the text of ``Member/proposal`` of the first member.
  var words: Words
  var members: [Member]

  /// A proposal that makes the edit, and where the words begin in its text.
  struct Member {
    let proposal: Int
    let from: Int
  }

  var isInsertion: Bool { start == end }
}

/// Some words in the text of one proposal.
struct Words: Hashable {
  let proposal: Int
  var range: Range<Int>

  var isEmpty: Bool { range.isEmpty }
}

/// A text of the paragraph, with all who propose just this text.
struct Proposal {
  let text: Wording
  let edits: [Edit]

  /// The labels, by their place in alphabetical order.
  let labels: [Int]
}

/// What is merged: the base and the distinct texts proposed for it.
struct Merge {
  var lexicon: Lexicon
  let base: Wording
  let proposals: [Proposal]

  func isSame(_ a: Words, _ b: Words) -> Bool {
    guard a.range.count == b.range.count else { return false }
    let (x, y) = (proposals[a.proposal].text, proposals[b.proposal].text)
    return x.words[a.range] == y.words[b.range]
      && x.gaps[a.range.lowerBound...a.range.upperBound] == y.gaps[b.range.lowerBound...b.range.upperBound]
  }

  func hash(_ words: Words, into hasher: inout Hasher) {
    let text = proposals[words.proposal].text
    for position in words.range {
      hasher.combine(text.gaps[position].number)
      hasher.combine(text.words[position])
    }
    hasher.combine(text.gaps[words.range.upperBound].number)
  }

  /// Every edit once, in the order of the base; of those at one place, insertions first.
  func wishes() -> [Wish] {
    var wishes: [Wish] = []
    var known: [Int: [Int]] = [:]
    for (number, proposal) in proposals.enumerated() {
      for edit in proposal.edits {
        let words = Words(proposal: number, range: edit.from..<edit.to)
        var hasher = Hasher()
        hasher.combine(edit.start)
        hasher.combine(edit.end)
        hash(words, into: &hasher)
        let key = hasher.finalize()
        let member = Wish.Member(proposal: number, from: edit.from)
        let same = known[key, default: []].first {
          wishes[$0].start == edit.start && wishes[$0].end == edit.end && isSame(wishes[$0].words, words)
        }
        if let same {
          wishes[same].members.append(member)
        } else {
          known[key, default: []].append(wishes.count)
          wishes.append(Wish(start: edit.start, end: edit.end, words: words, members: [member]))
        }
      }
    }
    return wishes.enumerated().sorted {
      ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset)
    }.map(\.element)
  }
}
