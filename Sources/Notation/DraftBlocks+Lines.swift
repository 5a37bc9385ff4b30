internal import Drafting

/// What a line is to the block before it.
extension DraftBlocks {
  /// Whether a number stands alone so far and waits for its paragraph.
  var isAwaitingText: Bool {
    guard let last = items.last, case .numbered = last.kind else { return false }
    return last.text.isEmpty && last.trailers.isEmpty
  }

  /// Whether no paragraph can go on in the line.
  func startsBlock(_ line: DraftLine) -> Bool {
    guard let last = items.last else { return true }
    return line.followsBlank || last.kind == .heading || named != nil
      || !last.trailers.isEmpty || endsWithTrailer(previous)
  }

  /// Within a block only the number that is due counts, or one after the end of a sentence: `(2003),` `12. …` is text.
  func mayBeNumber(_ number: NumberingLine, _ line: DraftLine) -> Bool {
    if isIndented(line) { return false }
    if startsBlock(line) || isAwaitingText || !DraftLineKind.joins(Array("A".utf8), to: previous) { return true }
    guard case .numbered(let last, _)? = items.last?.kind else { return false }
    return number.number.value == last.value + 1 || number.number.multiplicity > 1
  }

  /// Whether Markdown makes the line a part of the paragraph before it.
  func isIndented(_ line: DraftLine) -> Bool {
    guard escapes.format == .markdown, line.indent >= 3, let last = items.last else { return false }
    return last.kind != .heading
  }

  func introducesList(_ line: [UInt8], _ next: DraftLine?) -> Bool {
    guard let next, DraftLineKind.endsWithColon(line) else { return false }
    return DraftLineKind.isSubparagraph(next.bytes)
  }

  func isTrailer(_ line: [UInt8]) -> Bool {
    line.count <= 600
      && DraftTrailers.isWholly(String(decoding: line, as: UTF8.self), labels: escapes.labels)
  }

  private func endsWithTrailer(_ line: [UInt8]) -> Bool {
    !DraftTrailers.split(String(decoding: line, as: UTF8.self), labels: escapes.labels).trailers.isEmpty
  }
}
