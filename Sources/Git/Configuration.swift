import Clibgit2

/// A person as git's configuration names them: `user.name`, `user.email`.
package struct Identity: Hashable, Sendable {
  package var name: String?
  package var email: String?

  /// The person that the machine's and the user's configuration name, outside any repository.
  package static func configured() throws(GitError) -> Identity {
    try Library.start()
    return try Identity(Handle("read git's configuration") { made in unsafe git_config_open_default(&made) })
  }

  init(_ configuration: borrowing Handle<ConfigurationObject>) throws(GitError) {
    name = try configuration.text("user.name")
    email = try configuration.text("user.email")
  }
}

extension Repository {
  /// The person that the repository's configuration names, and what stands behind it.
  package func configuredIdentity() throws(GitError) -> Identity {
    try Identity(
      Handle("read the configuration of the repository") { made in
        unsafe git_repository_config_snapshot(&made, handle.pointer)
      })
  }
}

extension Handle where Object == ConfigurationObject {
  fileprivate borrowing func text(_ name: String) throws(GitError) -> String? {
    try value { configuration throws(GitError) in
      var buffer = unsafe git_buf()
      defer { unsafe git_buf_dispose(&buffer) }
      let exists = try gateToSomethingOptional("read \(name) from the configuration") {
        unsafe git_config_get_string_buf(&buffer, configuration, name)
      }
      guard exists, let text = unsafe buffer.ptr else { return nil }
      return unsafe String(cString: text)
    }
  }
}
