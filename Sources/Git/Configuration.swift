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

extension Repository {
  /// Where the other repositories are that this one was copied from, or that it is copied to.
  @safe
  package func addressesOfRemotes() throws(GitError) -> [String] {
    let action = "read the addresses of other repositories"
    let configuration = try Handle<ConfigurationObject>(action) { made in
      unsafe git_repository_config_snapshot(&made, handle.pointer)
    }
    let iterator = try configuration.value { configuration throws(GitError) in
      try Handle<ConfigurationIteratorObject>(action) { made in
        unsafe git_config_iterator_glob_new(&made, configuration, "^remote\\..*\\.url$")
      }
    }
    var addresses: [String] = []
    while true {
      var entry: UnsafeMutablePointer<git_config_entry>?
      let status = try iterator.value { iterator throws(GitError) in
        let status = unsafe git_config_next(&entry, iterator)
        return status == GIT_ITEROVER.rawValue ? status : try gate(action) { status }
      }
      guard status != GIT_ITEROVER.rawValue, let value = unsafe entry?.pointee.value else { return addresses }
      unsafe addresses.append(String(cString: value))
    }
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
