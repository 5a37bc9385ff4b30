import Clibgit2

/// libgit2 as a whole: what holds for every repository of the process.
package enum Library {
  /// Starts libgit2 the first time it is called, which takes some 1 ms; free of cost after that.
  ///
  /// From then on every object and reference is synced to disk before the call that writes it returns.
  static func start() throws(GitError) {
    try started.get()
  }

  private static let started: Result<Void, GitError> = Result { () throws(GitError) in
    try gate("start libgit2") { git_libgit2_init() }
    try gate("have files synced to disk") { git_option_sync_to_disk(1) }
    try gate("read objects as git does") { git_option_check_hashes(0) }
  }

  /// Has each object that is read compared with its name, from now on and in the whole process.
  ///
  /// Without it a damaged tree is known by the checksum of its compression, as git itself knows it; one that somebody
  /// replaced by another is not. Files and commits are compared always. Comparing trees too would make the first index of a
  /// history take half as long again.
  package static func checkHashes() throws(GitError) {
    try start()
    try gate("compare objects with their names") { git_option_check_hashes(1) }
  }

  /// Reads the person's and the machine's git configuration from one folder instead of their usual places.
  ///
  /// For tests: an empty folder means no configuration. Counts for repositories opened afterwards, in the whole process.
  @safe
  package static func readConfiguration(from folder: String) throws(GitError) {
    try start()
    let levels = [
      GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA,
    ]
    for level in levels {
      try gate("read the configuration from \(folder)") {
        unsafe git_option_configuration_folder(level.rawValue, folder)
      }
    }
  }
}
