/// What stands among the objects of a repository and is none.
extension Repository {
  /// Whether a file says that commits have other parents than they have.
  package var hasGrafts: Bool { namesInFolder(path + "info").contains("grafts") }

  /// The files among the objects that git would not put there. What a program writes for a moment, and leaves where it is
  /// killed, is none of them: git passes it over, and takes it away in time.
  ///
  /// - Returns: their paths in the repository's folder, in order: `objects/4b/junk`.
  /// - Cost: lists the folders of objects.
  package func strayFiles() -> [String] {
    var found: [String] = []
    for name in namesInFolder(path + "objects") {
      let folder = "objects/" + name
      switch name {
      case "info": continue
      case "pack":
        found += namesInFolder(path + folder).filter { !Self.isPart($0) && !Self.isPassing($0) }
          .map { folder + "/" + $0 }
      case _ where name.utf8.count == 2 && Self.isHex(name) && isFolder(path + folder):
        found += namesInFolder(path + folder)
          .filter { ($0.utf8.count != ObjectID.digitCount - 2 || !Self.isHex($0)) && !Self.isPassing($0) }
          .map { folder + "/" + $0 }
      default: if !Self.isPassing(name) { found.append(folder) }
      }
    }
    return found.sorted()
  }

  /// Whether it is the name that git or libgit2 gives to what it has not finished.
  private static func isPassing(_ name: String) -> Bool { name.hasPrefix("tmp_") || name.contains("_git2_") }

  /// Whether a file belongs to a pack, or to all of them.
  private static func isPart(_ name: String) -> Bool {
    if name.hasPrefix("multi-pack-index") { return true }
    guard name.hasPrefix("pack-"), let dot = name.lastIndex(of: ".") else { return false }
    let kinds = ["pack", "idx", "rev", "bitmap", "keep", "mtimes", "promisor"]
    return kinds.contains(String(name[name.index(after: dot)...]))
  }

  private static func isHex(_ name: String) -> Bool {
    name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
