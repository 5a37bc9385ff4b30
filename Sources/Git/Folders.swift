import Glibc

/// Makes a folder and those above it; one that exists already is as good.
func makeFolders(_ path: String, _ action: String) throws(GitError) {
  if unsafe mkdir(path, 0o777) == 0 || isFolder(path) { return }
  guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
    throw GitError(errno: errno, action: action, at: path)
  }
  try makeFolders(String(path[..<slash]), action)
  if unsafe mkdir(path, 0o777) != 0, !isFolder(path) { throw GitError(errno: errno, action: action, at: path) }
}

/// Passes where nothing is at `path` and where an empty folder is.
@safe
func refuseAnythingButAnEmptyFolder(at path: String, _ action: String) throws(GitError) {
  guard let folder = unsafe opendir(path) else {
    switch errno {
    case ENOENT: return
    case ENOTDIR: throw GitError(.exists, action, "\(path) is a file")
    default: throw GitError(errno: errno, action: action, at: path)
    }
  }
  unsafe closedir(folder)
  if !namesInFolder(path).isEmpty { throw GitError(.exists, action, "\(path) is not empty") }
}

/// Makes a folder with a name of its own, readable as the process's mask says.
///
/// - Parameter template: its path, with `XXXXXX` at the end, which becomes something new.
@safe
func makeTemporaryFolder(_ template: String, _ action: String) throws(GitError) -> String {
  var bytes = template.utf8CString
  let made = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  guard let made else { throw GitError(errno: errno, action: action, at: template) }
  let mask = umask(0)
  umask(mask)
  unsafe chmod(made, 0o777 & ~mask)
  return made
}

/// Removes a folder, or a file, with all that is in it, as far as that can be done; links are not followed.
@safe
package func removeFolder(_ path: String) {
  if unsafe unlink(path) == 0 { return }
  for name in namesInFolder(path) { removeFolder(path + "/" + name) }
  unsafe rmdir(path)
}

/// The names in a folder, in no order; none where it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  do throws(GitError) { return try namesInReadableFolder(path, "") } catch { return [] }
}

/// The names in a folder, in no order; none where there is no such folder.
///
/// - Throws: `.unreadable` where something is there that cannot be read as a folder.
@safe
func namesInReadableFolder(_ path: String, _ action: String) throws(GitError) -> [String] {
  guard let folder = unsafe opendir(path) else {
    let reason = errno
    if reason == ENOENT || reason == ENOTDIR, !isLink(path), !isFile(path) { return [] }
    throw GitError(unreadable: path, action, errno: reason)
  }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { text in
      unsafe String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Has the names in a folder reach the disk.
func syncFolder(_ path: String) {
  let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

/// Whether a link stands at `path`, wherever it leads.
func isLink(_ path: String) -> Bool {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  var status = stat()
  return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

func isFile(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

func isFolder(_ path: String) -> Bool {
  let saved = errno
  defer { errno = saved }
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
