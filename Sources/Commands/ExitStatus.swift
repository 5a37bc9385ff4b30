/// How a command ended, as the shell sees it.
package struct ExitStatus: Hashable, Sendable {
  package let code: Int32

  package init(code: Int32) { self.code = code }

  package static let done = ExitStatus(code: 0)

  /// The answer is no, or conflicts remain.
  package static let no = ExitStatus(code: 1)

  package static let wrongUsage = ExitStatus(code: 2)

  package static let failed = ExitStatus(code: 3)

  /// The reader of a pipe left before the end: 128 and the number of SIGPIPE, as a shell reports it.
  package static let pipeClosed = ExitStatus(code: 141)
}
