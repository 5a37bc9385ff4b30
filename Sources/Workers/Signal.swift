internal import Glibc

/// What a thread waits for and another sends, kept in a pipe: a byte for each call that is due.
///
/// A condition variable must not move, and a pointer to one may not be shared between threads in safe Swift; the two
/// numbers of a pipe may. A thread waits a few times for each megabyte, so the system calls do not count.
struct Signal: ~Copyable, Sendable {
  private let reading: Int32
  private let writing: Int32

  /// Not open where the process may open no more files.
  @safe
  init() {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    guard isOpen else { return }
    close(reading)
    close(writing)
  }

  var isOpen: Bool { reading >= 0 }

  /// Lets one waiting thread go on.
  @safe
  func send() {
    var byte: UInt8 = 0
    while unsafe write(writing, &byte, 1) < 0, errno == EINTR {}
  }

  /// Waits for one call of ``send()``.
  @safe
  func wait() {
    var byte: UInt8 = 0
    while unsafe read(reading, &byte, 1) < 0, errno == EINTR {}
  }
}
