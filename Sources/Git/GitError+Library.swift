import Clibgit2
import Glibc

extension GitError {
  /// The error that libgit2 left behind on this thread, which is forgotten.
  ///
  /// - Parameters:
  ///   - status: what the C function returned; negative.
  ///   - action: what was being done.
  @safe
  init(status: Int32, action: () -> String) {
    var category: UInt32 = 0
    var message = "libgit2 gives no reason (\(status))"
    if let last = unsafe git_error_last() {
      category = unsafe UInt32(bitPattern: last.pointee.klass)
      if let text = unsafe last.pointee.message { message = unsafe String(cString: text) }
    }
    git_error_clear()
    let code = GitError.code(status: status, category: category, message: message)
    if code == .unreadable, let path = GitError.forbiddenFile(message) {
      self.init(unreadable: path, action(), errno: EACCES)
    } else {
      self.init(code, action(), message)
    }
  }

  /// What a failed system call means for the caller.
  init(errno number: Int32, action: String, at path: String) {
    let code: Code =
      switch number {
      case ENOSPC, EDQUOT: .noSpace
      case EACCES, EPERM, EROFS: .permission
      case EEXIST, ENOTEMPTY, ENOTDIR: .exists
      case ENOENT: .notFound
      default: .other
      }
    self.init(code, action, "\(path): \(GitError.text(ofErrno: number))")
  }

  /// The meaning of a libgit2 failure.
  ///
  /// libgit2 reports a full disk and a forbidden file by the system's words at the end of its message alone.
  static func code(status: Int32, category: UInt32, message: String) -> Code {
    switch git_error_code(rawValue: status) {
    case GIT_ENOTFOUND: return .notFound
    case GIT_EEXISTS: return .exists
    case GIT_EAMBIGUOUS: return .ambiguous
    case GIT_EMODIFIED: return .referenceMoved
    case GIT_EINVALIDSPEC: return .invalidName
    case GIT_ELOCKED: return forbiddenFile(message) == nil ? .locked : .unreadable
    case GIT_EMISMATCH: return .damaged
    case GIT_EOWNER: return .permission
    default: break
    }
    for (number, code) in systemCodes where message.hasSuffix(text(ofErrno: number)) { return code }
    switch git_error_t(rawValue: category) {
    case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT, GIT_ERROR_TREE, GIT_ERROR_SHA: return .damaged
    default: return .other
    }
  }

  private static let systemCodes: [(Int32, Code)] = [
    (ENOSPC, .noSpace), (EDQUOT, .noSpace), (EACCES, .permission), (EPERM, .permission), (EROFS, .permission),
  ]

  /// The file that may not be read, of which libgit2 says that it is locked: `failed open - '…/VEN' is locked: …`.
  private static func forbiddenFile(_ message: String) -> String? {
    guard message.hasSuffix(text(ofErrno: EACCES)) else { return nil }
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count < 3 ? nil : parts.dropFirst().dropLast().joined(separator: "'")
  }

  @safe
  static func text(ofErrno number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }
}
