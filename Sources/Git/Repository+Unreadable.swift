internal import Glibc

/// What stands in a repository and cannot be read.
///
/// libgit2 takes a folder of references that it may not open, and a link that leads nowhere, for nothing at all: then a
/// draft would be told as if nobody had proposed anything.
extension Repository {
  /// Throws where what keeps a reference cannot be read: a folder above its file, the file, or that of many.
  func refuseUnreadable(_ name: String, _ action: String) throws(GitError) {
    var place = ""
    for part in name.split(separator: "/") {
      place += place.isEmpty ? String(part) : "/" + part
      try refuseIllegible(at: path + place, action, F_OK)
    }
    try refuseIllegible(at: path + name, action)
    try refuseIllegible(at: path + "packed-refs", action)
  }

  /// Throws where a reference in a folder cannot be read, or a folder in it.
  ///
  /// - Parameters:
  ///   - known: the references that were read.
  ///   - isInner: whether it is a folder in the one that was asked for: what its files say is not looked at.
  func refuseUnreadable(
    under prefix: String, besides known: Set<String>, _ action: String, isInner: Bool = false
  ) throws(GitError) {
    guard prefix.hasSuffix("/") else { return }
    let above = String(prefix.dropLast())
    if isFile(path + above) {
      // A reference of that name, besides which none can stand under it.
      _ = try reference(above)
      return
    }
    for name in try namesInReadableFolder(path + prefix, action) where !name.hasSuffix(".lock") {
      let inner = prefix + name
      if known.contains(inner) { continue }
      if isFolder(path + inner) {
        try refuseUnreadable(under: inner + "/", besides: known, action, isInner: true)
      } else {
        try refuseIllegible(at: path + inner, action)
        if !isInner { _ = try reference(inner) }
      }
    }
  }
}

/// Throws where something is at `path` that may not be read, or a link that leads nowhere.
///
/// - Parameter mode: what must be allowed: to read it, to look what is in it, or nothing but to find it.
func refuseIllegible(at path: String, _ action: String, _ mode: Int32 = R_OK) throws(GitError) {
  if unsafe access(path, mode) == 0 { return }
  let reason = errno
  if (reason == ENOENT || reason == ENOTDIR) && !isLink(path) { return }
  throw GitError(unreadable: path, action, errno: reason)
}

extension GitError {
  /// The error for what is there and cannot be read.
  init(unreadable path: String, _ action: String, errno number: Int32) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.init(.unreadable, action, "\(path): \(GitError.text(ofErrno: number))")
  }
}
