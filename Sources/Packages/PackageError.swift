/// Why a package, or a document inside it, could not be read or written.
package struct PackageError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// The bytes are no zip archive.
    case notAPackage
    /// An entry, or the whole, can only be read with a password.
    case encrypted
    /// The archive ends early or contradicts itself.
    case damaged
    /// More entries, bytes or compression than ``PackageLimits`` allows.
    case tooLarge
    /// An entry's name would lead out of the folder it is unpacked in, or stands twice.
    case unsafeName
    /// Part of the package is no well-formed XML, or is nested deeper than 256 elements.
    case malformed
    /// The XML declares a document type, with which entities could be expanded or files be fetched.
    case documentType
    /// A shared library, or a function of it, is not there.
    case missingLibrary
    case other
  }

  package let code: Code

  /// What is wrong, as the end of a sentence that begins with the file's name and a colon.
  package let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension PackageError: CustomStringConvertible {
  package var description: String { message }
}
