internal import Commands
internal import Glibc

/// The bytes of a file, read as they are asked for; the file is open as long as this lives.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let path: String

  /// - Throws: `FileError` where the file cannot be read.
  @safe
  init(path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw unreadable(path, errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  @safe
  func next() throws(CommandError) -> [UInt8] {
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      if count >= 0 { return bytes }
      if errno != EINTR { throw CommandError(.inputFailed, "\(unreadable(path, errno).message).") }
    }
  }
}

/// The error of a file that cannot be opened or read, by the system's number.
func unreadable(_ path: String, _ code: Int32) -> FileError {
  FileError(
    message: "cannot read \(path): \(unsafe String(cString: strerror(code)))",
    hint: code == ENOENT ? "Check the name: 'ls' lists the files here." : nil)
}
