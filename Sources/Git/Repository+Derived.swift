internal import Clibgit2
internal import Glibc

/// Files in the repository's own folder `amend/`: what can be made again from the repository at any time.
///
/// Nothing depends on them. A file that is missing, cut off or damaged reads as none; one that cannot be written, in a
/// repository that is read-only or on a full disk, is left unwritten.
extension Repository {
  /// The content of such a file, its checksum checked; `nil` where there is none that is whole.
  package func derived(_ name: String) -> ArraySlice<UInt8>? {
    guard let bytes = Self.contents(ofFile: derivedPath(name)), bytes.count >= Self.derivedHeader.count + 8 else {
      return nil
    }
    let content = bytes[(Self.derivedHeader.count + 8)...]
    let header = Self.derivedHeader + Checksum(content).littleEndianBytes
    return bytes.starts(with: header) ? content : nil
  }

  /// Whether there is such a file, whole or not.
  package func hasDerived(_ name: String) -> Bool { unsafe access(derivedPath(name), F_OK) == 0 }

  /// The names of the files in a folder there, in order; none where there is no such folder.
  package func derivedNames(in folder: String) -> [String] { namesInFolder(derivedPath(folder)).sorted() }

  /// Puts a file in the place of the one that is there: whole or not at all, whoever else does the same at this moment.
  ///
  /// While acts are only planned nothing is kept, which may never be.
  ///
  /// - Parameter name: may begin with a folder's name and a slash.
  package func keepDerived(_ name: String, _ content: [UInt8]) {
    if planned != nil { return }
    let path = derivedPath(name)
    let fresh = path + ".new"
    _ = derivedFolder()
    if let end = name.lastIndex(of: "/") { unsafe mkdir(derivedPath(String(name[..<end])), 0o777) }
    var descriptor = unsafe Glibc.open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, errno == EEXIST, isAbandoned(fresh) {
      unsafe unlink(fresh)
      descriptor = unsafe Glibc.open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { return }
    let isWritten =
      write(Self.derivedHeader + Checksum(content[...]).littleEndianBytes, to: descriptor)
      && write(content, to: descriptor)
    close(descriptor)
    let isInPlace = isWritten && (unsafe rename(fresh, path)) == 0
    if !isInPlace { unsafe unlink(fresh) }
  }

  /// The name that git would give to bytes as a file's content; nothing is written.
  package func name(of bytes: [UInt8]) throws(GitError) -> ObjectID {
    var id = git_oid()
    try gate("name \(bytes.count) bytes") {
      unsafe bytes.withUnsafeBytes { unsafe git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB) }
    }
    return ObjectID(id)
  }

  /// Makes the folder of such files, where that can be done.
  ///
  /// - Returns: its path, with a slash at its end.
  package func derivedFolder() -> String {
    unsafe mkdir(self.path + "amend", 0o777)
    return path + "amend/"
  }

  private static let derivedHeader = Array("amend derived 1\n".utf8)

  private func derivedPath(_ name: String) -> String { path + "amend/" + name }

  /// Whether a file that is being written has not been touched for a minute: its writer was killed.
  private func isAbandoned(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mtim.tv_sec + 60 < time(nil)
  }

  /// The bytes of a file; `nil` where it cannot be read.
  @safe
  static func contents(ofFile path: String) -> [UInt8]? {
    // Without waiting, where it is a named pipe that nobody writes to.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got <= 0 { break }
        count += got
      }
    }
  }

  @safe
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var place = 0
      while place < buffer.count {
        let put = unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: place), buffer.count - place)
        if put <= 0 { return false }
        place += put
      }
      return true
    }
  }
}

extension Checksum {
  fileprivate var littleEndianBytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }
}
