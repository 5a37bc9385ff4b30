/// Why the repository could not do what was asked of it.
package struct GitError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// No such object, reference or file.
    case notFound
    /// Something stands where something new was to be made.
    case exists
    /// The folder, or everything above it, holds no repository.
    case notARepository
    /// The reference is not where the caller last saw it: read it again and decide again.
    case referenceMoved
    /// A name, path, identifier or text that git cannot store.
    case invalidName
    /// An abbreviated identifier that fits several objects.
    case ambiguous
    /// An object of another kind than the one asked for.
    case wrongKind
    /// What is stored does not have the form, or the hash, it should have.
    case damaged
    /// Another program holds the lock, or died holding it; the message names the file.
    case locked
    case noSpace
    /// What was to be written may not be, or the repository is somebody else's.
    case permission
    /// What is there may not be read, or is elsewhere: nothing is known of what it says.
    case unreadable
    /// A reference may not move while a pack is being gathered (``Repository/inOnePack(_:)``).
    case packIsOpen
    case other
  }

  package let code: Code

  /// What was being done, to be read after "cannot": `open the repository at /srv/draft`.
  package let action: String

  /// What went wrong, in libgit2's words where it is libgit2 that failed.
  package let message: String

  /// What to do about it, where that is known better than from the code; a sentence.
  package let hint: String?

  package init(_ code: Code, _ action: String, _ message: String, hint: String? = nil) {
    self.code = code
    self.action = action
    self.message = message
    self.hint = hint
  }

  /// Whether it says nothing of what the repository holds: the disk, the rights, or how it was copied are in the way.
  package var hidesContent: Bool { [.permission, .noSpace, .unreadable].contains(code) }
}

extension GitError: CustomStringConvertible {
  package var description: String { "cannot \(action): \(message)" }
}
