internal import Clibzip
internal import Glibc

/// Writes zip packages into memory.
package enum PackageWriter {
  /// The package that holds the parts: the same bytes for the same parts.
  ///
  /// Parts stand in the order of their names' bytes, which puts `[Content_Types].xml` first; each is dated 1 January 1980,
  /// the first day that the format knows.
  ///
  /// - Throws: `PackageError` where libzip is missing or has no memory left.
  @safe
  package static func write(_ parts: [String: [UInt8]]) throws(PackageError) -> [UInt8] {
    let functions = try ZipLibrary.loaded().functions
    var error = unsafe zip_error_t()
    unsafe functions.zip_error_init_function(&error)
    defer { unsafe functions.zip_error_fini_function(&error) }
    guard let target = unsafe functions.zip_source_buffer_create_function(nil, 0, 0, &error) else {
      throw failed("memory")
    }
    // Kept, since closing the archive lets go of the source that the bytes are read from afterwards.
    unsafe functions.zip_source_keep_function(target)
    defer { unsafe functions.zip_source_free_function(target) }
    guard let archive = unsafe functions.zip_open_from_source_function(target, ZIP_TRUNCATE, &error) else {
      unsafe functions.zip_source_free_function(target)
      throw failed("the archive")
    }
    do throws(PackageError) {
      for (name, bytes) in parts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        try unsafe add(bytes, named: name, to: archive, functions)
      }
    } catch {
      unsafe functions.zip_discard_function(archive)
      throw error
    }
    guard unsafe functions.zip_close_function(archive) == 0 else {
      unsafe functions.zip_discard_function(archive)
      throw failed("the archive")
    }
    return try unsafe content(of: target, functions)
  }

  /// How hard deflate tries, of 9: the highest, which libzip takes by itself, costs twice as much for a tenth less.
  private static let level: UInt32 = 4

  /// How many bytes a part must have to be packed.
  private static let smallest = 1_024

  @unsafe
  private static func add(
    _ bytes: [UInt8], named name: String, to archive: OpaquePointer, _ functions: amend_zip
  ) throws(PackageError) {
    var error = unsafe zip_error_t()
    unsafe functions.zip_error_init_function(&error)
    defer { unsafe functions.zip_error_fini_function(&error) }
    // libzip frees what it was given, with the archive.
    guard let copy = unsafe malloc(max(bytes.count, 1)) else { throw failed(name) }
    unsafe bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { unsafe copy.copyMemory(from: base, byteCount: bytes.count) }
    }
    guard let source = unsafe functions.zip_source_buffer_create_function(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw failed(name)
    }
    let index = unsafe functions.zip_file_add_function(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe functions.zip_source_free_function(source)
      throw failed(name)
    }
    let firstDay: UInt16 = 1 << 5 | 1
    // What deflate needs to begin with costs more than a small part is worth.
    let method = bytes.count < Self.smallest ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    guard unsafe functions.zip_file_set_dostime_function(archive, UInt64(index), 0, firstDay, 0) == 0,
      unsafe functions.zip_set_file_compression_function(archive, UInt64(index), Int32(method), Self.level) == 0
    else {
      throw failed(name)
    }
  }

  @unsafe
  private static func content(of target: OpaquePointer, _ functions: amend_zip) throws(PackageError) -> [UInt8] {
    var status = unsafe zip_stat_t()
    unsafe functions.zip_stat_init_function(&status)
    guard unsafe functions.zip_source_stat_function(target, &status) == 0,
      unsafe functions.zip_source_open_function(target) == 0
    else { throw failed("the archive") }
    defer { _ = unsafe functions.zip_source_close_function(target) }
    let size = unsafe Int(clamping: status.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = unsafe max(0, Int(functions.zip_source_read_function(target, buffer.baseAddress, UInt64(size))))
    }
    guard bytes.count == size else { throw failed("the archive") }
    return bytes
  }

  private static func failed(_ what: String) -> PackageError {
    PackageError(.other, "libzip cannot write \(what)")
  }
}
