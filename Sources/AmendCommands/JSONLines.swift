internal import Commands
internal import JSON
internal import Workers

/// What is wrong with one line of input: a phrase to follow "line 3".
struct LineError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

extension Session {
  /// Answers each JSON line of the input with one line, in the same order; a line that cannot be answered is reported
  /// with its number, and the rest goes on. An empty line is reported too: whoever counts answers must know.
  ///
  /// The lines are answered on every processor: on two, a thousand paragraphs of 35 delegations take 0.57 of the time of
  /// one (`Scripts/bench merge` sets them side by side). Memory is bounded by the longest lines and not by their number.
  ///
  /// - Parameters:
  ///   - begin: makes what an answer may use again for the next line; one for each block of lines.
  ///   - answer: writes the answer to one line; what it had written when it throws is taken back.
  /// - Returns: `.no` where a line was reported.
  func answerLines<State>(
    of file: FilePath?, with begin: @escaping @Sendable () -> State,
    _ answer: @escaping @Sendable (JSONValue, inout State, inout JSONWriter) throws(LineError) -> Void
  ) throws -> ExitStatus {
    let source = try file.flatMap { $0.isStandardStream ? nil : try FileSource(path: $0.path) }
    var blocks = LineBlocks(source.map { Input($0) } ?? streams.input)
    var before = 0
    var status = ExitStatus.done
    try workInOrder(threads: processorCount) {
      try blocks.next()
    } work: {
      AnsweredBlock($0, begin(), answer)
    } take: { block in
      try streams.output.write(bytes: block.answers)
      if !block.reports.isEmpty {
        status = .no
        streams.errors.note(
          block.reports.map { "amend: line \(before + $0.line)\($0.message)\n" }.joined())
      }
      before += block.count
    }
    return status
  }
}

/// What becomes of the lines of a block.
private struct AnsweredBlock: Sendable {
  /// The answers, a line each.
  private(set) var answers: [UInt8] = []

  /// What is wrong with lines, by their number in the block from 1, to follow that number.
  private(set) var reports: [(line: Int, message: String)] = []

  /// How many lines the block has.
  private(set) var count = 0

  init<State>(
    _ block: LineBlock, _ initial: State, _ answer: (JSONValue, inout State, inout JSONWriter) throws(LineError) -> Void
  ) {
    var state = initial
    var writer = JSONWriter()
    block.forEachLine { line, number in
      count = number
      if block.bytes[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        reports.append((number, " is empty"))
        return
      }
      let start = writer.bytes.count
      do throws(JSONError) {
        let value = try JSONValue(reading: block.bytes.span.extracting(line))
        do throws(LineError) {
          guard value.object != nil else { throw LineError("is not an object") }
          try answer(value, &state, &writer)
          writer.endLine()
        } catch {
          writer.takeBack(to: start)
          reports.append((number, " " + error.message))
        }
      } catch {
        reports.append((number, ", column \(error.column): \(error.message)"))
      }
    }
    answers = writer.bytes
  }
}
