internal import Glibc

/// A program that runs beside this one without a terminal, and is waited for.
struct ChildProcess {
  private let program: String
  private let arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// How a program ended.
  enum Ending: Equatable {
    /// Its exit status; 128 and the signal where it was killed; 127 where it could not be found.
    case status(Int32)
    /// It was stopped, and all that it had started.
    case tooLong
  }

  /// Runs the program; what it prints goes nowhere.
  ///
  /// - Parameter seconds: after which it is stopped.
  /// - Throws: `FileError` where it cannot be started.
  @safe
  func run(seconds: Int) throws -> Ending {
    var words: [UnsafeMutablePointer<CChar>?] =
      unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      unsafe posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0)
    }
    // A group of its own, so that what it starts can be stopped with it.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var process = pid_t()
    let code = unsafe posix_spawnp(&process, program, &files, &attributes, &words, environ)
    if code == ENOENT { return .status(127) }
    guard code == 0 else {
      throw FileError(message: "cannot run \(program): \(unsafe String(cString: strerror(code)))")
    }
    return ending(of: process, seconds: seconds)
  }

  @safe
  private func ending(of process: pid_t, seconds: Int) -> Ending {
    let start = ContinuousClock.now
    var status: Int32 = 0
    while true {
      let answer = unsafe waitpid(process, &status, WNOHANG)
      if answer == process { break }
      if answer < 0, errno != EINTR { return .status(127) }
      if ContinuousClock.now - start > .seconds(seconds) {
        kill(-process, SIGKILL)
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return .tooLong
      }
      usleep(5_000)
    }
    return .status(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
  }
}
