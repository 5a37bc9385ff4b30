/// The merge of two sets of edits on one base, one of them the delegation's, the other the chair's.
struct Carrying {
  private let lexicon: Lexicon
  let tokens: [Token]
  private let base: Wording
  private let wanted: Wording
  private let now: Wording
  private let sources: (base: String, wanted: String, now: String)
  private var stretches: [Stretch] = []

  enum Side { case wanted, now, both, conflict }

  /// Words of the base that one side or both would change.
  struct Stretch {
    var side: Side
    var start: Int
    var end: Int
    var edits: [(side: Side, edit: Edit)]
  }

  init(text: String, oldBase: String, newBase: String) {
    var lexicon = Lexicon()
    var tokens: [Token] = []
    var hunks = Hunks()
    base = lexicon.cut(oldBase, into: &tokens)
    wanted = lexicon.cut(text, into: &tokens)
    now = lexicon.cut(newBase, into: &tokens)
    sources = (oldBase, text, newBase)
    let origin = Origin(base, tokens.span, lexicon.traits)
    hunks.find(from: origin, to: wanted, tokens, lexicon)
    let ours = hunks.edits
    hunks.find(from: origin, to: now, tokens, lexicon)
    self.lexicon = lexicon
    self.tokens = tokens
    overlay(ours, hunks.edits)
  }

  private mutating func overlay(_ ours: [Edit], _ theirs: [Edit]) {
    let all = (ours.map { (side: Side.wanted, edit: $0) } + theirs.map { (side: Side.now, edit: $0) }).sorted {
      ($0.edit.start, $0.edit.end) < ($1.edit.start, $1.edit.end)
    }
    for item in all {
      var stretch = Stretch(side: item.side, start: item.edit.start, end: item.edit.end, edits: [item])
      while let last = stretches.last, let joined = joined(last, stretch) {
        stretches.removeLast()
        stretch = joined
      }
      stretches.append(stretch)
    }
    for index in stretches.indices where stretches[index].side == .conflict {
      if let side = granting(stretches[index]) { stretches[index].side = side }
    }
  }

  /// The two as one, where they overlap or where the white space between them is in doubt; `nil` where both can stand.
  private func joined(_ left: Stretch, _ right: Stretch) -> Stretch? {
    let isSamePlace = left.start == right.start && left.end == right.end
    let overlap = right.start < left.end || (isSamePlace && left.start == left.end)
    let touch = right.start == left.end && (left.side != right.side || left.side == .conflict)
    if touch, !overlap, slides(left, right) { return conflict(left, right) }
    if touch, !overlap, let shared = shared(left, right) { return shared }
    guard overlap || (touch && border(left, right) == nil) else { return nil }
    var joined = conflict(left, right)
    if isSamePlace, left.edits.count == 1, right.edits.count == 1, isGranted(left, right) { joined.side = .both }
    return joined
  }

  private func conflict(_ left: Stretch, _ right: Stretch) -> Stretch {
    Stretch(side: .conflict, start: left.start, end: max(left.end, right.end), edits: left.edits + right.edits)
  }

  /// Whether words that one side puts in at the border of what the other takes out could as well stand inside it:
  /// `, the environment` after `health` is also `the environment ,` after the comma, where `, to health,` goes.
  private func slides(_ left: Stretch, _ right: Stretch) -> Bool {
    guard left.side != right.side, left.edits.count == 1, right.edits.count == 1 else { return false }
    let isPutInFirst = left.start == left.end
    guard isPutInFirst != (right.start == right.end) else { return false }
    let (putIn, taken) = isPutInFirst ? (words(left), right) : (words(right), left)
    guard taken.end - taken.start > 1, !putIn.isEmpty else { return false }
    return isPutInFirst
      ? isSameWord(tokens[putIn.lowerBound], tokens[taken.start])
      : isSameWord(tokens[putIn.upperBound - 1], tokens[taken.end - 1])
  }

  /// Two that touch, of which one puts in at the border the words that the other's replacement has there: they stand once.
  private func shared(_ left: Stretch, _ right: Stretch) -> Stretch? {
    guard left.side != right.side, left.edits.count == 1, right.edits.count == 1 else { return nil }
    let (x, y) = (words(left), words(right))
    let isPutInFirst = left.start == left.end
    guard !x.isEmpty, !y.isEmpty, isPutInFirst != (right.start == right.end),
      isPutInFirst
        ? tokens[y].starts(with: tokens[x], by: isSameWord)
        : tokens[x].reversed().starts(with: tokens[y].reversed(), by: isSameWord)
    else { return nil }
    // The replacement says both: the chair's grants what was to be put in, the delegation's wants more than the chair's.
    let putIn = isPutInFirst ? left : right
    return Stretch(
      side: putIn.side == .wanted ? .both : .wanted, start: left.start, end: right.end,
      edits: left.edits + right.edits)
  }

  private func isGranted(_ left: Stretch, _ right: Stretch) -> Bool {
    guard left.side != right.side else { return false }
    let (a, b) = (range(left, left.side), range(right, right.side))
    return isSame(tokens.span, a, b) && tokens[a.upperBound].gap == tokens[b.upperBound].gap
  }

  private func isSameWord(_ a: Token, _ b: Token) -> Bool { a.word == b.word }

  /// What one side has in a stretch: its edits there, and the base between them.
  func range(_ stretch: Stretch, _ side: Side) -> Range<Int> {
    let edits = (side == .now ? stretch.edits.filter { $0.side == .now } : stretch.edits.filter { $0.side == .wanted })
      .map(\.edit)
    guard let first = edits.min(by: { $0.start < $1.start }), let last = edits.max(by: { $0.end < $1.end }) else {
      return stretch.start..<stretch.end
    }
    return (first.from - (first.start - stretch.start))..<(last.to + (stretch.end - last.end))
  }

  private func words(_ stretch: Stretch) -> Range<Int> {
    switch stretch.side {
    case .now, .both: range(stretch, .now)
    case .wanted, .conflict: range(stretch, .wanted)
    }
  }

  /// The white space between two stretches that touch: of the two sides' the one that differs from the base; `nil` where
  /// that is in doubt.
  private func border(_ left: Stretch, _ right: Stretch) -> Gap? {
    let (x, y) = (words(left), words(right))
    let (after, before) = (tokens[x.upperBound].gap, tokens[y.lowerBound].gap)
    if after == before { return after }
    let usual = tokens[left.end].gap
    if x.isEmpty || y.isEmpty { return nil }
    return after == usual ? before : before == usual ? after : nil
  }
}

extension Carrying {
  var result: Carried {
    let conflicts = stretches.filter { $0.side == .conflict }.map {
      Carried.Conflict(
        was: String(tokens.span, $0.start..<$0.end, of: sources.base),
        wanted: String(tokens.span, range($0, .wanted), of: sources.wanted),
        now: String(tokens.span, range($0, .now), of: sources.now))
    }
    let stillStands = stretches.contains { $0.side == .wanted }
    return Carried(
      text: text, outcome: !conflicts.isEmpty ? .inConflict : stillStands ? .movedAlong : .satisfied,
      conflicts: conflicts)
  }

  private var text: String {
    var output = ""
    var position = base.start
    var previous: Stretch?
    for stretch in stretches {
      let own = words(stretch)
      var gap = tokens[own.lowerBound].gap
      if position < stretch.start {
        append(position..<stretch.start, of: sources.base, after: gapAfter(previous), to: &output)
      } else if let previous {
        gap = border(previous, stretch) ?? gap
      }
      append(own, of: source(stretch.side), after: gap, to: &output)
      position = stretch.end
      previous = stretch
    }
    append(position..<base.end, of: sources.base, after: gapAfter(previous), to: &output)
    return output
  }

  private func source(_ side: Side) -> String { side == .now || side == .both ? sources.now : sources.wanted }

  private func gapAfter(_ stretch: Stretch?) -> Gap {
    guard let stretch else { return .none }
    return tokens[words(stretch).upperBound].gap
  }

  private func append(_ range: Range<Int>, of source: String, after gap: Gap, to output: inout String) {
    guard !range.isEmpty else { return }
    output += String(decoding: lexicon.bytes(gap), as: UTF8.self)
    output += String(tokens.span, range, of: source)
  }
}
