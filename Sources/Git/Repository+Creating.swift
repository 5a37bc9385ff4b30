import Clibgit2
import Glibc

extension Repository {
  /// Makes a repository; after a failure, or a killed process, nothing is at `path`.
  ///
  /// It is built in a hidden folder beside `path` and moved there as a last step, once `fill` has put into it what it
  /// must hold from its first moment. A killed process leaves at most that hidden folder (``PartialFolder``), which the next
  /// one to make something at `path` takes away.
  ///
  /// - Parameters:
  ///   - path: an empty folder, or nothing yet; folders above it are made where they are missing.
  ///   - initialBranch: what HEAD names: `main` for `refs/heads/main`.
  ///   - description: the text of the file `description`, which web viewers show.
  ///   - isBare: whether there is no work tree; otherwise the repository is `path/.git`.
  /// - Throws: `.exists` where something is there already; what `fill` throws.
  package static func create(
    at path: String, initialBranch: String = "main", description: String = "", isBare: Bool = true,
    filling fill: (Repository) throws -> Void = { _ in }
  ) throws -> Repository {
    let action = "make a repository at \(path)"
    let place = Place(path)
    try refuseNull(in: path + initialBranch + description, action)
    try Library.start()
    try makeFolders(place.parent, action)
    try refuseAnythingButAnEmptyFolder(at: place.path, action)
    let partial = try PartialFolder(in: place.parent, for: place.name, action)
    do {
      try initialize(partial.path, initialBranch: initialBranch, description: description, isBare: isBare, action)
      try fill(open(at: partial.path))
      try partial.move(to: place.path, action)
    } catch {
      removeFolder(partial.path)
      throw error
    }
    syncFolder(place.parent)
    return try open(at: place.path)
  }

  @safe
  private static func initialize(
    _ folder: String, initialBranch: String, description: String, isBare: Bool, _ action: String
  ) throws(GitError) {
    var options = unsafe git_repository_init_options()
    try gate(action) {
      unsafe git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    }
    unsafe options.flags = GIT_REPOSITORY_INIT_NO_REINIT.rawValue | (isBare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
    _ = try Handle<RepositoryObject>(action) { made in
      unsafe initialBranch.withCString { branch in
        unsafe description.withCString { text in
          unsafe options.initial_head = branch
          unsafe options.description = description.isEmpty ? nil : text
          return unsafe git_repository_init_ext(&made, folder, &options)
        }
      }
    }
  }
}

/// A path taken apart: the folder above, and the last name.
private struct Place {
  let path: String
  let parent: String
  let name: String

  init(_ given: String) {
    var path = Substring(given)
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = String(path)
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      parent = slash == path.startIndex ? "/" : String(path[..<slash])
      name = String(path[path.utf8.index(after: slash)...])
    } else {
      parent = "."
      name = String(path)
    }
  }
}
