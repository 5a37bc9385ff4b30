/// What a package may cost the reader; a file that asks for more is refused before the memory is taken.
package struct PackageLimits: Hashable, Sendable {
  /// The bytes of the package itself.
  package var packageBytes: Int
  package var entries: Int

  /// The bytes of one part, unpacked.
  package var partBytes: Int

  /// The bytes of all parts that are read, unpacked.
  package var totalBytes: Int

  /// How many times larger than packed a part may be; parts below a mebibyte are not asked.
  package var ratio: Int

  package init(packageBytes: Int, entries: Int, partBytes: Int, totalBytes: Int, ratio: Int) {
    self.packageBytes = packageBytes
    self.entries = entries
    self.partBytes = partBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }

  /// 256 MiB packed, 4,096 entries, 64 MiB a part, 256 MiB in all, 400 times: a draft of 2,000 paragraphs in every
  /// word's own run is 20 MiB and packs 30 to 60 times.
  package static let standard = PackageLimits(
    packageBytes: 256 << 20, entries: 4_096, partBytes: 64 << 20, totalBytes: 256 << 20, ratio: 400)
}
