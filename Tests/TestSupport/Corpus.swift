import Glibc

/// A file of the folder named by `$AMEND_CORPUS`: real texts, which are never copied into the tree.
///
/// ```swift
/// @Test(.enabled(if: Corpus.isGiven, "AMEND_CORPUS is not set"))
/// func realTextsAreRead() throws { let text = try #require(corpus("buenos-aires-2009.txt")) … }
/// ```
///
/// - Returns: `nil` where the variable is not set.
/// - Throws: ``Failure`` where it is set and the file cannot be read, so that a wrong folder fails the test.
package func corpus(_ name: String) throws -> String? {
  guard let folder = Corpus.folder else { return nil }
  return String(decoding: try bytes(ofFile: folder + "/" + name), as: UTF8.self)
}

/// Where the real texts are.
package enum Corpus {
  /// What `$AMEND_CORPUS` says; `nil` where it is not set, or empty.
  @safe
  package static var folder: String? {
    guard let value = unsafe getenv("AMEND_CORPUS") else { return nil }
    let folder = unsafe String(cString: value)
    return folder.isEmpty ? nil : folder
  }

  /// Whether tests of real texts can run.
  package static var isGiven: Bool { folder != nil }
}

/// What went wrong with a file or a program that a test needs.
package struct Failure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

/// The content of a file.
@safe
package func bytes(ofFile path: String) throws -> [UInt8] {
  let descriptor = unsafe open(path, O_RDONLY)
  guard descriptor >= 0 else { throw Failure("cannot read \(path): \(unsafe String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  var content: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(descriptor, &part, part.count)
    if count < 0 { throw Failure("cannot read \(path): \(unsafe String(cString: strerror(errno)))") }
    if count == 0 { return content }
    content += part[..<count]
  }
}

/// Makes a file, or replaces what it holds.
@safe
package func write(_ content: [UInt8], toFile path: String) throws {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
  guard descriptor >= 0 else { throw Failure("cannot write \(path): \(unsafe String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  var done = 0
  while done < content.count {
    let count = unsafe content[done...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { throw Failure("cannot write \(path): \(unsafe String(cString: strerror(errno)))") }
    done += count
  }
}
