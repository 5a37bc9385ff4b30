import Clibgit2

extension Repository {
  /// What a reference names, links followed; `nil` where it does not exist, or leads to one that does not.
  ///
  /// - Parameter name: the whole name: `refs/heads/main`, `HEAD`.
  package func reference(_ name: String) throws(GitError) -> ObjectID? {
    let action = "read the reference \(name)"
    try checkName(name, action)
    if let move = planned?[name] { return move.to }
    var id = git_oid()
    do throws(GitError) {
      return try readingReferences { () throws(GitError) in
        try gate(action) { unsafe git_reference_name_to_id(&id, handle.pointer, name) }
        return ObjectID(id)
      }
    } catch {
      try refuseUnreadable(name, action)
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// The references whose names begin with `prefix`, by name; references that only lead to others are left out.
  ///
  /// - Parameter prefix: `refs/heads/delegations/`.
  /// - Throws: also where a reference in that folder, or the folder, cannot be read, which must not look as if nothing were
  ///   there.
  package func references(under prefix: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    let action = "list the references under \(prefix)"
    try refuseNull(in: prefix, action)
    try refuseUnreadable(prefix, action)
    let found = try listedReferences(under: prefix)
    try refuseUnreadable(under: prefix, besides: Set(found.map(\.name)), action)
    return asPlanned(found.sorted { $0.name < $1.name }, under: prefix)
  }

  /// Whether there is a reference whose name begins with `prefix`, which is a folder's.
  ///
  /// - Cost: where there is one in a file of its own, it reads none.
  package func hasReferences(under prefix: String) throws(GitError) -> Bool {
    let folder = path + prefix
    if namesInFolder(folder).contains(where: { !$0.hasSuffix(".lock") && isFile(folder + $0) }) { return true }
    return try !references(under: prefix).isEmpty
  }

  /// The references whose files name nothing that git understands, with what is wrong.
  ///
  /// - Returns: their names; `packed-refs` for the file of many.
  /// - Cost: lists the folders of references.
  package func damagedReferences() -> [(name: String, complaint: String)] {
    var damaged: [(name: String, complaint: String)] = []
    func attempt(_ name: String, _ body: () throws(GitError) -> Void) {
      do throws(GitError) { try body() } catch { damaged.append((name, error.message)) }
    }
    attempt("HEAD") { () throws(GitError) in _ = try head() }
    attempt("packed-refs") { () throws(GitError) in _ = try listedReferences(under: "refs/") }
    for name in referenceFiles() where !name.hasSuffix(".lock") {
      attempt(name) { () throws(GitError) in _ = try reference(name) }
    }
    return damaged
  }

  /// The references that can be read, by name.
  package func legibleReferences(under prefix: String) -> [(name: String, id: ObjectID)] {
    do throws(GitError) {
      return try listedReferences(under: prefix).sorted { $0.name < $1.name }
    } catch {
      return []
    }
  }

  /// Reads references. Where one cannot be read libgit2 has to begin anew: it takes `packed-refs` for read after a failure,
  /// and would find nothing in it from then on.
  private func readingReferences<Answer>(_ read: () throws(GitError) -> Answer) throws(GitError) -> Answer {
    do throws(GitError) {
      return try read()
    } catch {
      if error.code != .notFound { try readReferencesAgain() }
      throw error
    }
  }

  /// What libgit2 lists: it passes over a file that names nothing.
  private func listedReferences(under prefix: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    let action = "list the references under \(prefix)"
    try refuseNull(in: prefix, action)
    if prefix.utf8.contains(where: { "*?[\\".utf8.contains($0) }) {
      throw GitError(.invalidName, action, "no reference has such a name")
    }
    return try readingReferences { () throws(GitError) in try iterated(prefix, action) }
  }

  private func iterated(_ prefix: String, _ action: String) throws(GitError) -> [(name: String, id: ObjectID)] {
    let iterator = try Handle<ReferenceIteratorObject>(action) { made in
      unsafe git_reference_iterator_glob_new(&made, handle.pointer, prefix + "*")
    }
    var found: [(name: String, id: ObjectID)] = []
    while true {
      var next: OpaquePointer?
      let status = try iterator.value { iterator throws(GitError) in
        let status = unsafe git_reference_next(&next, iterator)
        return status == GIT_ITEROVER.rawValue ? status : try gate(action) { status }
      }
      if status == GIT_ITEROVER.rawValue { break }
      let reference = try Handle<ReferenceObject>(action) { made in
        unsafe made = next
        return 0
      }
      let entry = reference.value { reference in
        unsafe ObjectID(git_reference_target(reference)).map { id in
          unsafe (name: String(cString: git_reference_name(reference)), id: id)
        }
      }
      if let entry { found.append(entry) }
    }
    return found
  }

  /// The reference that HEAD leads to, whether it exists yet or not: `refs/heads/main`; `nil` where HEAD names a commit.
  package func head() throws(GitError) -> String? {
    let reference = try Handle<ReferenceObject>("read HEAD") { made in
      unsafe git_reference_lookup(&made, handle.pointer, "HEAD")
    }
    return reference.value { reference in
      unsafe git_reference_symbolic_target(reference).map { unsafe String(cString: $0) }
    }
  }

  /// Moves a reference, if it is where the caller last saw it (compare and swap).
  ///
  /// - Parameters:
  ///   - from: where it was; `nil` where it must not exist yet.
  ///   - message: for git's log of the reference, where it keeps one.
  /// - Throws: like ``move(_:message:)``.
  package func move(
    _ name: String, from: ObjectID?, to: ObjectID, message: String = ""
  ) throws(GitError) {
    try move([ReferenceMove(name, from: from, to: to)], message: message)
  }

  /// Removes a reference, if it is where the caller last saw it.
  package func delete(_ name: String, from: ObjectID) throws(GitError) {
    try move([ReferenceMove(name, from: from, to: nil)], message: "")
  }

  /// Passes for a name that a reference can have: `HEAD`, or one under `refs/`.
  func checkName(_ name: String, _ action: String) throws(GitError) {
    try refuseNull(in: name, action)
    var isValid: Int32 = 0
    try gate(action) { unsafe git_reference_name_is_valid(&isValid, name) }
    if isValid == 0 || !(name == "HEAD" || name.hasPrefix("refs/")) {
      throw GitError(.invalidName, action, "\(name.debugDescription) cannot be the name of a reference")
    }
  }
}
