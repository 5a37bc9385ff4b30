internal import Commands
internal import JSON

/// What is wrong with one line of input: a phrase to follow "line 3".
struct LineError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

extension Session {
  /// Answers each JSON line of the input with one line, in the same order; a line that cannot be answered is reported
  /// with its number, and the rest goes on.
  ///
  /// - Returns: `.no` where a line was reported.
  func answerLines(of file: FilePath?, _ answer: (JSONValue) throws -> JSONValue) throws -> ExitStatus {
    let input =
      if let file, !file.isStandardStream { Input(text: try text(of: file)) } else { streams.input }
    var number = 0
    var status = ExitStatus.done
    while let line = try input.line() {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      do {
        let value = try JSONValue(reading: line)
        guard value.object != nil else { throw LineError("is not an object") }
        try streams.output.write(bytes: answer(value).bytes(.compact) + [0x0A])
      } catch let error as JSONError {
        streams.errors.note("amend: line \(number), column \(error.column): \(error.message)\n")
        status = .no
      } catch let error as LineError {
        streams.errors.note("amend: line \(number) \(error.message)\n")
        status = .no
      }
    }
    return status
  }
}
