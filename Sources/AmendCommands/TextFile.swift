internal import Commands
internal import Glibc
internal import TextForm

/// A file that cannot be read or written.
struct FileError: Error {
  var message: String
  var hint: String?
}

extension Session {
  /// The text of a file, or of standard input for `-`, in canonical composed form.
  ///
  /// - Throws: `FileError` for a file that is not there, is empty, is not UTF-8 (with the byte), or holds NUL bytes.
  func text(of file: FilePath) throws -> String { try text(bytes(of: file), of: file) }

  /// The bytes of a file, or of standard input for `-`.
  func bytes(of file: FilePath) throws -> [UInt8] {
    file.isStandardStream ? try streams.input.all() : try bytesOfFile(at: file.path)
  }

  /// The text that bytes of a file are; see ``text(of:)``.
  func text(_ bytes: [UInt8], of file: FilePath) throws -> String {
    let name = file.isStandardStream ? "standard input" : file.path
    guard !bytes.isEmpty else {
      throw FileError(message: "\(name) is empty", hint: "Name a file with the text in it.")
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw FileError(
        message: "\(name): byte \(offset + 1) is NUL, so this is not a text",
        hint: "Save the document as plain text (UTF-8) first.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(
        message: "\(name): byte \(firstInvalidByte(bytes) + 1) is not UTF-8",
        hint: "Save the text as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.")
    }
    return normalized(text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text)
  }
}

/// How many bytes from the start are valid UTF-8.
private func firstInvalidByte(_ bytes: [UInt8]) -> Int {
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var valid = 0
  while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { valid += scalar.count }
  return valid
}

/// The bytes of a file.
@safe
func bytesOfFile(at path: String) throws -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path, errno) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { throw unreadable(path, errno) }
  }
}

/// Puts a whole file in its place at once: a reader finds the old one or the new one, never a part.
///
/// - Throws: `FileError` where the path cannot be written; what stood there stays.
@safe
func writeFile(_ bytes: [UInt8], to path: String) throws {
  let partial = path + ".partial"
  func failed(_ code: Int32) -> FileError {
    unsafe unlink(partial)
    return FileError(
      message: "cannot write \(path): \(unsafe String(cString: strerror(code)))",
      hint: "Nothing was written; name another file.")
  }
  let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw failed(errno) }
  var start = 0
  while start < bytes.count {
    let count = unsafe bytes[start...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else {
      let code = errno
      close(descriptor)
      throw failed(code)
    }
    start += count
  }
  guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0, unsafe rename(partial, path) == 0 else {
    throw failed(errno)
  }
}
