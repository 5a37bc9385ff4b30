/// The streams a command talks through. Nothing else in the program reads or writes the process's own.
package struct Streams {
  package let input: Input
  package let output: Output
  package let errors: Output

  package init(input: Input, output: Output, errors: Output) {
    self.input = input
    self.output = output
    self.errors = errors
  }
}

extension Streams {
  /// The process's standard streams.
  ///
  /// - Parameter environment: where `NO_COLOR`, `TERM` and `COLUMNS` are looked up.
  package static func standard(environment: (String) -> String?) -> Streams {
    Streams(
      input: Input(DescriptorSource(0)),
      output: .descriptor(1, named: "standard output", environment: environment),
      errors: .descriptor(2, named: "standard error", environment: environment))
  }
}
