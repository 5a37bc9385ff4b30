import Clibgit2

/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  package var name: String
  package var email: String

  /// Seconds since 1970 began, UTC.
  package var seconds: Int64

  /// How far ahead of UTC the person's clock was.
  package var offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }
}

/// A commit as it is stored.
package struct Commit: Hashable, Sendable {
  package var id: ObjectID
  package var tree: ObjectID

  /// The commits it was made from; none for a first one, several for a merge.
  package var parents: [ObjectID]
  package var author: Signature
  package var committer: Signature

  /// The whole message, trailers included.
  package var message: String
}

/// An annotated tag as it is stored.
package struct Tag: Hashable, Sendable {
  package var id: ObjectID

  /// What it marks; a commit, as a rule.
  package var target: ObjectID

  /// The name it was made with: `rev/2`.
  package var name: String

  /// Who made it; tags of git's first years have nobody.
  package var tagger: Signature?
  package var message: String
}

extension Signature {
  @safe
  init(_ pointer: UnsafePointer<git_signature>) {
    let signature = unsafe pointer.pointee
    self.init(
      name: unsafe String(cString: signature.name), email: unsafe String(cString: signature.email),
      seconds: unsafe signature.when.time, offsetMinutes: unsafe Int(signature.when.offset))
  }

  /// Lends the signature to C, checked: a name and an address, without line breaks and angle brackets.
  @safe
  func withC<Value>(
    _ action: String, _ body: (UnsafePointer<git_signature>) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    for text in [name, email] where text.utf8.contains(where: { $0 < 0x20 || $0 == 0x3C || $0 == 0x3E }) {
      throw GitError(.invalidName, action, "a name or an address cannot hold what \(text.debugDescription) holds")
    }
    var made: UnsafeMutablePointer<git_signature>?
    do throws(GitError) {
      try gate(action) { unsafe git_signature_new(&made, name, email, seconds, Int32(clamping: offsetMinutes)) }
    } catch {
      throw GitError(.invalidName, action, error.message)
    }
    defer { unsafe git_signature_free(made) }
    guard let made = unsafe made else { throw GitError(.other, action, "libgit2 made no signature") }
    return try unsafe body(made)
  }
}
