/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case syntax, unexpectedEnd, trailingText, invalidUTF8, repeatedKey, numberOutOfRange, tooDeep
  }

  package let code: Code

  /// Counted from 1; 0 where no place can be named.
  package let line: Int

  /// The character of the line, counted from 1, at which reading stopped.
  package let column: Int

  /// What is wrong, without the place and without a full stop.
  package let message: String

  package init(_ code: Code, line: Int, column: Int, _ message: String) {
    self.code = code
    self.line = line
    self.column = column
    self.message = message
  }
}

extension JSONError: CustomStringConvertible {
  package var description: String { "line \(line), column \(column): \(message)" }
}
