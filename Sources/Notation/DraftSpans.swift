internal import TextForm

/// A written piece of a draft in spans, changed by what its format needs.
struct DraftSpans {
  private(set) var spans: [Span]

  init(_ spans: [Span] = []) { self.spans = spans }

  var bytes: [UInt8] {
    if spans.count == 1 { return Array(spans[0].text.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(spans.reduce(0) { $0 + $1.text.utf8.count })
    for index in spans.indices {
      // Most are a few bytes, for which appending a collection takes three times as long.
      let text = spans[index].text.utf8.span
      if text.count > 64 {
        bytes.append(contentsOf: spans[index].text.utf8)
        continue
      }
      bytes.append(addingCapacity: text.count) { bytes in
        for index in text.indices { bytes.append(text[index]) }
      }
    }
    return bytes
  }

  mutating func append(_ text: String, _ emphasis: Span.Emphasis = .plain, labels: [String] = []) {
    if !text.isEmpty { spans.append(Span(text, emphasis, labels: labels)) }
  }

  mutating func append(_ other: DraftSpans) { spans += other.spans }

  /// The spans with what `edits` make of their joined text.
  ///
  /// - Parameter edits: in order, each within one span; an insertion between two spans goes to the second.
  mutating func apply(_ edits: [DraftText.Edit]) {
    if edits.isEmpty { return }
    var result: [Span] = []
    let end = spans.reduce(0) { $0 + $1.text.utf8.count }
    var offset = 0
    var next = 0
    for span in spans {
      let bytes = Array(span.text.utf8)
      let isLast = offset + bytes.count == end
      var output: [UInt8] = []
      var place = 0
      while next < edits.count,
        edits[next].range.lowerBound < offset + bytes.count
          || isLast && edits[next].range.lowerBound == offset + bytes.count
      {
        let start = max(edits[next].range.lowerBound - offset, place)
        output += bytes[place..<start] + edits[next].bytes
        place = min(max(edits[next].range.upperBound - offset, start), bytes.count)
        next += 1
      }
      output += bytes[place...]
      offset += bytes.count
      if !output.isEmpty {
        var changed = span
        changed.text = String(decoding: output, as: UTF8.self)
        result.append(changed)
      }
    }
    spans = result
  }

  /// The same words in another emphasis where they have none.
  func emphasized(_ emphasis: Span.Emphasis) -> DraftSpans {
    DraftSpans(
      spans.map { span in
        var span = span
        if span.emphasis == .plain { span.emphasis = emphasis }
        return span
      })
  }

  /// The same spans with each footnote's mark, still a private character (``FootnoteMarks``), in a span of its own.
  var withNotesApart: DraftSpans {
    guard spans.contains(where: { holds(0xF3, $0.text.utf8.span) }) else { return self }
    var result = DraftSpans()
    for span in spans {
      func append(_ text: String, _ emphasis: Span.Emphasis) {
        guard !text.isEmpty else { return }
        var part = span
        (part.text, part.emphasis) = (text, emphasis)
        result.spans.append(part)
      }
      var words = String.UnicodeScalarView()
      for scalar in span.text.unicodeScalars {
        guard FootnoteMarks.number(scalar) != nil else {
          words.append(scalar)
          continue
        }
        append(String(words), span.emphasis)
        words = String.UnicodeScalarView()
        append(String(scalar), .note)
      }
      append(String(words), span.emphasis)
    }
    return result
  }
}
