/// What a bracketed text is written into: spans for people who look at it, or characters alone.
///
/// Two targets and not one, since most texts are written for their characters, and spans take twice as long.
protocol BracketTarget {
  mutating func append(_ text: String, _ emphasis: Span.Emphasis, _ labels: [String], move: Int?)
}

/// Spans, neighbours of one emphasis joined.
struct SpanTarget: BracketTarget {
  private(set) var spans: [Span] = []

  mutating func append(_ text: String, _ emphasis: Span.Emphasis, _ labels: [String], move: Int?) {
    if let last = spans.indices.last, spans[last].emphasis == emphasis, spans[last].labels == labels,
      spans[last].move == move
    {
      spans[last].text += text
    } else {
      spans.append(Span(text, emphasis, labels: labels, move: move))
    }
  }
}

/// The characters alone.
struct TextTarget: BracketTarget {
  private(set) var text = ""

  mutating func append(_ text: String, _ emphasis: Span.Emphasis, _ labels: [String], move: Int?) {
    self.text += text
  }
}

/// What is being written, and what must be known for it.
struct BracketOutput<Target: BracketTarget> {
  var escapes: BracketEscapes
  let moves: BracketMoves
  private(set) var target: Target

  /// The labels of the alternative that is being written.
  var labels: [String] = []

  init(escapes: BracketEscapes, moves: BracketMoves, _ target: Target) {
    self.escapes = escapes
    self.moves = moves
    self.target = target
  }

  mutating func append(_ text: String, _ emphasis: Span.Emphasis = .plain, move: Int? = nil) {
    if !text.isEmpty { target.append(text, emphasis, labels, move: move) }
  }
}
