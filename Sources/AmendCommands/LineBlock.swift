internal import Commands
internal import TextForm

/// Whole lines that stand one after the other in an input.
struct LineBlock: Sendable {
  let bytes: [UInt8]

  /// Calls `body` with where each line stands, without its line break, and its number in the block from 1.
  ///
  /// A last line without a line break is one too.
  func forEachLine(_ body: (_ line: Range<Int>, _ number: Int) -> Void) {
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = place(of: 0x0A, in: bytes.span, from: start)
      number += 1
      body(start..<end, number)
      start = end + 1
    }
  }
}

/// Cuts an input into blocks of whole lines, as large as they are read.
struct LineBlocks {
  private let input: Input

  /// The beginning of a line whose end has not been read.
  private var beginning: [UInt8] = []

  /// Whether lines have been read: a byte-order mark stands before the first alone, and is none of its text.
  private var hasBegun = false

  init(_ input: Input) { self.input = input }

  /// The next lines; `nil` at the end.
  ///
  /// - Cost: linear in the size of the block, however long its lines are.
  mutating func next() throws(CommandError) -> LineBlock? {
    while let block = try input.block() {
      guard let end = block.lastIndex(of: 0x0A) else {
        beginning += block
        continue
      }
      let lines = beginning + block[...end]
      beginning = Array(block[(end + 1)...])
      return begun(lines)
    }
    guard !beginning.isEmpty else { return nil }
    defer { beginning = [] }
    return begun(beginning)
  }

  private mutating func begun(_ lines: [UInt8]) -> LineBlock {
    defer { hasBegun = true }
    return LineBlock(bytes: !hasBegun && lines.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(lines.dropFirst(3)) : lines)
  }
}
