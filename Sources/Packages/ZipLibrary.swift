internal import Clibzip

/// libzip, loaded the first time that a package is opened: linked, it would cost every command's start a millisecond.
struct ZipLibrary {
  private(set) var functions: amend_zip

  /// - Throws: `PackageError` with the name of what is missing and the package that holds it.
  static func loaded() throws(PackageError) -> ZipLibrary { try result.get() }

  /// Loads it, unless it is loaded; ``loaded()`` tells what came of that.
  static func load() { _ = result }

  private static let result: Result<ZipLibrary, PackageError> = Result { () throws(PackageError) in
    var functions = amend_zip()
    if let missing = unsafe amend_zip_load(&functions, "libzip.so.4") {
      throw unsafe PackageError(
        .missingLibrary, "\(String(cString: missing)) is missing, which opens Word documents: apt-get install libzip4")
    }
    return ZipLibrary(functions: functions)
  }
}
