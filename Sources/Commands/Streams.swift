/// The streams a command talks through and the environment it is told by. Nothing else in the program reads or writes
/// the process's own.
package struct Streams {
  package let input: Input
  package let output: Output
  package let errors: Output

  /// The value of an environment variable; `nil` where it is not set.
  package let environment: (String) -> String?

  /// Streams of one's own, with an empty environment unless one is given.
  package init(
    input: Input, output: Output, errors: Output, environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.input = input
    self.output = output
    self.errors = errors
    self.environment = environment
  }
}

extension Streams {
  /// The process's standard streams.
  ///
  /// - Parameter environment: where `NO_COLOR`, `TERM` and `COLUMNS` are looked up too.
  package static func standard(environment: @escaping (String) -> String?) -> Streams {
    Streams(
      input: Input(DescriptorSource(0)),
      output: .descriptor(1, named: "standard output", environment: environment),
      errors: .descriptor(2, named: "standard error", environment: environment), environment: environment)
  }
}
