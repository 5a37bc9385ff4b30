/// The other half of each bracket and quotation mark of a text that has one.
///
/// Brackets pair inside out; straight quotation marks by turns, when their number is even. A slash without white space
/// between two words is paired with both, and each of them with it: `and/or` is changed as a whole.
struct Pairs {
  private(set) var halves: [Half] = []

  struct Half {
    let place: Int
    fileprivate(set) var partner: Int
  }

  var isEmpty: Bool { halves.isEmpty }

  init(_ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) {
    guard text.hasPairs else { return }
    var open: [(kind: UInt8, half: Int)] = []
    var straight: [Int] = []
    for place in text.range {
      switch traits[Int(tokens[place].word)].pair {
      case .none: continue
      case .opens(let kind): open.append((kind, halves.count))
      case .closes(let kind):
        if let last = open.last, last.kind == kind {
          open.removeLast()
          halves[last.half].partner = place
          halves.append(Half(place: place, partner: halves[last.half].place))
        }
        continue
      case .either: straight.append(halves.count)
      case .joins:
        if isJoined(place, text, tokens, traits) {
          for (place, partner) in [(place - 1, place), (place, place - 1), (place, place + 1), (place + 1, place)] {
            halves.append(Half(place: place, partner: partner))
          }
        }
        continue
      }
      halves.append(Half(place: place, partner: -1))
    }
    if straight.count % 2 == 0 {
      for index in stride(from: 0, to: straight.count, by: 2) {
        halves[straight[index]].partner = halves[straight[index + 1]].place
        halves[straight[index + 1]].partner = halves[straight[index]].place
      }
    }
    halves.removeAll { $0.partner < 0 }
  }

  /// Whether the slash at a place stands between two words without white space.
  private func isJoined(_ place: Int, _ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Bool {
    guard place > text.start, place + 1 < text.end else { return false }
    guard tokens[place].gap == .none, tokens[place + 1].gap == .none else { return false }
    return traits[Int(tokens[place - 1].word)].isWord && traits[Int(tokens[place + 1].word)].isWord
  }

  /// Those that stand in a stretch, in order.
  func halves(in range: Range<Int>) -> ArraySlice<Half> {
    var (low, high) = (0, halves.count)
    while low < high {
      let middle = (low + high) / 2
      if halves[middle].place < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return halves[low...].prefix { $0.place < range.upperBound }
  }
}
