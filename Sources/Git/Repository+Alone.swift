internal import Glibc

extension Repository {
  /// Does something that no other process of this kind does in this repository at the same moment; waits for its turn.
  ///
  /// The lock is the system's, on the repository's folder: it leaves no file behind, and ends with the process, however
  /// that ends. Where the system gives none, it is done without. Inside ``inOneMove(message:_:)`` it is this one's turn
  /// already.
  package func alone<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    if planned != nil { return try body() }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
