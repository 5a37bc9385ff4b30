internal import Clibzip

/// The only owner of an opened archive and of the bytes that it is read from.
@safe struct ZipArchive: ~Copyable {
  let functions: amend_zip
  @unsafe let pointer: OpaquePointer
  private let bytes: ForeignBytes

  /// - Throws: `PackageError`: no zip archive, or damaged.
  @safe
  init(_ content: [UInt8]) throws(PackageError) {
    let functions = try ZipLibrary.loaded().functions
    let bytes = ForeignBytes(content)
    var error = unsafe zip_error_t()
    unsafe functions.zip_error_init_function(&error)
    defer { unsafe functions.zip_error_fini_function(&error) }
    guard let source = unsafe functions.zip_source_buffer_create_function(bytes.start, UInt64(bytes.count), 0, &error)
    else { throw PackageError(.other, "the package cannot be opened: no memory") }
    guard let opened = unsafe functions.zip_open_from_source_function(source, ZIP_RDONLY, &error) else {
      unsafe functions.zip_source_free_function(source)
      throw content.starts(with: "PK".utf8)
        ? PackageError(.damaged, "the package is damaged: it ends early or its list of entries cannot be read")
        : PackageError(.notAPackage, "the file is no zip package")
    }
    self.functions = functions
    self.bytes = bytes
    unsafe pointer = opened
  }

  deinit { unsafe functions.zip_discard_function(pointer) }

  var count: Int { unsafe Int(max(functions.zip_get_num_entries_function(pointer, 0), 0)) }

  /// - Throws: `PackageError` for an entry that is encrypted or has an unsafe name.
  @safe
  borrowing func entry(at index: Int) throws(PackageError) -> PackageEntry {
    var status = unsafe zip_stat_t()
    unsafe functions.zip_stat_init_function(&status)
    guard unsafe functions.zip_stat_index_function(pointer, UInt64(index), 0, &status) == 0,
      let raw = unsafe status.name
    else { throw PackageError(.damaged, "the package's list of entries is damaged") }
    let name = unsafe String(cString: raw)
    let (size, packed, encryption) = unsafe (status.size, status.comp_size, status.encryption_method)
    guard encryption == UInt16(ZIP_EM_NONE) else {
      throw PackageError(.encrypted, "the package is encrypted: '\(visible(name))' needs a password")
    }
    guard PackageEntry.isSafe(name) else {
      throw PackageError(.unsafeName, "the package holds a name that leads out of it: '\(visible(name))'")
    }
    return PackageEntry(index: index, name: name, size: Int(clamping: size), packedSize: Int(clamping: packed))
  }

  /// The bytes of an entry, unpacked; `nil` where it cannot be unpacked to just the size that it promises.
  @safe
  borrowing func content(of entry: PackageEntry) -> [UInt8]? {
    guard let file = unsafe functions.zip_fopen_index_function(pointer, UInt64(entry.index), 0) else { return nil }
    defer { _ = unsafe functions.zip_fclose_function(file) }
    var count = 0
    // One byte more than promised, so that a part that is longer than it says is seen.
    let content = unsafe [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, filled in
      while filled < buffer.count {
        count = unsafe Int(
          functions.zip_fread_function(
            file, buffer.baseAddress.map { unsafe $0 + filled }, UInt64(buffer.count - filled)))
        if count <= 0 { break }
        filled += count
      }
    }
    return count == 0 && content.count == entry.size ? content : nil
  }
}
