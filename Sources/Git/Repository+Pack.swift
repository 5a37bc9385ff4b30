import Clibgit2

extension Repository {
  /// Runs `body`, keeps in memory what it writes, and stores all of it as one pack, synced to disk, at the end.
  ///
  /// For more than some twenty objects: each costs a fraction of what it costs alone, in time and on disk. Inside, what
  /// was written can be read; references cannot move, because nothing may point to what is not on disk yet. Inside
  /// another `inOnePack` it just runs `body`.
  ///
  /// - Throws: what `body` throws, with nothing left behind; `.noSpace` and the like from the writing of the pack.
  package func inOnePack<Value>(_ body: () throws -> Value) throws -> Value {
    if gathered != nil { return try body() }
    let disk = path + "objects"
    var memory = try Handle<DatabaseObject>("open the object database") { made in unsafe git_odb_open(&made, disk) }
    try readLooseObjectsWhole(in: memory)
    try addMemory(to: memory)
    try use(memory)
    swap(&database, &memory)
    gathered = Gathered()
    var isDone = false
    // From here `memory` is the database on disk, and comes back whatever happens.
    defer {
      swap(&database, &memory)
      gathered = nil
      restore(forgettingWhatWasRead: !isDone)
    }
    let value = try body()
    try writePack(notIn: memory, to: disk + "/pack")
    isDone = true
    return value
  }

  @safe
  private func addMemory(to database: borrowing Handle<DatabaseObject>) throws(GitError) {
    let action = "gather objects in memory"
    var backend: UnsafeMutablePointer<git_odb_backend>?
    try gate(action) { unsafe git_mempack_new(&backend) }
    // The database owns the backend from here on. The priority is above those of the backends on disk.
    try database.call(action) { database in unsafe git_odb_add_backend(database, backend, 999) }
  }

  private func use(_ database: borrowing Handle<DatabaseObject>) throws(GitError) {
    try database.call("change the object database") { database in
      unsafe git_repository_set_odb(handle.pointer, database)
    }
  }

  /// Goes back to the database on disk.
  ///
  /// After a failure libgit2 must also forget what it cached, or it would go on finding objects that never were stored.
  @safe
  private func restore(forgettingWhatWasRead forgets: Bool) {
    if forgets { unsafe git_repository__cleanup(handle.pointer) }
    database.value { database in
      unsafe git_repository_set_odb(handle.pointer, database)
      if !forgets { unsafe git_odb_refresh(database) }
    }
  }

  private func writePack(notIn disk: borrowing Handle<DatabaseObject>, to folder: String) throws(GitError) {
    let action = "write the pack"
    let builder = try Handle<PackBuilderObject>(action) { made in unsafe git_packbuilder_new(&made, handle.pointer) }
    let gathered = gathered ?? Gathered()
    for id in gathered.ids {
      var name = id.c
      let isStored = disk.value { disk in
        unsafe git_odb_exists_ext(disk, &name, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 1
      }
      if !isStored {
        try builder.call(action) { builder in
          unsafe git_packbuilder_insert(builder, &name, gathered.paths[id])
        }
      }
    }
    if builder.value({ builder in unsafe git_packbuilder_object_count(builder) == 0 }) { return }
    try builder.call(action) { builder in unsafe git_packbuilder_write(builder, folder, 0, nil, nil) }
    syncFolder(folder)
  }
}
