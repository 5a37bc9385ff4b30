import Glibc

/// A hidden folder beside a path, in which something is made that is moved there when it is whole: `.NAME.partial-XXXXXX`.
///
/// While its process lives it holds a lock on a file in it, which the system takes away with the process: who makes the
/// next one beside the same path takes away what killed processes have left.
struct PartialFolder: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - parent: the folder that it stands in.
  ///   - name: what is made is called so.
  init(in parent: String, for name: String, _ action: String) throws(GitError) {
    let prefix = "." + name + ".partial-"
    for other in namesInFolder(parent) where other.hasPrefix(prefix) && other.utf8.count == prefix.utf8.count + 6 {
      Self.removeAbandoned(parent + "/" + other)
    }
    while true {
      let made = try makeTemporaryFolder(parent + "/" + prefix + "XXXXXX", action)
      let lock = unsafe open(made + Self.lockName, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      // Somebody who tidies up may have been quicker than the lock.
      if lock < 0, errno == ENOENT { continue }
      guard lock >= 0 else { throw GitError(errno: errno, action: action, at: made) }
      while flock(lock, LOCK_EX) != 0, errno == EINTR {}
      guard isFolder(made) else {
        close(lock)
        continue
      }
      (path, descriptor) = (made, lock)
      return
    }
  }

  deinit { close(descriptor) }

  /// Moves the folder to where it belongs.
  func move(to target: String, _ action: String) throws(GitError) {
    unsafe unlink(path + Self.lockName)
    if unsafe rename(path, target) != 0 { throw GitError(errno: errno, action: action, at: target) }
  }

  private static func removeAbandoned(_ folder: String) {
    let lock = unsafe open(folder + lockName, O_RDWR | O_CLOEXEC)
    guard lock >= 0 else { return }
    defer { close(lock) }
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { removeFolder(folder) }
  }

  private static let lockName = "/amend.making"
}
