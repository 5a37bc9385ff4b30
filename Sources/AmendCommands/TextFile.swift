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
  /// - Throws: `FileError` for a file that is not there, is empty, is not UTF-8 (with the byte), or holds NUL bytes or
  ///   other characters that are not seen (with line and column).
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
    if let hidden = HiddenCharacter(in: text) {
      throw FileError(
        message: "\(name):\(hidden.line):\(hidden.column): \(hidden.name) is not seen", hint: HiddenCharacter.hint)
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
/// A file that was there keeps its permissions, a link goes on leading where it led, and what is no file (a pipe, a
/// terminal, another device) is written to as it is.
///
/// - Throws: `FileError` where the path cannot be written; what stood there stays.
@safe
func writeFile(_ bytes: [UInt8], to path: String) throws {
  func failed(_ code: Int32) -> FileError {
    FileError(
      message: "cannot write \(path): \(unsafe String(cString: strerror(code)))",
      hint: "Nothing was written; name another file.")
  }
  var present = stat()
  let isThere = unsafe stat(path, &present) == 0
  if isThere, present.st_mode & S_IFMT != S_IFREG, present.st_mode & S_IFMT != S_IFDIR {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed(errno) }
    defer { close(descriptor) }
    return try write(bytes, to: descriptor, failed)
  }
  if isThere, unsafe access(path, W_OK) != 0 { throw failed(errno) }
  let target = linkTarget(of: path)
  let partial = target + ".partial"
  func failedPartial(_ code: Int32) -> FileError {
    unsafe unlink(partial)
    return failed(code)
  }
  let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw failedPartial(errno) }
  do {
    defer { close(descriptor) }
    if isThere { _ = fchmod(descriptor, present.st_mode & 0o7777) }
    try write(bytes, to: descriptor, failedPartial)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failedPartial(errno) }
  }
  guard unsafe rename(partial, target) == 0 else { throw failedPartial(errno) }
}

/// Where a path leads in the end; the path itself where nothing is there.
@safe
private func linkTarget(of path: String) -> String {
  guard let found = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(found) }
  return unsafe String(cString: found)
}

/// Writes all the bytes.
@safe
private func write(_ bytes: [UInt8], to descriptor: Int32, _ failed: (Int32) -> FileError) throws {
  var start = 0
  while start < bytes.count {
    let count = unsafe bytes[start...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw failed(errno) }
    start += count
  }
}
