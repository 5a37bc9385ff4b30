internal import Clibxml2

/// libxml2, loaded the first time that a document is read or written: linked, it would cost every command's start a
/// millisecond.
struct XMLLibrary {
  private(set) var functions: amend_xml

  /// - Throws: `PackageError` with the name of what is missing and the package that holds it.
  static func loaded() throws(PackageError) -> XMLLibrary { try result.get() }

  /// Loads it, unless it is loaded; ``loaded()`` tells what came of that.
  static func load() { _ = result }

  private static let result: Result<XMLLibrary, PackageError> = Result { () throws(PackageError) in
    var functions = amend_xml()
    if let missing = unsafe amend_xml_load(&functions, "libxml2.so.2") {
      throw unsafe PackageError(
        .missingLibrary, "\(String(cString: missing)) is missing, which reads Word documents: apt-get install libxml2")
    }
    return XMLLibrary(functions: functions)
  }
}
