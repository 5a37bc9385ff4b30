import Clibgit2
import Glibc

/// A git repository, bare or with a work tree, opened by one thread.
///
/// Values go in and come out; nothing of libgit2 leaves this target. Not `Sendable`: a libgit2 repository serves one
/// thread at a time, so each task opens its own (some 0.2 ms once libgit2 runs).
package final class Repository {
  let handle: Handle<RepositoryObject>

  /// Where objects are read from and written to; another one while a pack is gathered (``inOnePack(_:)``).
  var database: Handle<DatabaseObject>

  /// What was written since a pack was begun; `nil` where none is open.
  var gathered: Gathered?

  /// Where references are to be moved by acts that are one, by their names; `nil` where each moves at once.
  var planned: [String: ReferenceMove]?

  private init(_ handle: consuming Handle<RepositoryObject>) throws(GitError) {
    database = try Handle("open the object database") { made in
      unsafe git_repository_odb(&made, handle.pointer)
    }
    self.handle = handle
    try readLooseObjectsWhole(in: database)
  }

  /// Has an object whose file was cut off refused, which libgit2 1.5 would never stop reading.
  func readLooseObjectsWhole(in database: borrowing Handle<DatabaseObject>) throws(GitError) {
    for folder in objectFolders {
      try database.call("open the object database") { database in
        unsafe git_read_loose_objects_whole(database, folder)
      }
    }
  }

  /// Opens the repository at a path: a bare repository's folder, a `.git` folder, or a folder that holds `.git`.
  ///
  /// - Throws: `.notARepository`, also where nothing is at `path`; `.unreadable` where it may not be looked into;
  ///   `.permission` where it belongs to someone else.
  package static func open(at path: String) throws(GitError) -> Repository {
    try open(path, GIT_REPOSITORY_OPEN_NO_SEARCH)
  }

  /// Opens the repository that holds `folder`: the one there, or the nearest one above it.
  ///
  /// - Throws: `.notARepository` where no folder up to the root is one.
  package static func discover(from folder: String) throws(GitError) -> Repository {
    try open(folder, GIT_REPOSITORY_OPEN_CROSS_FS)
  }

  private static func open(_ path: String, _ flags: git_repository_open_flag_t) throws(GitError) -> Repository {
    let action = "open the repository at \(path)"
    try refuseNull(in: path, action)
    try Library.start()
    do throws(GitError) {
      return try Repository(
        Handle(action) { made in unsafe git_repository_open_ext(&made, path, flags.rawValue, nil) })
    } catch  where error.code == .notFound {
      // libgit2 1.5 looks there whether a folder of somebody else's may be trusted, and says only that.
      if error.message.contains("safe.directory") {
        throw GitError(
          .permission, error.action, "it belongs to another user",
          hint: "If you trust it, type: git config --global --add safe.directory '\(absolute(path))'")
      }
      try refuseIllegible(at: path, action, isFolder(path) ? R_OK | X_OK : F_OK)
      throw GitError(.notARepository, error.action, error.message)
    }
  }

  /// A path from the root, links followed; the path itself where nothing is there.
  @safe
  private static func absolute(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The folder of the repository itself (`…/.git/` where there is a work tree), with a slash at its end.
  package var path: String {
    handle.value { pointer in unsafe String(cString: git_repository_commondir(pointer)) }
  }

  /// Whether the repository has no work tree.
  package var isBare: Bool {
    handle.value { pointer in unsafe git_repository_is_bare(pointer) == 1 }
  }
}
