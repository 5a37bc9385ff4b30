internal import Merging

extension BracketParser {
  /// Reads the bracket, or the group of brackets, that begins at `place`.
  ///
  /// - Returns: the place after it; `nil` where the `[` there is a sign like any other.
  mutating func bracket(at place: Int, depth: Int, into output: inout BracketPieces) -> Int? {
    guard let close = pairs.close(of: place) else { return nil }
    let prefix = labels.prefix(in: bytes, from: place + 1, to: close)
    if case .ambiguous(let item, let candidates)? = prefix?.meaning {
      let names = candidates.joined(separator: " or ")
      report(place, "'\(item)' may mean \(names); the bracket was kept as text")
      return nil
    }
    let isGroup = isMember(after: close)
    guard prefix != nil || isGroup, !isTooDeep(depth, at: place, closing: close) else { return nil }

    var parts: [Part] = []
    var (open, end) = (place, close)
    if prefix == nil {
      let content = (place + 1)..<close
      let segment = BracketSegment(
        kind: .alternative([]), lead: place..<(place + 1), written: content,
        pieces: plain(content, depth: depth + 1))
      parts.append(Part(open: place, close: close, segments: [segment]))
      (open, end) = (close + 2, pairs.close(of: close + 2) ?? close)
    }
    while true {
      parts.append(part(open: open, close: end, depth: depth))
      guard isMember(after: end), let next = pairs.close(of: end + 2) else { break }
      (open, end) = (end + 2, next)
    }
    append(parts, to: &output)
    return end + 1
  }

  /// One bracket of a group, or a bracket of its own.
  struct Part {
    var open: Int
    var close: Int
    var segments: [BracketSegment]
  }

  /// Whether `/[` with labels and a colon follows the bracket that ends at `close`.
  private mutating func isMember(after close: Int) -> Bool {
    guard close + 2 < bytes.count, bytes[close + 1] == .slash, bytes[close + 2] == .openBracket,
      let end = pairs.close(of: close + 2)
    else { return false }
    return labels.prefix(in: bytes, from: close + 3, to: end)?.labels != nil
  }

  private mutating func part(open: Int, close: Int, depth: Int) -> Part {
    let prefix = labels.prefix(in: bytes, from: open + 1, to: close)
    let start = (prefix?.colon ?? open) + 1
    let first = BracketSegment(
      kind: .alternative(prefix?.labels ?? []), lead: open..<start, written: start..<close)
    return Part(
      open: open, close: close,
      segments: segments(start..<close, first: first, isAttributed: true, depth: depth + 1))
  }

  /// Adds a group, or brackets of their own; as text, and reported, where they make no sense.
  private mutating func append(_ parts: [Part], to output: inout BracketPieces) {
    let isGroup = parts.count > 1 && parts.allSatisfy { $0.segments.count == 1 }
    do throws(BracketProblem) {
      if isGroup {
        output.append(try group(parts))
        return
      }
    } catch {
      report(parts[0].open, error.message + "; kept as text")
    }
    for (index, part) in parts.enumerated() {
      if index > 0 { output.append(.slash) }
      let isAttributed = part.segments[0].kind != .alternative([])
      do throws(BracketProblem) {
        if isAttributed, !isGroup {
          output.append(try bracket(part.segments))
          continue
        }
      } catch {
        report(part.open, error.message + "; kept as text")
      }
      for segment in part.segments {
        output.append(bytes[segment.lead])
        output.append(segment.pieces)
      }
      output.append(.closeBracket)
    }
  }
}
