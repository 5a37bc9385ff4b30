import Clibgit2

extension Repository {
  /// The content of a file.
  ///
  /// - Throws: `.notFound`, `.wrongKind`, `.damaged`.
  package func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try withContent(of: id, GIT_OBJECT_BLOB, "read the blob") { bytes in
      unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    }
  }

  /// The content of a file as text.
  ///
  /// - Throws: `.damaged` where it is not UTF-8; the message names the byte at which that shows. Else like ``blob(_:)``.
  package func text(_ id: ObjectID) throws(GitError) -> String {
    try withContent(of: id, GIT_OBJECT_BLOB, "read the blob") { bytes throws(GitError) in
      do throws(UTF8.ValidationError) {
        return String(copying: try UTF8Span(validating: bytes))
      } catch {
        throw GitError(.damaged, "read the text \(id)", "not UTF-8 at byte \(error.byteOffsets.lowerBound)")
      }
    }
  }

  /// What a folder holds, in git's order.
  package func tree(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
    try object(id, GIT_OBJECT_TREE, "read the tree").value { tree throws(GitError) in
      let count = unsafe git_tree_entrycount(tree)
      var entries: [TreeEntry] = []
      entries.reserveCapacity(count)
      for index in 0..<count {
        guard let entry = unsafe git_tree_entry_byindex(tree, index) else { break }
        entries.append(try unsafe TreeEntry(entry, "read the tree \(id)"))
      }
      return entries
    }
  }

  /// What stands at a path below a tree; `nil` where nothing does.
  ///
  /// - Parameter path: names joined by `/`, without one at either end.
  package func entry(at path: String, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    let action = "find \(path) in the tree \(tree)"
    try refuseNull(in: path, action)
    return try object(tree, GIT_OBJECT_TREE, "read the tree").value { root throws(GitError) in
      do throws(GitError) {
        let entry = try Handle<TreeEntryObject>(action) { made in unsafe git_tree_entry_bypath(&made, root, path) }
        return try entry.value { entry throws(GitError) in try unsafe TreeEntry(entry, action) }
      } catch  where error.code == .notFound {
        return nil
      }
    }
  }

  /// A commit with all that it says.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let usual = try withContent(of: id, GIT_OBJECT_COMMIT, "read the commit") { bytes in
      unsafe bytes.withUnsafeBytes { unsafe CommitReading.commit(id, Array($0)) }
    }
    if let usual { return usual }
    return try object(id, GIT_OBJECT_COMMIT, "read the commit").value { commit throws(GitError) in
      guard let tree = unsafe ObjectID(git_commit_tree_id(commit)),
        let author = unsafe git_commit_author(commit), let committer = unsafe git_commit_committer(commit),
        let message = unsafe git_commit_message(commit)
      else { throw GitError(.damaged, "read the commit \(id)", "a part of it is missing") }
      let parentCount = unsafe git_commit_parentcount(commit)
      let parents = (0..<parentCount).compactMap {
        unsafe ObjectID(git_commit_parent_id(commit, $0))
      }
      return unsafe Commit(
        id: id, tree: tree, parents: parents, author: Signature(author), committer: Signature(committer),
        message: String(cString: message))
    }
  }

  /// An annotated tag with all that it says.
  package func tag(_ id: ObjectID) throws(GitError) -> Tag {
    try object(id, GIT_OBJECT_TAG, "read the tag").value { tag throws(GitError) in
      guard let target = unsafe ObjectID(git_tag_target_id(tag)), let name = unsafe git_tag_name(tag) else {
        throw GitError(.damaged, "read the tag \(id)", "a part of it is missing")
      }
      return unsafe Tag(
        id: id, target: target, name: String(cString: name), tagger: git_tag_tagger(tag).map { Signature($0) },
        message: git_tag_message(tag).map { unsafe String(cString: $0) } ?? "")
    }
  }

  /// The commit that a name stands for: the commit itself, or what an annotated tag marks in the end.
  ///
  /// - Throws: `.wrongKind` for a tree, a blob, or a tag of one.
  package func commit(markedBy id: ObjectID) throws(GitError) -> ObjectID {
    var id = id
    while try kind(of: id) == .tag { id = try tag(id).target }
    if try kind(of: id) != .commit { throw GitError(.wrongKind, "find the commit of \(id)", "it marks no commit") }
    return id
  }
}
