import Glibc

/// What a program left behind when it ended.
package struct Outcome: Hashable, Sendable {
  /// The exit status; 128 and the signal where a signal ended it.
  package var status: Int32
  package var output: String
  package var errors: String

  package init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// Runs a program to its end and keeps what it wrote.
///
/// - Parameters:
///   - program: found along `PATH` where it has no slash.
///   - environment: all that the program sees; nothing is inherited but `PATH`, where it is not given.
///   - input: what it reads on its standard input.
///   - folder: where it runs.
///   - scratch: an existing folder for its output, so that no pipe can fill up.
///   - limit: after which it is killed; never for `nil`.
package func run(
  _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
  in folder: String, scratch: String, killedAfter limit: Duration? = nil
) throws -> Outcome {
  try RunningProgram(program, arguments, environment: environment, input: input, in: folder, scratch: scratch)
    .finish(killedAfter: limit)
}

/// A program that was started; see ``run(_:_:environment:input:in:scratch:killedAfter:)`` for the parameters.
@safe
package struct RunningProgram {
  private let process: pid_t
  private let files: (input: String, output: String, errors: String)
  private let start = ContinuousClock.now

  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    in folder: String, scratch: String
  ) throws {
    let name = scratch + "/run-\(UInt64.random(in: 0 ... .max))"
    files = (input: name + ".in", output: name + ".out", errors: name + ".err")
    try write(input, toFile: files.input)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, files.output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, files.errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var environment = environment
    if environment["PATH"] == nil, let path = unsafe getenv("PATH") {
      environment["PATH"] = unsafe String(cString: path)
    }
    var process: pid_t = 0
    let failure = withCStrings(["env", "-C", folder, program] + arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        unsafe posix_spawnp(&process, "env", &actions, nil, arguments, environment)
      }
    }
    if failure != 0 { throw Failure("cannot run \(program): \(unsafe String(cString: strerror(failure)))") }
    self.process = process
  }

  /// Waits for its end, and keeps what it wrote.
  ///
  /// - Parameter limit: counted from its start; then it is killed.
  package func finish(killedAfter limit: Duration? = nil) throws -> Outcome {
    defer { for file in [files.input, files.output, files.errors] { unsafe unlink(file) } }
    var status: Int32 = 0
    if let limit {
      while unsafe waitpid(process, &status, WNOHANG) == 0 {
        guard ContinuousClock.now - start >= limit else {
          usleep(200)
          continue
        }
        kill(process, SIGKILL)
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        break
      }
    } else {
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: String(decoding: try bytes(ofFile: files.output), as: UTF8.self),
      errors: String(decoding: try bytes(ofFile: files.errors), as: UTF8.self))
  }
}

/// Lends texts as C's list of texts with a null at its end.
@safe
private func withCStrings<Value>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let copies = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
  return unsafe body(copies)
}
