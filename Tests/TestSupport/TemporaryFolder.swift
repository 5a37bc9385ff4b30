import Git
import Glibc

/// A folder of its own for one test, removed with all that is in it when the test lets go of it.
package final class TemporaryFolder {
  /// Absolute, without links, without a slash at its end.
  package let path: String

  @safe
  package init() throws {
    let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = "\(base)/amend-test-XXXXXX".utf8CString
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.flatMap { unsafe realpath($0, nil) }
    }
    guard let made = unsafe made else { throw Failure("cannot make a folder under \(base)") }
    path = unsafe String(cString: made)
    unsafe free(made)
  }

  deinit {
    removeFolder(path)
  }

  package func callAsFunction(_ name: String) -> String { path + "/" + name }
}
