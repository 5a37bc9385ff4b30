/// Writes nodes as a bracketed text: here numbers become characters again, and what rivals share is drawn together.
struct Writing {
  private let drawing: Drawing

  /// Each label as a list of its own, once it was written: most sides have one label.
  private var lists: [[String]]

  private var outlines = Outlines()

  /// The places of labels in the alphabet, side by side for the brackets that are being written.
  private var places: [Int] = []

  /// - Parameter labels: in alphabetical order, capitals and accents ignored.
  init(_ labels: [String]) {
    drawing = Drawing(labels: labels)
    lists = Array(repeating: [], count: labels.count)
  }

  /// Writes a sequence over the text of `party`.
  ///
  /// - Parameter isDrawn: whether what rivals share is drawn together (``Drawing``).
  mutating func text(_ nodes: Stretch, of party: Int, _ merge: Merge, isDrawn: Bool = true) -> BracketedText {
    let source = merge.parties[party].source
    var pieces: [BracketedText.Piece] = []
    pieces.reserveCapacity(nodes.count)
    var words = WrittenWords()
    for index in nodes.range {
      let node = merge.forest.nodes[index]
      guard node.isBracket else {
        words.append(node, source, merge)
        continue
      }
      let text = words.take(before: node.before, source, merge)
      if !text.isEmpty { pieces.append(.text(text)) }
      pieces.append(.bracket(bracket(node, party, merge, isDrawn: isDrawn)))
    }
    let text = words.take(before: .none, source, merge)
    if !text.isEmpty { pieces.append(.text(text)) }
    return BracketedText(pieces)
  }

  private mutating func bracket(_ node: Node, _ party: Int, _ merge: Merge, isDrawn: Bool) -> Bracket {
    if node.choices.count == 1 { return lone(node, party, merge, isDrawn: isDrawn) }
    let mark = places.count
    let sides = sides(node, merge)
    var contents: [BracketedText] = []
    contents.reserveCapacity(sides.count)
    for side in sides { contents.append(content(merge.forest.choices[side.choice], merge)) }
    var alternatives = alternatives(sides, contents)
    while places.count > mark { places.removeLast() }
    let struck = struck(node, party, merge, isDrawn: isDrawn)
    if isDrawn {
      if let together = drawing.together(alternatives) {
        alternatives = together
      } else {
        for index in alternatives.indices {
          if let drawn = drawing.drawn(alternatives[index].content) { alternatives[index].content = drawn }
        }
      }
    }
    return Bracket(alternatives: alternatives, struck: struck)
  }

  /// A bracket with one side: most are.
  private mutating func lone(_ node: Node, _ party: Int, _ merge: Merge, isDrawn: Bool) -> Bracket {
    let choice = merge.forest.choices[node.choices.range.lowerBound]
    let mark = places.count
    let range = collect(choice.parties, merge)
    let labels = labels(range)
    while places.count > mark { places.removeLast() }
    var content = content(choice, merge)
    if isDrawn, !choice.amended.isEmpty { content = drawing.drawn(content) ?? content }
    return Bracket(
      alternatives: [Alternative(labels: labels, content: content)],
      struck: struck(node, party, merge, isDrawn: isDrawn))
  }

  private mutating func struck(_ node: Node, _ party: Int, _ merge: Merge, isDrawn: Bool) -> BracketedText? {
    if node.start == node.end { return nil }
    return node.struck.isEmpty
      ? BracketedText(text: merge.text(Words(party: party, range: node.words)))
      : text(node.struck, of: party, merge, isDrawn: isDrawn)
  }

  private mutating func labels(_ range: Range<Int>) -> [String] {
    if range.count == 1 {
      let place = places[range.lowerBound]
      if lists[place].isEmpty { lists[place] = [drawing.labels[place]] }
      return lists[place]
    }
    var labels: [String] = []
    labels.reserveCapacity(range.count)
    for place in range { labels.append(drawing.labels[places[place]]) }
    return labels
  }

  /// One side of a bracket, and the places of its labels among ``places``.
  private struct Side {
    let choice: Int
    var labels: Range<Int>
    let isEmpty: Bool
    let firstLabel: Int
  }

  /// The sides by their first labels, an empty one last.
  private mutating func sides(_ node: Node, _ merge: Merge) -> [Side] {
    var sides: [Side] = []
    sides.reserveCapacity(node.choices.count)
    for index in node.choices.range {
      let choice = merge.forest.choices[index]
      let labels = collect(choice.parties, merge)
      sides.append(
        Side(
          choice: index, labels: labels, isEmpty: choice.amended.isEmpty && choice.words.isEmpty,
          firstLabel: labels.isEmpty ? 0 : places[labels.lowerBound]))
    }
    if sides.count > 1 {
      sides.sort { a, b in a.isEmpty == b.isEmpty ? a.firstLabel < b.firstLabel : b.isEmpty }
    }
    return sides
  }

  private mutating func collect(_ parties: Chain, _ merge: Merge) -> Range<Int> {
    let first = places.count
    var isSorted = true
    var next = parties.first
    while next >= 0 {
      let link = merge.forest.links[Int(next)]
      next = link.next
      for index in merge.parties[link.party].labels {
        let place = merge.labels[index]
        if places.count > first, places[places.count - 1] > place { isSorted = false }
        places.append(place)
      }
    }
    if !isSorted { sortPlaces(from: first) }
    return first..<places.count
  }

  /// A few are sorted where they stand: a slice that is sorted is copied first.
  private mutating func sortPlaces(from first: Int) {
    if places.count - first > 64 { return places[first...].sort() }
    for index in (first + 1)..<places.count {
      let place = places[index]
      var slot = index
      while slot > first, places[slot - 1] > place {
        places[slot] = places[slot - 1]
        slot -= 1
      }
      places[slot] = place
    }
  }

  /// Edits that were cut may leave sides that differ in the white space round them alone: they are one.
  private mutating func alternatives(_ sides: [Side], _ contents: [BracketedText]) -> [Alternative] {
    var alternatives: [Alternative] = []
    alternatives.reserveCapacity(sides.count)
    if !outlines.holdEqual(contents) {
      for index in sides.indices {
        alternatives.append(Alternative(labels: labels(sides[index].labels), content: contents[index]))
      }
      return alternatives
    }
    var known: [BracketedText: Int] = [:]
    var joined: [(places: [Int], content: BracketedText)] = []
    for (side, content) in zip(sides, contents) {
      if let same = known[content] {
        joined[same].places += places[side.labels]
      } else {
        known[content] = joined.count
        joined.append((Array(places[side.labels]), content))
      }
    }
    return joined.map { side in
      Alternative(labels: side.places.sorted().map { drawing.labels[$0] }, content: side.content)
    }
  }

  private mutating func content(_ choice: Choice, _ merge: Merge) -> BracketedText {
    choice.amended.isEmpty
      ? BracketedText(text: merge.text(choice.words))
      : text(choice.amended, of: choice.words.party, merge, isDrawn: false)
  }
}
