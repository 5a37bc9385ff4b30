import Clibgit2

/// The four kinds of git object.
package enum ObjectKind: Sendable {
  case commit, tree, blob, tag
}

extension Repository {
  /// The kind of an object.
  ///
  /// - Throws: `.notFound`.
  /// - Cost: reads no content.
  package func kind(of id: ObjectID) throws(GitError) -> ObjectKind {
    var id = id.c
    var length = 0
    var kind = GIT_OBJECT_INVALID
    try explainingMissing { () throws(GitError) in
      _ = try database.call("read the object \(ObjectID(id))") { database in
        unsafe git_odb_read_header(&length, &kind, database, &id)
      }
    }
    switch kind {
    case GIT_OBJECT_COMMIT: return .commit
    case GIT_OBJECT_TREE: return .tree
    case GIT_OBJECT_BLOB: return .blob
    case GIT_OBJECT_TAG: return .tag
    default: throw GitError(.damaged, "read the object \(ObjectID(id))", "it is of no kind that git knows")
    }
  }

  /// Whether the repository has an object of this name.
  package func contains(_ id: ObjectID) -> Bool {
    var id = id.c
    return database.value { database in unsafe git_odb_exists(database, &id) == 1 }
  }

  /// The object whose name begins with these hexadecimal digits, four at least.
  ///
  /// - Throws: `.invalidName` for anything but 4 to 40 digits, `.notFound`, `.ambiguous`.
  package func object(startingWith digits: String) throws(GitError) -> ObjectID {
    let action = "find the object \(digits)"
    guard (ObjectID.shortestPrefix...ObjectID.digitCount).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ ObjectID.value(ofDigit: $0) != nil })
    else { throw GitError(.invalidName, action, "a name has \(ObjectID.shortestPrefix) to 40 hexadecimal digits") }
    var prefix = git_oid()
    var found = git_oid()
    try gate(action) { unsafe git_oid_fromstrn(&prefix, digits, digits.utf8.count) }
    try database.call(action) { database in
      unsafe git_odb_exists_prefix(&found, database, &prefix, digits.utf8.count)
    }
    return ObjectID(found)
  }

  /// Reads an object whole and lends its bytes.
  ///
  /// Those of a file and of a commit are compared with their name, so that what somebody put in their place is never printed
  /// nor kept. A tree is only where ``Library/checkHashes()`` was called: folders are long, and all but a few entries of one
  /// are those of the one before.
  ///
  /// - Throws: `.damaged` where the bytes are not those that the name stands for.
  func withContent<Value>(
    of id: ObjectID, _ kind: git_object_t, _ action: String,
    _ body: (Span<UInt8>) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    var name = id.c
    let object = try explainingMissing { () throws(GitError) in
      try database.value { database throws(GitError) in
        try Handle<DatabaseEntryObject>("\(action) \(id)") { made in unsafe git_odb_read(&made, database, &name) }
      }
    }
    return try object.value { object throws(GitError) in
      if unsafe git_odb_object_type(object) != kind {
        throw GitError(.wrongKind, "\(action) \(id)", "the object is of another kind")
      }
      let bytes = unsafe UnsafeRawBufferPointer(
        start: git_odb_object_data(object), count: git_odb_object_size(object))
      if kind == GIT_OBJECT_BLOB || kind == GIT_OBJECT_COMMIT {
        var found = git_oid()
        try gate("\(action) \(id)") { unsafe git_odb_hash(&found, bytes.baseAddress, bytes.count, kind) }
        guard ObjectID(found) == id else {
          throw GitError(.damaged, "\(action) \(id)", "its content is not the one that has this name")
        }
      }
      return try body(unsafe bytes.bindMemory(to: UInt8.self).span)
    }
  }

  /// Looks up a parsed object.
  func object(_ id: ObjectID, _ kind: git_object_t, _ action: String) throws(GitError) -> Handle<ObjectObject> {
    var name = id.c
    let found = try explainingMissing { () throws(GitError) in
      try Handle<ObjectObject>("\(action) \(id)") { made in
        unsafe git_object_lookup(&made, handle.pointer, &name, GIT_OBJECT_ANY)
      }
    }
    let foundKind = found.value { object in unsafe git_object_type(object) }
    if kind != GIT_OBJECT_ANY, foundKind != kind {
      throw GitError(.wrongKind, "\(action) \(id)", "the object is of another kind")
    }
    return found
  }
}
