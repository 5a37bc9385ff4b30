extension Program {
  /// Reads a command line, runs its command and reports what went wrong.
  ///
  /// The answer goes to `streams.output`; errors, as `name: sentence` and what to do next, to `streams.errors`.
  ///
  /// - Parameter arguments: the words after the program's name.
  package func run(_ arguments: [String], streams: Streams) -> ExitStatus {
    do {
      let status = try answer(arguments, streams: streams)
      try streams.output.flush()
      streams.errors.flushQuietly()
      return status
    } catch {
      streams.output.flushQuietly()
      let status = report(error, arguments, to: streams.errors)
      streams.errors.flushQuietly()
      return status
    }
  }

  private func answer(_ arguments: [String], streams: Streams) throws -> ExitStatus {
    if arguments.first == "__complete" {
      try streams.output.write(candidates(for: Array(arguments.dropFirst())).lines)
      return .done
    }
    var reader = CommandLineReader(self)
    for word in arguments { reader.read(word) }
    if let failure = reader.failure, failure.code == .unknownCommand { throw failure }
    if reader.wantsHelp {
      try streams.output.write(help(of: reader.command, isStyled: streams.output.isStyled))
      return .done
    }
    if reader.wantsVersion {
      try streams.output.write("\(name) \(version)\n")
      return .done
    }
    reader.finish()
    if let failure = reader.failure { throw failure }
    guard let command = reader.command else {
      streams.errors.note(shortHelp(isStyled: streams.errors.isStyled))
      return .wrongUsage
    }
    return try command.action(Invocation(program: self, streams: streams, words: reader.given))
  }

  private func report(_ error: any Error, _ arguments: [String], to errors: Output) -> ExitStatus {
    guard let error = error as? CommandError else {
      let failure = explain(error)
      errors.note("\(name): \(failure.message)\n")
      if let hint = failure.hint { errors.note("\(hint)\n") }
      return failure.status
    }
    if error.code == .pipeClosed { return .pipeClosed }
    errors.note("\(name): \(error.message)\(error.hint.map { " \($0)" } ?? "")\n")
    if error.status == .wrongUsage {
      var reader = CommandLineReader(self)
      for word in arguments { reader.read(word) }
      errors.note("See '\(name) \(reader.command.map { "\($0.name) " } ?? "")--help'.\n")
    }
    return error.status
  }
}
