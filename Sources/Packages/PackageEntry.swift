/// One entry of a package's list.
struct PackageEntry {
  var index: Int
  var name: String
  var size: Int
  var packedSize: Int

  /// Whether a name stays below the folder it is unpacked in.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1_024, name.utf8.first != 0x2F else { return false }
    guard !name.utf8.contains(where: { $0 == 0x5C || $0 == 0x3A || $0 < 0x20 }) else { return false }
    return name.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." }
  }
}

/// A name from outside as it may be shown: without control characters, and not without end.
func visible(_ name: String) -> String {
  let shown = name.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? "?" : String($0) }
  return shown.joined() + (name.unicodeScalars.count > 60 ? "…" : "")
}
