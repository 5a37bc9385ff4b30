/// Reads the parts of a zip package that lies in memory, within limits.
///
/// Nothing is ever written to disk, and a package with a name that would lead elsewhere is refused as a whole.
package struct PackageReader: ~Copyable {
  private let archive: ZipArchive
  private let limits: PackageLimits

  /// The entries by their names in lower case, since the names of parts know no case.
  private let entries: [String: PackageEntry]
  private var bytesRead = 0

  /// Opens a package and looks at all its entries.
  ///
  /// - Throws: `PackageError`: no zip archive, encrypted, too large, or with unsafe names.
  package init(_ content: [UInt8], limits: PackageLimits = .standard) throws(PackageError) {
    guard content.count <= limits.packageBytes else {
      throw PackageError(.tooLarge, "the file is larger than \(limits.packageBytes >> 20) MiB")
    }
    let archive = try ZipArchive(content)
    guard archive.count <= limits.entries else {
      throw PackageError(.tooLarge, "the package has \(archive.count) entries; \(limits.entries) are allowed")
    }
    var entries: [String: PackageEntry] = [:]
    for index in 0..<archive.count {
      let entry = try archive.entry(at: index)
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw PackageError(.unsafeName, "'\(visible(entry.name))' stands twice in the package")
      }
    }
    self.archive = archive
    self.limits = limits
    self.entries = entries
  }

  /// The names of all parts, in alphabetical order.
  package var names: [String] { entries.values.map(\.name).sorted() }

  package func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// The bytes of a part; `nil` where there is none of that name.
  ///
  /// - Throws: `PackageError.tooLarge` before more memory is taken than the limits allow, `.damaged` where the part
  ///   cannot be unpacked or its checksum is wrong.
  package mutating func part(_ name: String) throws(PackageError) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    guard entry.size <= limits.partBytes, bytesRead + entry.size <= limits.totalBytes else {
      throw PackageError(
        .tooLarge, "'\(visible(name))' unpacks to \(entry.size >> 20) MiB; \(limits.partBytes >> 20) are allowed")
    }
    let ratio = entry.size / max(entry.packedSize, 1)
    guard entry.size <= 1 << 20 || ratio <= limits.ratio else {
      throw PackageError(
        .tooLarge, "'\(visible(name))' unpacks to \(ratio) times its size; \(limits.ratio) are allowed")
    }
    guard let content = archive.content(of: entry) else {
      throw PackageError(.damaged, "'\(visible(name))' in the package is damaged and cannot be unpacked")
    }
    bytesRead += content.count
    return content
  }
}
