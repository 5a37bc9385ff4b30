import Clibgit2

extension Repository {
  /// Stores the content of a file; storing it again costs little and changes nothing.
  package func writeBlob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    try write(content.span)
  }

  /// Stores a text as the content of a file, in UTF-8.
  package func writeBlob(_ content: String) throws(GitError) -> ObjectID {
    try write(content.utf8Span.span)
  }

  private func write(_ content: Span<UInt8>) throws(GitError) -> ObjectID {
    var id = git_oid()
    try database.call("write a blob") { database in
      unsafe content.withUnsafeBytes { bytes in
        unsafe git_odb_write(&id, database, bytes.baseAddress, bytes.count, GIT_OBJECT_BLOB)
      }
    }
    return gather(id)
  }

  /// Stores a commit; no reference moves, so nothing shows until ``move(_:message:)``.
  ///
  /// - Throws: `.invalidName` where a signature or the message holds what a commit cannot, `.notFound` where the tree
  ///   or a parent is missing.
  package func writeCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(GitError) -> ObjectID {
    let action = "write a commit"
    try refuseNull(in: message, action)
    for parent in parents where try kind(of: parent) != .commit {
      throw GitError(.wrongKind, action, "its parent \(parent) is no commit")
    }
    if try kind(of: tree) != .tree { throw GitError(.wrongKind, action, "\(tree) is no tree") }
    git_error_clear()
    let parentNames = parents.map(\.c)
    var treeName = tree.c
    var id = git_oid()
    try author.withC(action) { author throws(GitError) in
      try committer.withC(action) { committer throws(GitError) in
        _ = try gate(action) {
          unsafe parentNames.withUnsafeBufferPointer { names in
            var pointers = unsafe names.indices.map { index in
              unsafe names.baseAddress.map { unsafe $0 + index }
            }
            return unsafe git_commit_create_from_ids(
              &id, handle.pointer, nil, author, committer, nil, message, &treeName, pointers.count, &pointers)
          }
        }
      }
    }
    // libgit2 1.5 reports success where the disk was too full for the commit, and leaves the reason as its last error.
    let reason = GitError(status: GIT_ERROR.rawValue) { action }
    if !contains(ObjectID(id)) { throw reason }
    return gather(id)
  }

  /// Stores an annotated tag; the reference `refs/tags/…` is moved like any other.
  package func writeTag(
    _ name: String, of target: ObjectID, tagger: Signature, message: String
  ) throws(GitError) -> ObjectID {
    let action = "write the tag \(name)"
    try refuseNull(in: message, action)
    try checkName("refs/tags/" + name, action)
    let marked = try object(target, GIT_OBJECT_ANY, "read the object")
    var id = git_oid()
    try tagger.withC(action) { tagger throws(GitError) in
      _ = try marked.call(action) { marked in
        unsafe git_tag_annotation_create(&id, handle.pointer, name, marked, tagger, message)
      }
    }
    return gather(id)
  }

  /// Notes an object that was written, for the pack that is being gathered.
  @discardableResult
  func gather(_ id: git_oid) -> ObjectID {
    let id = ObjectID(id)
    gathered?.note(id)
    return id
  }
}
