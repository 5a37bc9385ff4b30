internal import Glibc

/// Packs that are cut off, or that do not belong to the lists of what they hold.
extension Repository {
  /// - Returns: the files, by their paths in the repository's folder, with what is wrong: `objects/pack/pack-4b….pack`.
  /// - Cost: reads a few bytes of each pack; a tenth of a second more where something is wrong, since git may be at work.
  package func damagedPacks() -> [(path: String, complaint: String)] {
    if complaintsAboutPacks().isEmpty { return [] }
    usleep(100_000)
    return complaintsAboutPacks()
  }

  /// Packs without the list of what they hold, and lists without their pack: nothing in them can be read. A process that
  /// was killed while it stored what was new leaves one, too, and that is no harm.
  ///
  /// - Returns: the file that is not there, with what is wrong.
  package func unpairedPacks() -> [(path: String, complaint: String)] {
    let (packs, lists) = packsAndLists()
    return packs.symmetricDifference(lists).sorted().map { name in
      let (pack, list) = Self.files(name)
      return packs.contains(name)
        ? (list, "it is missing; 'git index-pack \(path + pack)' makes it again")
        : (pack, "it is missing, and the list of what it holds is there")
    }
  }

  private func complaintsAboutPacks() -> [(path: String, complaint: String)] {
    let (packs, lists) = packsAndLists()
    return packs.intersection(lists).sorted().compactMap { name in
      let (pack, list) = Self.files(name)
      guard let sum = sumOfPack(listedIn: path + list) else {
        return (list, "it is cut off or damaged; remove it, and 'git index-pack \(path + pack)' makes it again")
      }
      return File(path + pack)?.isPack(endingWith: sum) ?? false ? nil : (pack, "it is cut off or damaged")
    }
  }

  private func packsAndLists() -> (Set<String>, Set<String>) {
    let names = namesInFolder(path + Self.folderOfPacks).filter { $0.hasPrefix("pack-") }
    func stems(_ ending: String) -> Set<String> {
      Set(names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.utf8.count)) })
    }
    return (stems(".pack"), stems(".idx"))
  }

  private static let folderOfPacks = "objects/pack/"

  private static func files(_ name: String) -> (pack: String, list: String) {
    (folderOfPacks + name + ".pack", folderOfPacks + name + ".idx")
  }

  /// The checksum of a pack, as the list of what it holds gives it; `nil` where that is not as git writes it.
  ///
  /// The list has 8 bytes of its own, 256 numbers that never fall, of which the last is that of the objects, 28 bytes for each object, 8
  /// more for each beyond two gigabytes, and two checksums, of the pack and of itself.
  private func sumOfPack(listedIn path: String) -> [UInt8]? {
    guard let list = File(path), list.bytes(0, 8) == [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2],
      let numbers = list.bytes(8, 1024)
    else { return nil }
    let counts = stride(from: 0, to: 1024, by: 4).map { numbers[$0..<($0 + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard let count = counts.last, zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    let rest = list.size - (8 + 1024 + 28 * count + 40)
    return rest >= 0 && rest % 8 == 0 ? list.bytes(list.size - 40, 20) : nil
  }
}

/// A file that is open for reading.
private struct File: ~Copyable {
  private let descriptor: Int32
  let size: Int

  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    var status = stat()
    size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// `nil` where there are not so many.
  borrowing func bytes(_ start: Int, _ count: Int) -> [UInt8]? {
    guard start >= 0, start + count <= size else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let descriptor = descriptor
    let got = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, count, start) }
    return got == count ? bytes : nil
  }

  /// Whether it begins and ends as a pack with that checksum does.
  borrowing func isPack(endingWith sum: [UInt8]) -> Bool {
    bytes(0, 4) == Array("PACK".utf8) && size >= 32 && bytes(size - 20, 20) == sum
  }
}
