import Clibgit2

/// One name in a folder.
package struct TreeEntry: Hashable, Sendable {
  package enum Kind: UInt32, Sendable {
    case file = 0o100644
    case executable = 0o100755
    case link = 0o120000
    case folder = 0o040000
    case submodule = 0o160000
  }

  /// The last part of its path; bytes that are no UTF-8 are replaced by U+FFFD.
  package var name: String
  package var id: ObjectID
  package var kind: Kind

  /// Whether the object is a tree and not a blob.
  package var isFolder: Bool { kind == .folder }

  init(_ entry: OpaquePointer, _ action: @autoclosure () -> String) throws(GitError) {
    let mode = unsafe git_tree_entry_filemode(entry).rawValue
    guard let kind = Kind(rawValue: mode == 0o100664 ? 0o100644 : mode),
      let id = unsafe ObjectID(git_tree_entry_id(entry)), let name = unsafe git_tree_entry_name(entry)
    else { throw GitError(.damaged, action(), "an entry of the folder has the mode \(String(mode, radix: 8))") }
    self.name = unsafe String(cString: name)
    self.id = id
    self.kind = kind
  }
}
