import Clibgit2

/// A kind of libgit2 object that one owner must free.
protocol CObject {
  @unsafe static func free(_ pointer: OpaquePointer)
}

/// The only owner of a libgit2 object; the object is freed when the handle goes out of scope.
///
/// A handle lives inside one function, or inside ``Repository``; it never leaves this target.
@safe struct Handle<Object: CObject>: ~Copyable {
  @unsafe let pointer: OpaquePointer

  /// Takes what a C function made.
  @safe
  init(_ action: @autoclosure () -> String, _ make: (inout OpaquePointer?) -> Int32) throws(GitError) {
    var made: OpaquePointer?
    try gate(action()) { unsafe make(&made) }
    guard let made = unsafe made else { throw GitError(.other, action(), "libgit2 made nothing") }
    unsafe pointer = made
  }

  deinit {
    unsafe Object.free(pointer)
  }

  /// Calls a C function that can fail, through the gate; the object lives at least as long as the call.
  @safe @discardableResult
  borrowing func call(
    _ action: @autoclosure () -> String, _ body: (OpaquePointer) -> Int32
  ) throws(GitError) -> Int32 {
    try gate(action()) { unsafe body(pointer) }
  }

  /// Reads a value out of the object; the object lives at least as long as the call.
  @safe
  borrowing func value<Value: ~Copyable, Failure: Error>(
    _ body: (OpaquePointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe body(pointer)
  }
}

enum RepositoryObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}

enum DatabaseObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}

enum DatabaseEntryObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_object_free(pointer) }
}

enum ObjectObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_object_free(pointer) }
}

enum TreeBuilderObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_treebuilder_free(pointer) }
}

enum TreeEntryObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_tree_entry_free(pointer) }
}

enum PackBuilderObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_packbuilder_free(pointer) }
}

enum ReferenceObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}

enum ReferenceIteratorObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_iterator_free(pointer) }
}

enum ReferenceDatabaseObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_refdb_free(pointer) }
}

enum TransactionObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_transaction_free(pointer) }
}

enum WalkObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_revwalk_free(pointer) }
}

enum ConfigurationIteratorObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_iterator_free(pointer) }
}

enum ConfigurationObject: CObject {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}
