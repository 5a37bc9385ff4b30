/// Why a command line could not be read, or its answer not be written.
package struct CommandError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case unknownCommand, unknownOption, unexpectedArgument
    case missingCommand, missingValue, missingArgument
    case invalidValue, hiddenCharacter, repeatedOption, conflictingArguments
    case outputFailed, inputFailed

    /// Nobody reads the answer any more; the program ends without a word.
    case pipeClosed
  }

  package let code: Code

  /// One sentence, or for `expected(_:hint:)` the thing that was expected.
  package let message: String

  /// What to do next, as a sentence.
  package let hint: String?

  package init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// A word that is no value of the type that reads it.
  ///
  /// - Parameter what: what it should have been, to follow "takes": `a delegation's code, such as VEN`.
  package static func expected(_ what: String, hint: String? = nil) -> CommandError {
    CommandError(.invalidValue, what, hint: hint)
  }

  /// The status with which the program ends.
  package var status: ExitStatus {
    switch code {
    case .outputFailed, .inputFailed: .failed
    case .pipeClosed: .pipeClosed
    default: .wrongUsage
    }
  }
}
