package import Packages

/// Why a file could not be read as a Word document.
package struct WordError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// The package could not be opened or read; see ``WordError/message``.
    case package(PackageError.Code)
    /// The old binary format, before 2007.
    case oldFormat
    /// Encrypted with a password.
    case encrypted
    /// An OpenDocument text, whatever the file is called.
    case openDocument
    /// A zip package, but no Word document: a spreadsheet, slides, an archive.
    case otherPackage
    /// No package at all.
    case notWord
    /// More paragraphs or runs than are read.
    case tooLarge
  }

  package let code: Code

  /// What is wrong, as the end of a sentence that begins with the file's name and a colon.
  package let message: String

  /// What to do about it, as a sentence.
  package let hint: String?

  package init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  init(_ error: PackageError) {
    switch error.code {
    case .encrypted:
      self.init(.encrypted, error.message, hint: "Open it in Word and save it without a password.")
    case .damaged, .malformed:
      self.init(.package(error.code), error.message, hint: "Open it in Word and save it again, or ask for it again.")
    case .missingLibrary: self.init(.package(error.code), error.message)
    default: self.init(.package(error.code), error.message, hint: "It is not opened: Word writes no such file.")
    }
  }
}

extension WordError: CustomStringConvertible {
  package var description: String { message }
}
