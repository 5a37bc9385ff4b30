import Clibgit2

extension Repository {
  /// A tree like `base`, but for some files.
  ///
  /// - Parameters:
  ///   - base: the tree to begin with; an empty one for `nil`.
  ///   - changes: the blob that each path shall hold, the names of the path joined by `/`; `nil` removes what is
  ///     there, a folder with all that is in it, and does nothing where nothing is. Removals come first. A folder that
  ///     becomes empty goes. A file that was executable stays so.
  /// - Returns: `base` itself where nothing changes.
  /// - Throws: `.invalidName` for a path that git cannot store (an empty part, `.`, `..`, `.git`), `.exists` where a
  ///   folder stands in the way of a file or a file in the way of a folder.
  /// - Cost: proportional to the size of the folders that the paths lead through.
  package func tree(from base: ObjectID?, changing changes: [String: ObjectID?]) throws(GitError) -> ObjectID {
    let root = FolderChange()
    for (path, blob) in changes { try root.insert(blob, at: path) }
    if let edited = try edited(base, root, path: "") { return edited }
    return try write(treeBuilder(from: nil, path: ""), path: "")
  }

  /// The folder after the change; `nil` where it holds nothing any more.
  private func edited(_ base: ObjectID?, _ change: FolderChange, path: String) throws(GitError) -> ObjectID? {
    let builder = try treeBuilder(from: base, path: path)
    for (name, part) in change.parts {
      let place = path + name
      var old = try builder.entry(name, "read the folder \(path)")
      if part.isRemoved, old != nil {
        try builder.call("remove \(place)") { builder in unsafe git_treebuilder_remove(builder, name) }
        old = nil
      }
      if let blob = part.blob {
        if part.folder != nil || old?.isFolder == true {
          throw GitError(.exists, "write the file \(place)", "a folder of that name is in the way")
        }
        gathered?.note(place, of: blob)
        do throws(GitError) {
          try builder.insert(name, blob, old?.kind == .executable ? .executable : .file, "write the file \(place)")
        } catch {
          // libgit2 has one error for an object that is missing and for one that is no blob.
          if try kind(of: blob) != .blob { throw GitError(.wrongKind, error.action, "\(blob) is no blob") }
          throw error
        }
      } else if let folder = part.folder {
        if let old, !old.isFolder {
          throw GitError(.exists, "write the folder \(place)", "a file of that name is in the way")
        }
        if let id = try edited(old?.id, folder, path: place + "/") {
          try builder.insert(name, id, .folder, "write the folder \(place)")
        } else if old != nil {
          try builder.call("remove \(place)") { builder in unsafe git_treebuilder_remove(builder, name) }
        }
      }
    }
    if builder.value({ builder in unsafe git_treebuilder_entrycount(builder) == 0 }) { return nil }
    return try write(builder, path: path)
  }

  private func treeBuilder(from base: ObjectID?, path: String) throws(GitError) -> Handle<TreeBuilderObject> {
    let action = "change the folder \(path)"
    guard let base else {
      return try Handle(action) { made in unsafe git_treebuilder_new(&made, handle.pointer, nil) }
    }
    return try object(base, GIT_OBJECT_TREE, "read the tree").value { tree throws(GitError) in
      try Handle(action) { made in unsafe git_treebuilder_new(&made, handle.pointer, tree) }
    }
  }

  private func write(_ builder: borrowing Handle<TreeBuilderObject>, path: String) throws(GitError) -> ObjectID {
    var id = git_oid()
    try builder.call("write the folder \(path)") { builder in unsafe git_treebuilder_write(&id, builder) }
    let folder = gather(id)
    gathered?.note(path, of: folder)
    return folder
  }
}

extension Handle where Object == TreeBuilderObject {
  fileprivate borrowing func entry(_ name: String, _ action: String) throws(GitError) -> TreeEntry? {
    try value { builder throws(GitError) in
      guard let entry = unsafe git_treebuilder_get(builder, name) else { return nil }
      return try unsafe TreeEntry(entry, action)
    }
  }

  fileprivate borrowing func insert(
    _ name: String, _ id: ObjectID, _ kind: TreeEntry.Kind, _ action: String
  ) throws(GitError) {
    var id = id.c
    try call(action) { builder in
      unsafe git_treebuilder_insert(nil, builder, name, &id, git_filemode_t(rawValue: kind.rawValue))
    }
  }
}
