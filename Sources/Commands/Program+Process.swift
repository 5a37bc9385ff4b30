import Glibc

extension Program {
  /// Runs the program on the process's own arguments and streams; the caller exits with the status.
  ///
  /// A closed pipe is met as a failed write, so `SIGPIPE` is ignored from here on. An argument that is not UTF-8 is
  /// refused: it would reach the draft with its letters replaced.
  package func runProcess() -> ExitStatus {
    signal(SIGPIPE, SIG_IGN)
    let streams = Streams.standard(environment: environmentVariable)
    var arguments: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = unsafe CommandLine.unsafeArgv[index], let text = unsafe String(validatingCString: argument)
      else {
        streams.errors.note("\(name): Argument \(index) is not valid UTF-8.\n")
        return .wrongUsage
      }
      arguments.append(text)
    }
    return run(arguments, streams: streams)
  }
}

/// A variable of the process's environment; `nil` where it is not set.
@safe
package func environmentVariable(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
